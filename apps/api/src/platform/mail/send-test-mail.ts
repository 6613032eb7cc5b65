import { setTimeout as pause } from 'node:timers/promises';

import { Injectable } from '@nestjs/common';

import { Database } from '../database/database';
import type { Actor } from '../sign-in/actor';
import { DeliverMails } from './deliver-mails';
import { mailProblems } from './mail-error';
import { MailSettings } from './mail-settings';
import { houseName, Outbox } from './outbox';

/** “Envoyer un essai”: one attempt, whose outcome is known at once and stays in the outbox. */
@Injectable()
export class SendTestMail {
  constructor(
    private readonly database: Database,
    private readonly settings: MailSettings,
    private readonly outbox: Outbox,
    private readonly deliver: DeliverMails,
  ) {}

  /** @returns the mail's id @throws mail-not-set-up */
  async send(actor: Actor, to: string, key: string): Promise<number> {
    const { idempotency: _none, ...signed } = actor;
    const id = await this.database.transaction(signed, async (tx) => {
      if (!(await this.settings.access(tx))) throw mailProblems.create('mail-not-set-up');
      const words = texts[actor.locale];
      return this.outbox.enqueue(tx, {
        ...{ kind: 'test', key: `test:${key}`, to: { name: actor.name, address: to }, locale: actor.locale },
        ...{ subject: words.subject(await houseName(tx)), text: words.text(await this.settings.publicAddress(tx)) },
        maxAttempts: 1,
      });
    });
    await this.deliver.deliverDue(id);
    await this.ended(id);
    return id;
  }

  /** The background work may have taken the mail before us: its end is waited for. */
  private async ended(id: number): Promise<void> {
    for (let tick = 0; tick < LONGEST_WAIT_MS / TICK_MS; tick += 1) {
      const [mail] = await this.database.reader.query(
        `SELECT status IN ('queued', 'sending') AS "isOpen" FROM mail_message WHERE id = $1`,
        [id],
      );
      if (!mail.isOpen) return;
      await pause(TICK_MS);
    }
  }
}

const TICK_MS = 200;
const LONGEST_WAIT_MS = 60_000;

const texts = {
  fr: {
    subject: (house: string) => `Essai d’envoi : ${house}`,
    text: (address: string) =>
      `Ce message confirme que Colophon peut envoyer vos courriels.\n\nLes liens des courriels mèneront à ${address} : ouvrez cette adresse pour vérifier qu’elle répond.`,
  },
  en: {
    subject: (house: string) => `Test message: ${house}`,
    text: (address: string) =>
      `This message confirms that Colophon can send your mail.\n\nLinks in mails will lead to ${address}: open this address to check that it answers.`,
  },
};
