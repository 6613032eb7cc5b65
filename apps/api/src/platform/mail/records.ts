import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

import { registerRecords } from '../database/record-registry';
import type { MailError } from './mail-error';

/** A file that goes with a mail, under the name that its reader sees. */
export interface MailAttachment {
  readonly fileId: number;
  readonly name: string;
}

export type MailStatus = 'queued' | 'sending' | 'sent' | 'failed' | 'uncertain' | 'cancelled';

@Entity('mail_message')
export class MailMessageRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('text') kind: string;
  @Column('text') key: string;
  @Column('text', { name: 'to_name' }) toName: string;
  @Column('text', { name: 'to_address' }) toAddress: string;
  @Column('text') subject: string;
  @Column('text', { name: 'body_text' }) bodyText: string;
  @Column('text', { name: 'body_html' }) bodyHtml: string;
  @Column('text') locale: 'fr' | 'en';
  @Column('jsonb') attachments: MailAttachment[];
  @Column('bytea', { name: 'secrets_encrypted', nullable: true }) secretsEncrypted: Buffer | null;
  @Column('text', { name: 'about_type', nullable: true }) aboutType: string | null;
  @Column('integer', { name: 'about_id', nullable: true }) aboutId: number | null;
  @Column('text') status: MailStatus;
  @Column('integer') attempts: number;
  @Column('integer', { name: 'max_attempts' }) maxAttempts: number;
  @Column('timestamptz', { name: 'next_attempt_at' }) nextAttemptAt: Date;
  @Column('timestamptz', { name: 'expires_at', nullable: true }) expiresAt: Date | null;
  @Column('text', { name: 'message_id', nullable: true }) messageId: string | null;
  @Column('timestamptz', { name: 'claimed_at', nullable: true }) claimedAt: Date | null;
  @Column('timestamptz', { name: 'handed_over_at', nullable: true }) handedOverAt: Date | null;
  @Column('jsonb', { name: 'last_error', nullable: true }) lastError: MailError | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt: Date | null;
}

@Entity('mail_setting')
export class MailSettingRecord {
  @PrimaryColumn('boolean', { name: 'only_row' }) onlyRow: true;
  @Column('integer') version: number;
  @Column('text', { nullable: true }) host: string | null;
  @Column('integer') port: number;
  @Column('text') security: MailSecurity;
  @Column('text', { name: 'user_name', nullable: true }) userName: string | null;
  @Column('bytea', { name: 'password_encrypted', nullable: true }) passwordEncrypted: Buffer | null;
  @Column('text', { name: 'from_name', nullable: true }) fromName: string | null;
  @Column('text', { name: 'from_address', nullable: true }) fromAddress: string | null;
  @Column('text', { name: 'reply_to', nullable: true }) replyTo: string | null;
  @Column('text', { name: 'public_address', nullable: true }) publicAddress: string | null;
}

/** `tls` from the first byte (port 465), `starttls` demanded before anything is said (587), `none` for a server of one's own. */
export const mailSecurities = ['tls', 'starttls', 'none'] as const;
export type MailSecurity = (typeof mailSecurities)[number];

registerRecords(MailMessageRecord, MailSettingRecord);
