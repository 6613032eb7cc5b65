import type { ListSpec } from '../../platform/lists/list';
import type { ListExport } from '../../platform/lists/list-export';
import type { PointOfSaleRow } from './point-of-sale-dto';
import { pointOfSaleKindWords } from './point-of-sale-words';

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

export const pointOfSaleExport: ListExport<PointOfSaleRow> = {
  name: { fr: 'points-de-vente', en: 'points-of-sale' },
  spec: pointOfSaleList,
  columns: {
    name: { fr: 'Nom', en: 'Name', type: 'text', value: (row) => row.name },
    kind: { fr: 'Type', en: 'Kind', type: 'text', value: (row, locale) => pointOfSaleKindWords[locale][row.kind] },
    city: { fr: 'Ville', en: 'City', type: 'text', value: (row) => row.city },
    gln: { fr: 'GLN', en: 'GLN', type: 'text', value: (row) => row.gln },
    email: { fr: 'Courriel', en: 'E-mail', type: 'text', value: (row) => row.email },
    tradeDiscountRate: { fr: 'Remise (%)', en: 'Discount (%)', type: 'rate', value: (row) => row.tradeDiscountRate },
    archived: { fr: 'Archivé', en: 'Archived', type: 'boolean', value: (row) => row.archived },
  },
};
