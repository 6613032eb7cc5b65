import { Injectable } from '@nestjs/common';

import { Database } from '../database/database';
import type { Actor } from '../sign-in/actor';
import { hashPassword, passwordMatches } from '../sign-in/passwords';
import { hashToken, Sessions } from '../sign-in/sessions';
import { readUser } from './read-users';
import type { OwnAccountUpdate, UserResponse } from './user-dto';
import { userProblems } from './user-problems';

/** What people change of their own account: their language, their password. */
@Injectable()
export class ChangeOwnAccount {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
  ) {}

  /**
   * After a new password, only the session that chose it stays open.
   * @param token of that session
   * @throws wrong-current-password
   */
  async change(actor: Actor & { id: number }, token: string, update: OwnAccountUpdate): Promise<UserResponse> {
    const passwordHash = await this.newHash(actor.id, update);
    return this.database.transaction(actor, async (tx) => {
      await tx.query(
        `UPDATE app_user SET locale = coalesce($2, locale), password_hash = coalesce($3, password_hash), version = version + 1 WHERE id = $1`,
        [actor.id, update.locale ?? null, passwordHash],
      );
      if (passwordHash) await this.sessions.closeAllIn(tx, actor.id, hashToken(token));
      return readUser(tx, actor.id);
    });
  }

  private async newHash(userId: number, update: OwnAccountUpdate): Promise<string | null> {
    if (update.newPassword === undefined) return null;
    const [user] = await this.database.reader.query(`SELECT password_hash FROM app_user WHERE id = $1`, [userId]);
    const matches = await passwordMatches(user.password_hash, update.currentPassword ?? '');
    if (!matches) throw userProblems.at('/currentPassword', 'wrong-current-password');
    return hashPassword(update.newPassword);
  }
}
