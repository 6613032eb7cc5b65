import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

import { registerRecords } from '../platform/database/record-registry';
import type { ImportReport } from './import-report';

/** What is known of a file besides its bytes, which are encrypted. */
export interface FileSettings {
  readonly fileName: string;
  readonly byteLength: number;
  readonly sha256: string;
}

@Entity('import_batch')
export class ImportBatchRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('text') status: string;
  @Column('text') label: string;
  @Column('jsonb') report: ImportReport;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('text', { name: 'created_by' }) createdBy: string;
  @Column('timestamptz', { name: 'applied_at', nullable: true }) appliedAt: Date | null;
  @Column('timestamptz', { name: 'undone_at', nullable: true }) undoneAt: Date | null;
}

@Entity('import_file')
export class ImportFileRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer', { name: 'batch_id' }) batchId: number;
  /** What was chosen; 'auto' where the columns are to tell. */
  @Column('text') kind: string;
  @Column('integer', { name: 'file_id' }) fileId: number;
  @Column('jsonb') settings: FileSettings;
}

@Entity('import_change')
export class ImportChangeRecord {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer', { name: 'batch_id' }) batchId: number;
  @Column('text', { name: 'table_name' }) tableName: string;
  @Column('bigint', { name: 'record_id' }) recordId: number;
  @Column('text') action: string;
  @Column('jsonb', { nullable: true }) before: unknown | null;
  @Column('text', { name: 'entity_type' }) entityType: string;
  @Column('text', { name: 'entity_id' }) entityId: string;
}

registerRecords(ImportBatchRecord, ImportFileRecord, ImportChangeRecord);
