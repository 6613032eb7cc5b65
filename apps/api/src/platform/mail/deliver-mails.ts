import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';

import { Database } from '../database/database';
import { StoredFiles } from '../files/stored-files';
import { Problem } from '../problems/problem';
import { Secrets } from '../secrets/secrets';
import { Tasks } from '../tasks/tasks';
import { composeMail, type MailContent } from './compose-mail';
import { mailProblems, type MailError, type MailErrorCode } from './mail-error';
import {
  claimNext,
  dropExpired,
  markHandedOver,
  markSent,
  markStopped,
  nextDue,
  postpone,
  postponeAll,
  takeUpInterrupted,
  type ClaimedMail,
} from './mail-queue';
import { MailSettings, type MailAccess } from './mail-settings';
import { escapeHtml, fillMarks, oneLine } from './mail-text';
import { MAIL_QUEUE } from './outbox';
import { SendFailure, SmtpSession } from './smtp-session';

/** pg-boss takes a job for lost after fifteen minutes: a long queue is sent in several runs. */
const RUN_MS = 5 * 60_000;
const TRIES_TO_RECORD = 5;

/** Sends what is due, one mail after the other over one connection. None is sent twice: see docs/adr, on outgoing mail. */
@Injectable()
export class DeliverMails implements OnModuleInit {
  private readonly log = new Logger('Mail');
  private readonly sending = new Set<number>();
  private isFirstRun = true;

  constructor(
    private readonly database: Database,
    private readonly tasks: Tasks,
    private readonly settings: MailSettings,
    private readonly files: StoredFiles,
    private readonly secrets: Secrets,
  ) {}

  onModuleInit(): void {
    this.tasks.workOn(MAIL_QUEUE, () => this.deliverDue());
  }

  /** @param only of all that is due, this mail */
  async deliverDue(only?: number): Promise<void> {
    const { reader } = this.database;
    await takeUpInterrupted(reader, [...this.sending], this.isFirstRun);
    this.isFirstRun = false;
    await dropExpired(reader);
    const access = await this.settings.access(reader);
    if (!access) return;
    const line = new OutgoingLine(access);
    try {
      await this.deliverOver(line, only);
    } finally {
      line.close();
    }
    const due = await nextDue(reader);
    if (due) await this.tasks.wake(reader, MAIL_QUEUE, due);
  }

  private async deliverOver(line: OutgoingLine, only: number | undefined): Promise<void> {
    const end = performance.now() + RUN_MS;
    while (performance.now() < end) {
      const domain = line.access.from.address.split('@')[1]!;
      const mail = await claimNext(this.database.reader, `<${randomUUID()}@${domain}>`, only);
      if (!mail) return;
      this.sending.add(mail.id);
      try {
        if (!(await this.deliver(line, mail))) return;
      } finally {
        this.sending.delete(mail.id);
      }
    }
  }

  /** @returns false where no other mail can leave either */
  private async deliver(line: OutgoingLine, mail: ClaimedMail): Promise<boolean> {
    const tx = this.database.reader;
    try {
      const message = await composeMail(await this.contentOf(mail, line.access));
      const session = await line.open();
      await session.send(line.access.from.address, mail.toAddress, message, () => this.handOver(mail));
    } catch (error) {
      const failure = asFailure(error);
      if (failure.error.code === 'mail-unexpected') this.log.error(error instanceof Error ? error.stack : error);
      await this.record(() => recordFailure(tx, mail, failure));
      return failure.kind !== 'server';
    }
    await this.record(() => markSent(tx, mail.id));
    return true;
  }

  private async handOver(mail: ClaimedMail): Promise<void> {
    if (!(await markHandedOver(this.database.reader, mail)))
      throw new Error('The mail was decided about by somebody else while it was sent.');
  }

  /** The outcome is known to nobody else: where the database is away for a moment, it is told again. */
  private async record(write: () => Promise<void>): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await write();
      } catch (error) {
        if (attempt === TRIES_TO_RECORD) throw error;
        await pause(attempt * 500);
      }
    }
  }

  /** @throws mail-too-late, mail-attachment-gone, secret-key-missing */
  private async contentOf(mail: ClaimedMail, { from, replyTo }: MailAccess): Promise<MailContent> {
    const values = mail.secretsEncrypted
      ? (JSON.parse(this.secrets.decrypt(mail.secretsEncrypted)) as Record<string, string>)
      : {};
    const escaped = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, escapeHtml(value)]));
    const attachments = [];
    for (const { fileId, name } of mail.attachments) {
      const file = await this.files.find(this.database.reader, fileId);
      if (!file) throw mailProblems.create('mail-attachment-gone', { name });
      attachments.push({ name: oneLine(name), mediaType: file.mediaType, bytes: file.bytes });
    }
    return {
      ...{ from, replyTo, to: { name: mail.toName, address: mail.toAddress }, subject: mail.subject },
      text: fillMarks(mail.bodyText, values),
      html: fillMarks(mail.bodyHtml, escaped),
      ...{ attachments, messageId: mail.messageId },
    };
  }
}

/** One connection, opened for the first mail of a run and anew after a fault. */
class OutgoingLine {
  private session: SmtpSession | undefined;

  constructor(readonly access: MailAccess) {}

  async open(): Promise<SmtpSession> {
    if (this.session?.isOpen) return this.session;
    this.session = await SmtpSession.open(this.access);
    return this.session;
  }

  close(): void {
    this.session?.close();
  }
}

function asFailure(error: unknown): SendFailure {
  if (error instanceof SendFailure) return error;
  if (error instanceof Problem && error.code.startsWith('mail-')) {
    return new SendFailure('refused', {
      code: error.code as MailErrorCode,
      details: error.details as MailError['details'],
    });
  }
  const answer =
    error instanceof Problem ? error.code : oneLine(error instanceof Error ? error.message : String(error));
  return new SendFailure('later', { code: 'mail-unexpected', details: { answer } });
}

function recordFailure(tx: Database['reader'], mail: ClaimedMail, { kind, error }: SendFailure): Promise<void> {
  if (kind === 'server') return postponeAll(tx, mail, error);
  if (kind === 'later') return postpone(tx, mail, error);
  return markStopped(tx, mail.id, kind === 'unknown' ? 'uncertain' : 'failed', error);
}
