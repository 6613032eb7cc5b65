import { Injectable } from '@nestjs/common';

import { Database, type Tx } from '../database/database';
import { platformProblems } from '../problems/platform-problems';
import { Secrets } from '../secrets/secrets';
import type { Actor } from '../sign-in/actor';
import { Tasks } from '../tasks/tasks';
import type { MailSettingsResponse, MailSettingsUpdate } from './mail-dto';
import { mailProblems } from './mail-error';
import { MailSettings } from './mail-settings';
import { MAIL_QUEUE } from './outbox';
import { MailSettingRecord } from './records';

/** Reads and replaces how mails are sent; what waits is tried at once with what was saved. */
@Injectable()
export class SaveMailSettings {
  constructor(
    private readonly database: Database,
    private readonly settings: MailSettings,
    private readonly secrets: Secrets,
    private readonly tasks: Tasks,
  ) {}

  read(): Promise<MailSettingsResponse> {
    return this.shown(this.database.reader);
  }

  /** @throws stale-version, and what is wrong with a field */
  update(actor: Actor, input: MailSettingsUpdate): Promise<MailSettingsResponse> {
    return this.database.transaction(actor, async (tx) => {
      const current = await tx.findOneOrFail(MailSettingRecord, {
        where: { onlyRow: true },
        lock: { mode: 'pessimistic_write' },
      });
      if (current.version !== input.version) throw platformProblems.create('stale-version');
      await tx.save(Object.assign(current, this.fields(current, input), { version: current.version + 1 }));
      await tx.query(`UPDATE mail_message SET next_attempt_at = now() WHERE status = 'queued'`);
      await this.tasks.wake(tx, MAIL_QUEUE);
      return this.shown(tx);
    });
  }

  private fields(current: MailSettingRecord, input: MailSettingsUpdate) {
    const userName = input.userName?.trim() || null;
    const host = input.host || null;
    const fromAddress = input.fromAddress?.trim() || null;
    if (host && !fromAddress) throw mailProblems.at('/fromAddress', 'mail-sender-missing');
    const passwordEncrypted = this.password(current, { ...input, host, userName });
    if ((userName === null) !== (passwordEncrypted === null))
      throw mailProblems.at(userName === null ? '/userName' : '/password', 'mail-user-and-password');
    if (userName && input.security === 'none' && !isOwnMachine(host))
      throw mailProblems.at('/security', 'mail-password-in-clear');
    return {
      ...{ host, port: input.port, security: input.security, userName, passwordEncrypted, fromAddress },
      fromName: input.fromName?.trim() || null,
      replyTo: input.replyTo?.trim() || null,
      publicAddress: publicAddress(input.publicAddress),
    };
  }

  /** A password that is kept stays with the server it was given for: it is not handed to another one. */
  private password(current: MailSettingRecord, input: Pick<MailSettingsUpdate, 'host' | 'userName' | 'password'>) {
    if (input.password) return this.secrets.encrypt(input.password);
    if (input.password !== undefined || !input.userName) return null;
    const isSame = current.host === input.host && current.userName === input.userName;
    if (current.passwordEncrypted && !isSame) throw mailProblems.at('/password', 'mail-password-again');
    return current.passwordEncrypted;
  }

  private async shown(tx: Tx): Promise<MailSettingsResponse> {
    const { onlyRow: _key, passwordEncrypted, ...record } = await this.settings.record(tx);
    const [{ waiting }] = await tx.query(
      `SELECT count(*)::int AS waiting FROM mail_message WHERE status IN ('queued', 'sending')`,
    );
    return {
      ...record,
      hasPassword: passwordEncrypted !== null,
      defaultPublicAddress: this.settings.defaultPublicAddress,
      waiting,
    };
  }
}

function isOwnMachine(host: string | null): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host ?? '');
}

/** @throws mail-public-address-invalid */
function publicAddress(text: string | null | undefined): string | null {
  if (!text?.trim()) return null;
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  const isPlain = url && ['http:', 'https:'].includes(url.protocol) && !url.username && !url.search && !url.hash;
  if (!isPlain) throw mailProblems.at('/publicAddress', 'mail-public-address-invalid');
  return url.href.replace(/\/+$/, '');
}
