import { nameInHistory } from '../platform/history/history-names';

const person = 'SELECT id, display_name AS name FROM app_user WHERE id = ANY($1)';

/** Who created, computed and approved a closing is told by name. */
nameInHistory({ created_by: person, computed_by: person, approved_by: person });
