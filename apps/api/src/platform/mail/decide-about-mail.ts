import { Injectable } from '@nestjs/common';

import { Database, type Tx } from '../database/database';
import { platformProblems } from '../problems/platform-problems';
import type { Actor } from '../sign-in/actor';
import { Tasks } from '../tasks/tasks';
import { mailProblems } from './mail-error';
import { MAIL_QUEUE } from './outbox';
import { MailMessageRecord, type MailStatus } from './records';

/** What people decide about a mail that waits, failed, or of which nobody knows whether it left. */
@Injectable()
export class DecideAboutMail {
  constructor(
    private readonly database: Database,
    private readonly tasks: Tasks,
  ) {}

  /** Sends it at once, or again. @throws mail-not-in-this-state, mail-too-late where what it carried was forgotten */
  async sendAgain(actor: Actor, id: number): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const mail = await locked(tx, id, ['queued', 'failed', 'uncertain', 'cancelled']);
      const isTooLate = mail.expiresAt !== null && mail.expiresAt <= new Date();
      if (isTooLate || (mail.secretsEncrypted === null && /\{\{\w+\}\}/.test(mail.bodyText)))
        throw mailProblems.create('mail-too-late');
      await tx.query(
        `UPDATE mail_message SET status = 'queued', next_attempt_at = now(), last_error = NULL,
           attempts = CASE WHEN status = 'queued' THEN attempts ELSE 0 END WHERE id = $1`,
        [id],
      );
      await this.tasks.wake(tx, MAIL_QUEUE);
    });
  }

  /** Holds back a mail that waits. @throws mail-already-left */
  async cancel(actor: Actor, id: number): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      await locked(tx, id, ['queued', 'failed'], 'mail-already-left');
      await tx.query(`UPDATE mail_message SET status = 'cancelled', secrets_encrypted = NULL WHERE id = $1`, [id]);
    });
  }

  /** Somebody has learnt that it arrived. @throws mail-not-in-this-state */
  async fileAsSent(actor: Actor, id: number): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const { claimedAt } = await locked(tx, id, ['uncertain']);
      await tx.query(
        `UPDATE mail_message SET status = 'sent', sent_at = coalesce($2, now()), secrets_encrypted = NULL WHERE id = $1`,
        [id, claimedAt],
      );
    });
  }
}

async function locked(
  tx: Tx,
  id: number,
  allowed: readonly MailStatus[],
  otherwise: 'mail-not-in-this-state' | 'mail-already-left' = 'mail-not-in-this-state',
): Promise<MailMessageRecord> {
  const mail = await tx.findOne(MailMessageRecord, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!mail) throw platformProblems.create('not-found');
  if (!allowed.includes(mail.status)) throw mailProblems.create(otherwise);
  return mail;
}
