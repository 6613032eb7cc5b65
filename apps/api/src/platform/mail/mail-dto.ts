import {
  IsEmail,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  IsBoolean,
} from 'class-validator';

import { ListQuery } from '../lists/list-query';
import { mailSecurities, type MailSecurity, type MailStatus } from './records';

export const mailStatuses = ['queued', 'sending', 'sent', 'failed', 'uncertain', 'cancelled'] as const;

const HOST = /^[A-Za-z0-9]([A-Za-z0-9.:-]*[A-Za-z0-9])?$/;
const ONE_LINE = /^[^\p{Cc}\p{Zl}\p{Zp}]*$/u;

/** How mails are sent. Without a host they wait in the outbox. */
export class MailSettingsUpdate {
  /** Of the outgoing (SMTP) server: a name or an address, without a protocol. */
  @IsOptional()
  @IsString()
  @MaxLength(253)
  @Matches(HOST)
  host?: string | null;

  @IsInt()
  @Min(1)
  @Max(65535)
  port: number;

  @IsIn(mailSecurities)
  security: MailSecurity;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  @Matches(ONE_LINE)
  userName?: string | null;

  /** Absent to keep the one that is set; null to forget it. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  password?: string | null;

  /** The house's own name where it is empty. */
  @IsOptional()
  @IsString()
  @MaxLength(120)
  @Matches(ONE_LINE)
  fromName?: string | null;

  @IsOptional()
  @IsEmail()
  fromAddress?: string | null;

  @IsOptional()
  @IsEmail()
  replyTo?: string | null;

  /** Where the links of mails lead: `https://colophon.example.org`. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  publicAddress?: string | null;

  /** The version that was read; refused where somebody saved since. */
  @IsInt()
  version: number;
}

export class MailSettingsResponse {
  version: number;
  host: string | null;
  port: number;
  @IsIn(mailSecurities)
  security: MailSecurity;
  userName: string | null;
  /** The password itself never leaves. */
  @IsBoolean()
  hasPassword: boolean;
  fromName: string | null;
  fromAddress: string | null;
  replyTo: string | null;
  publicAddress: string | null;
  /** Where links lead as long as no public address is set. */
  defaultPublicAddress: string;
  /** Mails that wait to be sent. */
  @IsInt()
  waiting: number;
}

export class TestMailRequest {
  @IsEmail()
  to: string;
}

export class MailListQuery extends ListQuery {
  /** One or several, with commas between. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  status?: string;

  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  kind?: string;

  /** The record that mails are about: `closing:12`. */
  @IsOptional()
  @Matches(/^[\w-]{1,60}:\d{1,9}$/)
  about?: string;
}

export class MailListItem {
  id: number;
  kind: string;
  toName: string;
  toAddress: string;
  subject: string;
  @IsIn(mailStatuses)
  status: MailStatus;
  @IsInt()
  attempts: number;
  /** When the server is tried next; null for a mail that does not wait. */
  nextAttemptAt: string | null;
  /** Why it did not leave, in the reader's language. */
  lastError: string | null;
  createdAt: string;
  sentAt: string | null;
  @IsInt()
  attachments: number;
}

export class MailListResponse {
  items: MailListItem[];
  nextCursor: string | null;
  total: number;
  totalIsCapped: boolean;
}

export class MailAttachmentResponse {
  name: string;
  mediaType: string;
  @IsInt()
  byteLength: number;
}

export class MailResponse {
  id: number;
  kind: string;
  toName: string;
  toAddress: string;
  subject: string;
  /** What only the addressee may read is hidden. */
  text: string;
  html: string;
  @IsIn(mailStatuses)
  status: MailStatus;
  @IsInt()
  attempts: number;
  nextAttemptAt: string | null;
  lastError: string | null;
  createdAt: string;
  sentAt: string | null;
  aboutType: string | null;
  aboutId: number | null;
  attachments: MailAttachmentResponse[];
}
