import { nameInHistory } from '../platform/history/history-names';

nameInHistory({
  collection_id: `SELECT id, name FROM collection WHERE id = ANY($1)`,
  work_id: `SELECT id, title AS name FROM work WHERE id = ANY($1)`,
  edition_id: `SELECT e.id, coalesce(e.title, w.title) || coalesce(', ' || e.isbn13, '') AS name
    FROM edition e JOIN work w ON w.id = e.work_id WHERE e.id = ANY($1)`,
});
