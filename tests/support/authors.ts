import { Database } from '../../apps/api/src/platform/database/database';
import { AUTHOR_COOKIE, AuthorSessions } from '../../apps/api/src/author-space/author-sessions';
import { clientOf, type ApiClient, type TestApi } from './api';

/** An author's hands on the API: signed in as a link would, their CSRF token sent along. */
export async function asAuthor(api: TestApi, contributorId: number): Promise<ApiClient> {
  const email = `author${contributorId}@example.org`;
  await api.sql(`UPDATE contributor SET email = $2 WHERE id = $1`, [contributorId, email]);
  const sessions = api.get(AuthorSessions);
  const token = await sessions.open(api.get(Database).reader, contributorId, email);
  const author = await sessions.find(token);
  return clientOf(api.app, { Cookie: `${AUTHOR_COOKIE}=${token}`, 'X-CSRF-Token': author!.csrfToken });
}
