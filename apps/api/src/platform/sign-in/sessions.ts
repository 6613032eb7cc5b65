import { createHash, randomBytes } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { Database, type Tx } from '../database/database';
import type { Role } from './actor';

/** Who a session cookie belongs to. */
export interface Session {
  readonly userId: number;
  readonly email: string;
  readonly displayName: string;
  readonly role: Role;
  readonly locale: 'fr' | 'en';
  readonly isDemo: boolean;
  readonly csrfToken: string;
}

export const SESSION_COOKIE = 'colophon_session';
const SESSION_DAYS = 14;

/** Sessions live in the database as hashes: a stolen backup signs nobody in. */
@Injectable()
export class Sessions {
  constructor(private readonly database: Database) {}

  /** @returns the token for the cookie, and the CSRF token. */
  async open(userId: number): Promise<{ token: string; csrfToken: string }> {
    const token = randomBytes(32).toString('base64url');
    const csrfToken = randomBytes(24).toString('base64url');
    await this.database.reader.query(
      `INSERT INTO user_session (token_hash, user_id, csrf_token, expires_at) VALUES ($1, $2, $3, now() + make_interval(days => $4))`,
      [hashToken(token), userId, csrfToken, SESSION_DAYS],
    );
    return { token, csrfToken };
  }

  async find(token: string): Promise<Session | undefined> {
    const [row] = await this.database.reader.query(
      `SELECT u.id AS "userId", u.email, u.display_name AS "displayName", u.role, u.locale, u.is_demo AS "isDemo", s.csrf_token AS "csrfToken"
       FROM user_session s JOIN app_user u ON u.id = s.user_id
       WHERE s.token_hash = $1 AND s.expires_at > now() AND u.disabled_at IS NULL`,
      [hashToken(token)],
    );
    return row as Session | undefined;
  }

  async close(token: string): Promise<void> {
    await this.database.reader.query(`DELETE FROM user_session WHERE token_hash = $1 OR expires_at < now()`, [
      hashToken(token),
    ]);
  }

  /** After a change of password or role, everybody signs in again, but for the session that is kept by its hash. */
  async closeAllIn(tx: Tx, userId: number, kept?: Buffer): Promise<void> {
    await tx.query(`DELETE FROM user_session WHERE user_id = $1 AND token_hash IS DISTINCT FROM $2`, [
      userId,
      kept ?? null,
    ]);
  }
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
