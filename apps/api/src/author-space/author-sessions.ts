import { randomBytes } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { Database, type Tx } from '../platform/database/database';
import { hashToken } from '../platform/sign-in/sessions';

/** Of the author's cookie: another one than that of the house's people, sent to the author's routes only. */
export const AUTHOR_COOKIE = 'colophon_author';
const IDLE_HOURS = 8;
const LONGEST_DAYS = 7;

/** An author who is signed in: everything they read is found by this id, never by one that they send. */
export interface Author {
  readonly contributorId: number;
  readonly name: string;
  readonly email: string;
  readonly csrfToken: string;
}

/** Sessions of authors, kept as hashes. They end after eight idle hours, and with the address they were opened by. */
@Injectable()
export class AuthorSessions {
  constructor(private readonly database: Database) {}

  async open(tx: Tx, contributorId: number, email: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await tx.query(
      `INSERT INTO author_session (token_hash, contributor_id, email, csrf_token) VALUES ($1, $2, $3, $4)`,
      [hashToken(token), contributorId, email, randomBytes(24).toString('base64url')],
    );
    await tx.query(`DELETE FROM author_session WHERE last_seen_at < now() - make_interval(hours => $1)`, [IDLE_HOURS]);
    return token;
  }

  /** Counts as a visit. An author whose record was archived or whose address changed is signed out. */
  async find(token: string): Promise<Author | undefined> {
    const [row] = await this.database.reader.query(
      `WITH seen AS (UPDATE author_session s SET last_seen_at = now() FROM contributor c
         WHERE s.token_hash = $1 AND c.id = s.contributor_id AND NOT c.archived AND lower(c.email) = lower(s.email)
           AND s.last_seen_at > now() - make_interval(hours => $2) AND s.created_at > now() - make_interval(days => $3)
         RETURNING s.contributor_id AS "contributorId", c.display_name AS name, c.email, s.csrf_token AS "csrfToken")
       SELECT * FROM seen`,
      [hashToken(token), IDLE_HOURS, LONGEST_DAYS],
    );
    return row as Author | undefined;
  }

  async close(token: string): Promise<void> {
    await this.database.reader.query(`DELETE FROM author_session WHERE token_hash = $1`, [hashToken(token)]);
  }
}
