import { nameInHistory } from '../platform/history/history-names';

nameInHistory({
  contributor_id: `SELECT id, display_name AS name FROM contributor WHERE id = ANY($1)`,
  point_of_sale_id: `SELECT id, name FROM point_of_sale WHERE id = ANY($1)`,
});
