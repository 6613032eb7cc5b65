import { Injectable } from '@nestjs/common';

import { Database, type Tx } from '../database/database';
import { platformProblems } from '../problems/platform-problems';
import type { Actor } from '../sign-in/actor';
import { Sessions } from '../sign-in/sessions';
import { readUser } from './read-users';
import type { UserInput, UserResponse, UserUpdate } from './user-dto';
import { userProblems } from './user-problems';

/** Makes accounts and changes what they may do. */
@Injectable()
export class SaveUser {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
  ) {}

  create(actor: Actor, input: UserInput): Promise<UserResponse> {
    return this.database.transaction(actor, (tx) => this.createIn(tx, input));
  }

  /** Within the caller's transaction. The account signs in once its link has been used. @throws already-exists */
  async createIn(tx: Tx, input: UserInput): Promise<UserResponse> {
    const [user] = await tx.query(
      `INSERT INTO app_user (email, display_name, role, locale) VALUES ($1, $2, $3, $4) RETURNING id`,
      [input.email.trim(), input.displayName.trim(), input.role, input.locale ?? 'fr'],
    );
    return readUser(tx, user.id);
  }

  /**
   * Whose role changed, or who was disabled, is signed out everywhere.
   * @throws stale-version; last-owner where nobody would be left who manages the house
   */
  update(actor: Actor, id: number, input: UserUpdate): Promise<UserResponse> {
    return this.database.transaction(actor, async (tx) => {
      const owners = await lockOwners(tx);
      const current = await lockUser(tx, id);
      if (current.version !== input.version) throw platformProblems.create('stale-version');
      const staysOwner = input.role === 'owner' && !input.disabled;
      if (owners.includes(id) && !staysOwner && owners.length === 1) throw userProblems.create('last-owner');
      await tx.query(
        `UPDATE app_user SET display_name = $2, role = $3, locale = $4, version = version + 1,
           disabled_at = CASE WHEN $5 THEN coalesce(disabled_at, now()) END WHERE id = $1`,
        [id, input.displayName.trim(), input.role, input.locale, input.disabled],
      );
      if (current.role !== input.role || input.disabled) await this.sessions.closeAllIn(tx, id);
      return readUser(tx, id);
    });
  }
}

/** Those who can sign in as owner, held in one order, so that two of them can not remove each other at once. */
async function lockOwners(tx: Tx): Promise<number[]> {
  const owners: { id: number }[] = await tx.query(
    `SELECT id FROM app_user WHERE role = 'owner' AND disabled_at IS NULL AND password_hash IS NOT NULL ORDER BY id FOR UPDATE`,
  );
  return owners.map(({ id }) => id);
}

async function lockUser(tx: Tx, id: number): Promise<{ role: string; version: number }> {
  const [user] = await tx.query(`SELECT role, version FROM app_user WHERE id = $1 FOR UPDATE`, [id]);
  if (!user) throw platformProblems.create('not-found');
  return user;
}
