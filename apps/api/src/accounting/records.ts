import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

import { registerRecords } from '../platform/database/record-registry';

@Entity('account')
export class AccountRecord {
  @PrimaryColumn('text') role: string;
  @Column('integer') position: number;
  @Column('text') number: string;
  @Column('text') label: string;
  @Column('integer') version: number;
}

@Entity('journal')
export class JournalRecord {
  @PrimaryColumn('text') role: string;
  @Column('text') code: string;
  @Column('text') label: string;
  @Column('integer') version: number;
}

@Entity('journal_entry')
export class JournalEntryRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('text') number: string;
  @Column('text') journal: string;
  @Column('text', { name: 'journal_code' }) journalCode: string;
  @Column('text', { name: 'journal_label' }) journalLabel: string;
  @Column('date', { name: 'entered_on' }) enteredOn: string;
  @Column('text') label: string;
  @Column('text', { name: 'document_type' }) documentType: string;
  @Column('integer', { name: 'document_id' }) documentId: number;
  @Column('text', { name: 'document_number' }) documentNumber: string;
  @Column('date', { name: 'document_date' }) documentDate: string;
  @Column('text') purpose: string;
  @Column({ type: 'text', insert: false }) actor: string;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false }) createdAt: Date;
}

@Entity('journal_entry_line')
export class JournalEntryLineRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer', { name: 'entry_id' }) entryId: number;
  @Column('integer') position: number;
  @Column('text') role: string;
  @Column('text', { name: 'account_number' }) accountNumber: string;
  @Column('text', { name: 'account_label' }) accountLabel: string;
  @Column('integer', { name: 'contributor_id', nullable: true }) contributorId: number | null;
  @Column('text', { name: 'subledger_code', nullable: true }) subledgerCode: string | null;
  @Column('text', { name: 'subledger_label', nullable: true }) subledgerLabel: string | null;
  @Column('numeric') debit: string;
  @Column('numeric') credit: string;
}

registerRecords(AccountRecord, JournalRecord, JournalEntryRecord, JournalEntryLineRecord);
