import { Injectable } from '@nestjs/common';

import { Database } from '../database/database';
import { StoredFiles, type StoredFile } from '../files/stored-files';
import { readPage, type ListSpec } from '../lists/list';
import { platformProblems } from '../problems/platform-problems';
import { mailErrorSentence, type MailError } from './mail-error';
import {
  mailStatuses,
  type MailListItem,
  type MailListQuery,
  type MailListResponse,
  type MailResponse,
} from './mail-dto';
import { hideMarks } from './mail-text';
import { MailMessageRecord } from './records';

const mailList: ListSpec = {
  select: `m.id, m.kind, m.to_name AS "toName", m.to_address AS "toAddress", m.subject, m.status, m.attempts,
    m.next_attempt_at AS "nextAttemptAt", m.last_error AS "lastError", m.created_at AS "createdAt", m.sent_at AS "sentAt",
    jsonb_array_length(m.attachments) AS attachments`,
  from: 'mail_message m',
  id: 'm.id',
  sorts: { createdAt: { sql: 'm.id', type: 'integer' }, toName: { sql: 'm.to_name', type: 'text' } },
  defaultSort: '-createdAt',
  filters: {
    status: 'm.status = ANY($)',
    kind: 'm.kind = $',
    about: `m.about_type || ':' || m.about_id = $`,
  },
  search: `m.search_text LIKE fold($)`,
};

type MailRow = Omit<MailListItem, 'nextAttemptAt' | 'lastError' | 'createdAt' | 'sentAt'> & {
  nextAttemptAt: Date;
  lastError: MailError | null;
  createdAt: Date;
  sentAt: Date | null;
};

/** The outbox as people read it. */
@Injectable()
export class ReadMails {
  constructor(
    private readonly database: Database,
    private readonly files: StoredFiles,
  ) {}

  async list(query: MailListQuery, locale: 'fr' | 'en'): Promise<MailListResponse> {
    const { status, kind, about, ...list } = query;
    const statuses = status?.split(',');
    const known: readonly string[] = mailStatuses;
    if (statuses?.some((each) => !known.includes(each)))
      throw platformProblems.create('malformed-request', { reason: `status=${status}` });
    const page = await readPage<MailRow>(this.database.reader, mailList, list, { status: statuses, kind, about });
    return { ...page, items: page.items.map((row) => ({ ...row, ...told(row, locale) })) };
  }

  async read(id: number, locale: 'fr' | 'en'): Promise<MailResponse> {
    const mail = await this.database.reader.findOneByOrFail(MailMessageRecord, { id });
    const attachments = await this.database.reader.query(
      `SELECT a.name, f.media_type AS "mediaType", f.byte_length AS "byteLength"
       FROM jsonb_to_recordset($1::jsonb) AS a("fileId" int, name text) JOIN stored_file f ON f.id = a."fileId"`,
      [JSON.stringify(mail.attachments)],
    );
    const { kind, toName, toAddress, subject, status, attempts, aboutType, aboutId } = mail;
    return {
      ...{ id, kind, toName, toAddress, subject, status, attempts, aboutType, aboutId, attachments },
      text: hideMarks(mail.bodyText, locale),
      html: hideMarks(mail.bodyHtml, locale),
      ...told(mail, locale),
    };
  }

  /** The file of a mail's attachment. @param position from 0 @throws not-found */
  async attachment(id: number, position: number): Promise<StoredFile> {
    const mail = await this.database.reader.findOneByOrFail(MailMessageRecord, { id });
    const attachment = mail.attachments[position];
    const file = attachment && (await this.files.find(this.database.reader, attachment.fileId));
    if (!file) throw platformProblems.create('not-found');
    return { ...file, fileName: attachment.name };
  }
}

function told(
  mail: Pick<MailRow, 'status' | 'nextAttemptAt' | 'lastError' | 'createdAt' | 'sentAt'>,
  locale: 'fr' | 'en',
) {
  return {
    nextAttemptAt: mail.status === 'queued' ? mail.nextAttemptAt.toISOString() : null,
    lastError: mailErrorSentence(mail.lastError, locale),
    createdAt: mail.createdAt.toISOString(),
    sentAt: mail.sentAt?.toISOString() ?? null,
  };
}
