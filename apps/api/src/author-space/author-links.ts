import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import { Injectable, Logger } from '@nestjs/common';

import { Database, type Tx } from '../platform/database/database';
import { houseName, isMailAddress, MailSettings, Outbox } from '../platform/mail';
import { platformProblems } from '../platform/problems/platform-problems';
import { systemActor, type Actor } from '../platform/sign-in/actor';
import { hashToken } from '../platform/sign-in/sessions';
import { AuthorSessions } from './author-sessions';
import { linkMail } from './link-mail';
import { authorSpaceProblems } from './problems';

type Purpose = 'asked' | 'invited';

const MINUTES: Readonly<Record<Purpose, number>> = { asked: 15, invited: 7 * 24 * 60 };
/** Links that one address is sent in an hour, however often they are asked for. */
const AN_HOUR = 3;
/** Every answer takes as long: it tells nobody which addresses are known. */
const ANSWER_MS = 400;

interface Recipient {
  readonly id: number;
  readonly name: string;
  readonly email: string;
}

/** Links that sign an author in: sent by e-mail, single use, short-lived, kept as hashes. */
@Injectable()
export class AuthorLinks {
  private readonly log = new Logger('AuthorLinks');

  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly settings: MailSettings,
    private readonly sessions: AuthorSessions,
  ) {}

  /** Sends a link to whoever has this address; answers the same, and as late, where nobody has. */
  async ask(email: string, locale: 'fr' | 'en'): Promise<void> {
    const sent = this.sendAsked(email.trim(), locale).catch((error: unknown) => this.log.error(error));
    await Promise.all([sent, pause(ANSWER_MS)]);
  }

  /** The house invites. @throws not-found, author-without-address */
  async invite(actor: Actor, contributorId: number, locale: 'fr' | 'en'): Promise<{ email: string; mailId: number }> {
    return this.database.transaction(actor, async (tx) => {
      const [found] = await tx.query(
        `SELECT id, display_name AS name, email FROM contributor WHERE id = $1 AND NOT archived`,
        [contributorId],
      );
      if (!found) throw platformProblems.create('not-found');
      if (!isMailAddress(found.email)) throw authorSpaceProblems.create('author-without-address');
      const mailId = await this.send(tx, found as Recipient, { purpose: 'invited', locale });
      return { email: found.email as string, mailId };
    });
  }

  /** Uses a link up, and signs its author in. @returns the session's token @throws author-link-expired */
  async enter(token: string): Promise<string> {
    return this.database.transaction(systemActor, async (tx) => {
      const [link] = await tx.query(
        `WITH used AS (UPDATE author_link l SET used_at = now() FROM contributor c
           WHERE l.token_hash = $1 AND l.used_at IS NULL AND l.expires_at > now()
             AND c.id = l.contributor_id AND NOT c.archived AND lower(c.email) = lower(l.email)
           RETURNING l.contributor_id AS "contributorId", l.email)
         SELECT * FROM used`,
        [hashToken(token)],
      );
      if (!link) throw authorSpaceProblems.create('author-link-expired');
      return this.sessions.open(tx, link.contributorId, link.email);
    });
  }

  private async sendAsked(email: string, locale: 'fr' | 'en'): Promise<void> {
    await this.database.transaction(systemActor, async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext($1))`, [`author-link:${email.toLowerCase()}`]);
      const [{ sent }] = await tx.query(
        `SELECT count(DISTINCT created_at)::int AS sent FROM author_link
         WHERE lower(email) = lower($1) AND purpose = 'asked' AND created_at > now() - interval '1 hour'`,
        [email],
      );
      if (sent >= AN_HOUR) return;
      await tx.query(`DELETE FROM author_link WHERE expires_at < now() - interval '30 days'`);
      const people: Recipient[] = await tx.query(
        `SELECT id, display_name AS name, email FROM contributor WHERE lower(email) = lower($1) AND NOT archived ORDER BY id LIMIT 20`,
        [email],
      );
      for (const person of people) await this.send(tx, person, { purpose: 'asked', locale });
    });
  }

  private async send(
    tx: Tx,
    person: Recipient,
    { purpose, locale }: { purpose: Purpose; locale: 'fr' | 'en' },
  ): Promise<number> {
    const token = randomBytes(32).toString('base64url');
    const [link] = await tx.query(
      `INSERT INTO author_link (token_hash, contributor_id, email, purpose, expires_at)
       VALUES ($1, $2, $3, $4, now() + make_interval(mins => $5)) RETURNING expires_at AS "expiresAt"`,
      [hashToken(token), person.id, person.email, purpose, MINUTES[purpose]],
    );
    const address = await this.settings.publicAddress(tx);
    return this.outbox.enqueue(tx, {
      ...linkMail({ purpose, locale, house: await houseName(tx), name: person.name }),
      ...{ kind: 'author-link', key: `author-link:${hashToken(token).toString('hex')}`, locale },
      to: { name: person.name, address: person.email },
      about: { type: 'contributor', id: person.id },
      // Behind the #: the browser keeps it to itself, so that no server's log and no referrer holds it.
      secrets: { link: `${address}/auteur/entrer#${token}` },
      expiresAt: link.expiresAt as Date,
    });
  }
}
