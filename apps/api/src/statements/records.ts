import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

import { registerRecords } from '../platform/database/record-registry';

@Entity('statement_document')
export class StatementDocumentRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer', { name: 'statement_id' }) statementId: number;
  @Column('text') format: string;
  @Column('text') locale: string;
  @Column('integer', { name: 'file_id' }) fileId: number;
  /** Whether it tells no payee what is withheld from another: those made before it was kept apart do. */
  @Column('boolean', { name: 'keeps_payees_apart', default: true }) keepsPayeesApart: boolean;
}

@Entity('covering_document')
export class CoveringDocumentRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer', { name: 'closing_id' }) closingId: number;
  @Column('integer', { name: 'contributor_id' }) contributorId: number;
  @Column('text') locale: string;
  @Column('integer', { name: 'file_id' }) fileId: number;
}

registerRecords(StatementDocumentRecord, CoveringDocumentRecord);
