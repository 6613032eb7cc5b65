import type { Tx } from '../database/database';
import { platformProblems } from '../problems/platform-problems';
import type { UserResponse } from './user-dto';

const COLUMNS = `id, version, email, display_name AS "displayName", role, locale, disabled_at IS NOT NULL AS disabled,
  password_hash IS NOT NULL AS "hasPassword", is_demo AS "isDemo"`;

/** Active accounts first, each by name. */
export function readUsers(tx: Tx): Promise<UserResponse[]> {
  return tx.query(`SELECT ${COLUMNS} FROM app_user ORDER BY disabled_at IS NOT NULL, display_name COLLATE french, id`);
}

/** @throws not-found */
export async function readUser(tx: Tx, id: number): Promise<UserResponse> {
  const [user] = await tx.query(`SELECT ${COLUMNS} FROM app_user WHERE id = $1`, [id]);
  if (!user) throw platformProblems.create('not-found');
  return user as UserResponse;
}
