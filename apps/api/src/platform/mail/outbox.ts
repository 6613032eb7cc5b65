import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/database';
import { Secrets } from '../secrets/secrets';
import { Tasks } from '../tasks/tasks';
import { mailAddress, mailPage, oneLine } from './mail-text';
import type { MailAttachment } from './records';

/** A mail to be sent, as a feature writes it. */
export interface MailDraft {
  /** What sort of mail, for the outbox's filters: `statement`, `payment-advice`… */
  readonly kind: string;
  /** What it is for. The same key is queued once, however often it is asked. */
  readonly key: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  /** Plain text; paragraphs are parted by an empty line. */
  readonly text: string;
  /** Made of the text where it is absent. */
  readonly html?: string;
  /** The language of the text; French by default. */
  readonly locale?: 'fr' | 'en';
  readonly attachments?: readonly MailAttachment[];
  /** The record that it is about. */
  readonly about?: { readonly type: string; readonly id: number };
  /** Values of the marks `{{name}}` in the text that only the addressee may read: kept sealed, forgotten once sent. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** Not sent any more after this instant: a link that has expired is of no use. Such mails leave before all others. */
  readonly expiresAt?: Date;
  /** How often the server may refuse it for the moment; 8 by default, over about a day. */
  readonly maxAttempts?: number;
}

/** The queue that sends mails. */
export const MAIL_QUEUE = 'mail';

/** Mails to be sent. One that is queued leaves once its transaction is committed, and never if that is undone. */
@Injectable()
export class Outbox {
  constructor(
    private readonly secrets: Secrets,
    private readonly tasks: Tasks,
  ) {}

  /**
   * Queues a mail within the caller's transaction. @returns its id, that of the first where the key was used before
   * @throws mail-address-invalid, secret-key-missing where it carries secrets
   */
  async enqueue(tx: Tx, draft: MailDraft): Promise<number> {
    const { about, locale = 'fr', secrets } = draft;
    const sealed = secrets ? this.secrets.encrypt(JSON.stringify(secrets)) : null;
    const [queued] = await tx.query(
      `INSERT INTO mail_message (kind, key, to_name, to_address, subject, body_text, body_html, locale, attachments, secrets_encrypted,
         about_type, about_id, expires_at, max_attempts)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) ON CONFLICT (key) DO NOTHING RETURNING id`,
      [
        ...[draft.kind, draft.key, oneLine(draft.to.name), mailAddress(draft.to.address), oneLine(draft.subject)],
        ...[draft.text, draft.html ?? mailPage(draft.text, await houseName(tx), locale), locale],
        ...[JSON.stringify(draft.attachments ?? []), sealed, about?.type ?? null, about?.id ?? null],
        ...[draft.expiresAt ?? null, draft.maxAttempts ?? 8],
      ],
    );
    if (!queued) return this.earlier(tx, draft.key);
    await this.tasks.wake(tx, MAIL_QUEUE);
    return queued.id as number;
  }

  private async earlier(tx: Tx, key: string): Promise<number> {
    const [row] = await tx.query(`SELECT id FROM mail_message WHERE key = $1`, [key]);
    return row.id as number;
  }
}

/** As readers of mails know the house. */
export async function houseName(tx: Tx): Promise<string> {
  const [house] = await tx.query(`SELECT coalesce(nullif(trade_name, ''), legal_name) AS name FROM house`);
  return house.name as string;
}
