import { Inject, Injectable } from '@nestjs/common';

import { CONFIG, type Config } from '../config/config';
import type { Tx } from '../database/database';
import { Secrets } from '../secrets/secrets';
import { houseName } from './outbox';
import { MailSettingRecord } from './records';
import type { SmtpAccess } from './smtp-session';

/** What is needed to send: the server, and whom the mails come from. */
export interface MailAccess extends SmtpAccess {
  readonly from: { readonly name: string; readonly address: string };
  readonly replyTo: string | null;
}

/** How this installation sends mails, and where the links in them lead. */
@Injectable()
export class MailSettings {
  constructor(
    private readonly secrets: Secrets,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  record(tx: Tx): Promise<MailSettingRecord> {
    return tx.findOneByOrFail(MailSettingRecord, { onlyRow: true });
  }

  /** @returns undefined as long as no server is set: mails wait. @throws secret-key-missing */
  async access(tx: Tx): Promise<MailAccess | undefined> {
    const { host, fromAddress, ...set } = await this.record(tx);
    if (!host || !fromAddress) return undefined;
    const password = set.passwordEncrypted ? this.secrets.decrypt(set.passwordEncrypted) : '';
    return {
      ...{ host, port: set.port, security: set.security },
      credentials: set.userName ? { user: set.userName, pass: password } : undefined,
      from: { name: set.fromName ?? (await houseName(tx)), address: fromAddress },
      replyTo: set.replyTo,
    };
  }

  /** This installation as its readers reach it, without a slash at the end: `https://colophon.example.org`. */
  async publicAddress(tx: Tx): Promise<string> {
    return (await this.record(tx)).publicAddress ?? this.defaultPublicAddress;
  }

  get defaultPublicAddress(): string {
    return `http://localhost:${this.config.port}`;
  }
}
