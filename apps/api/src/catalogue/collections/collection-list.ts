import type { ListSpec } from '../../platform/lists/list';

/** The list of collections, as the wire names its columns. */
export const collectionList: ListSpec = {
  select: `id, version, name, issn, description, (SELECT count(*)::int FROM work WHERE work.collection_id = collection.id) AS "workCount"`,
  from: 'collection',
  id: 'id',
  sorts: { name: { sql: 'name COLLATE french', type: 'text' } },
  defaultSort: 'name',
  filters: {},
  search: 'fold(name) LIKE fold($)',
};
