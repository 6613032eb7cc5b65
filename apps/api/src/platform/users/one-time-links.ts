import { randomBytes } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { Database, type Tx } from '../database/database';
import { platformProblems } from '../problems/platform-problems';
import { systemActor, type Actor } from '../sign-in/actor';
import { hashPassword } from '../sign-in/passwords';
import { hashToken, Sessions } from '../sign-in/sessions';
import { readUser } from './read-users';
import type { PasswordLinkResponse, PasswordRequest } from './user-dto';

const DAYS = 2;

/** Links that open one page once: the first owner's account, a forgotten or first password. Kept as hashes. */
@Injectable()
export class OneTimeLinks {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
  ) {}

  /** The path of the page that makes the first account; undefined once the house has one. Replaces a link given before. */
  createFirstOwnerLink(): Promise<string | undefined> {
    return this.database.transaction(systemActor, async (tx) => {
      const [{ count }] = await tx.query(`SELECT count(*)::int AS count FROM app_user`);
      if (count > 0) return undefined;
      await tx.query(`DELETE FROM one_time_link WHERE purpose = 'first-owner' AND used_at IS NULL`);
      const { token } = await createLink(tx, 'first-owner', null);
      return `/premier-compte?token=${token}`;
    });
  }

  /** Replaces a link given before. Its answer is a secret, so it is not kept for a repeated request. */
  createPasswordLink(actor: Actor, userId: number): Promise<PasswordLinkResponse> {
    const { idempotency: _notKept, ...signed } = actor;
    return this.database.transaction(signed, async (tx) => {
      const user = await readUser(tx, userId);
      if (user.disabled) throw platformProblems.create('not-found');
      await tx.query(`DELETE FROM one_time_link WHERE purpose = 'password' AND user_id = $1`, [userId]);
      const { token, expiresAt } = await createLink(tx, 'password', userId);
      return { path: `/mot-de-passe?token=${token}`, expiresAt };
    });
  }

  /** Sets the password and signs the person out everywhere. @returns who it is @throws link-expired */
  async choosePassword(request: PasswordRequest): Promise<number> {
    const passwordHash = await hashPassword(request.password);
    return this.database.transaction(systemActor, async (tx) => {
      const userId = await useLink(tx, request.token);
      await tx.query(`UPDATE app_user SET password_hash = $2, version = version + 1 WHERE id = $1`, [
        userId,
        passwordHash,
      ]);
      await this.sessions.closeAllIn(tx, userId);
      return userId;
    });
  }
}

async function createLink(tx: Tx, purpose: 'first-owner' | 'password', userId: number | null) {
  const token = randomBytes(32).toString('base64url');
  const [link] = await tx.query(
    `INSERT INTO one_time_link (token_hash, purpose, user_id, expires_at)
     VALUES ($1, $2, $3, now() + make_interval(days => $4)) RETURNING expires_at`,
    [hashToken(token), purpose, userId, DAYS],
  );
  return { token, expiresAt: (link.expires_at as Date).toISOString() };
}

async function useLink(tx: Tx, token: string): Promise<number> {
  const [link] = await tx.query(
    `WITH used AS (UPDATE one_time_link l SET used_at = now() FROM app_user u
       WHERE l.token_hash = $1 AND l.purpose = 'password' AND l.used_at IS NULL AND l.expires_at > now()
         AND u.id = l.user_id AND u.disabled_at IS NULL RETURNING l.user_id)
     SELECT user_id FROM used`,
    [hashToken(token)],
  );
  if (!link) throw platformProblems.create('link-expired');
  return link.user_id;
}
