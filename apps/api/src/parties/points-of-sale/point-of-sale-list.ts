import type { ListSpec } from '../../platform/lists/list';

/** The list of points of sale, as the wire names its columns. */
export const pointOfSaleList: ListSpec = {
  select: `id, name, kind, city, gln, email, trade_discount_rate::text AS "tradeDiscountRate", archived`,
  from: 'point_of_sale',
  id: 'id',
  sorts: {
    name: { sql: 'sort_name', type: 'text' },
    kind: { sql: 'kind', type: 'text' },
    city: { sql: `coalesce(city, '')`, type: 'text' },
    tradeDiscountRate: { sql: 'trade_discount_rate', type: 'numeric' },
  },
  defaultSort: 'name',
  filters: { kind: 'kind = $', archived: 'archived = $::boolean' },
  search: 'search_text LIKE fold($)',
};
