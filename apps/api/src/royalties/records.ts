import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

import { registerRecords } from '../platform/database/record-registry';

@Entity('closing')
export class ClosingRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer') version: number;
  @Column('text') kind: string;
  @Column('text') status: string;
  @Column('date', { name: 'period_from', nullable: true }) periodFrom: string | null;
  @Column('date', { name: 'period_to' }) periodTo: string;
  @Column('integer', { name: 'print_run_id', nullable: true }) printRunId: number | null;
  @Column('integer', { name: 'contract_id', nullable: true }) contractId: number | null;
  @Column('text') contracts: string;
  @Column('date', { name: 'payment_date' }) paymentDate: string;
  @Column('bigint', { nullable: true }) entry: number | null;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt: Date | null;
  @Column('text', { name: 'closed_by', nullable: true }) closedBy: string | null;
  @Column('integer', { name: 'created_by', nullable: true }) createdBy: number | null;
  @Column('integer', { name: 'computed_by', nullable: true }) computedBy: number | null;
  @Column('integer', { name: 'approved_by', nullable: true }) approvedBy: number | null;
  @Column('timestamptz', { name: 'approved_at', nullable: true }) approvedAt: Date | null;
}

@Entity('royalty_statement')
export class RoyaltyStatementRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer', { name: 'closing_id' }) closingId: number;
  @Column('integer', { name: 'contract_id' }) contractId: number;
  @Column('integer', { name: 'contributor_id' }) contributorId: number;
  @Column('text', { nullable: true }) number: string | null;
  @Column('date', { name: 'statement_date' }) statementDate: string;
  @Column('numeric') earned: string;
  @Column('numeric') adjustments: string;
  @Column('numeric', { name: 'carried_in' }) carriedIn: string;
  @Column('numeric') recouped: string;
  @Column('numeric') unrecouped: string;
  @Column('numeric', { name: 'carried_out' }) carriedOut: string;
  @Column('numeric') gross: string;
  @Column('numeric') net: string;
  @Column('jsonb') result: unknown;
  @Column('jsonb') document: unknown;
  @Column('integer') position: number;
  @Column('jsonb') stock: unknown;
  @Column('boolean', { name: 'has_gap' }) hasGap: boolean;
  @Column('text', { name: 'gap_reason', nullable: true }) gapReason: string | null;
  @Column('date', { name: 'issued_on', nullable: true }) issuedOn: string | null;
  @Column('text', { name: 'content_hash', nullable: true }) contentHash: string | null;
  @Column('date', { name: 'period_from', nullable: true }) periodFrom: string | null;
}

@Entity('royalty_statement_payee')
export class RoyaltyStatementPayeeRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer', { name: 'statement_id' }) statementId: number;
  @Column('integer') position: number;
  @Column('integer', { name: 'contributor_id' }) contributorId: number;
  @Column('text') kind: string;
  @Column('numeric') share: string;
  @Column('numeric') gross: string;
  @Column('numeric') net: string;
  @Column('jsonb', { nullable: true }) withholding: unknown;
}

@Entity('statement_sending')
export class StatementSendingRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer', { name: 'closing_id' }) closingId: number;
  @Column('integer', { name: 'contributor_id' }) contributorId: number;
  @Column('integer') attempt: number;
  @Column('text', { name: 'mail_key' }) mailKey: string;
  @Column('text', { name: 'to_address' }) toAddress: string;
  @Column('timestamptz', { name: 'sent_at' }) sentAt: Date;
  @Column('text', { name: 'sent_by' }) sentBy: string;
}

@Entity('withholding_rate')
export class WithholdingRateRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer') version: number;
  @Column('date', { name: 'valid_from' }) validFrom: string;
  @Column('date', { name: 'valid_to' }) validTo: string;
  @Column('numeric', { name: 'yearly_ceiling' }) yearlyCeiling: string;
  @Column('numeric', { name: 'csg_rate' }) csgRate: string;
  @Column('numeric', { name: 'crds_rate' }) crdsRate: string;
  @Column('numeric', { name: 'pension_rate' }) pensionRate: string;
  @Column('numeric', { name: 'training_rate' }) trainingRate: string;
  @Column('numeric', { name: 'social_base_rate' }) socialBaseRate: string;
  @Column('numeric', { name: 'vat_rate' }) vatRate: string;
  @Column('numeric', { name: 'vat_kept_rate' }) vatKeptRate: string;
  @Column('numeric', { name: 'payer_rate' }) payerRate: string;
  @Column('numeric', { name: 'payer_training_rate' }) payerTrainingRate: string;
  @Column('numeric', { name: 'pension_relief_rate' }) pensionReliefRate: string;
  @Column('numeric', { name: 'uncapped_pension_relief_rate' }) uncappedPensionReliefRate: string;
  @Column('numeric', { name: 'overseas_vat_rate' }) overseasVatRate: string;
  @Column('numeric', { name: 'overseas_vat_kept_rate' }) overseasVatKeptRate: string;
  @Column('numeric', { name: 'withholding_tax_rate' }) withholdingTaxRate: string;
  @Column('date', { name: 'copied_from', nullable: true }) copiedFrom: string | null;
  @Column('text', { nullable: true }) note: string | null;
}

registerRecords(
  ClosingRecord,
  RoyaltyStatementRecord,
  RoyaltyStatementPayeeRecord,
  StatementSendingRecord,
  WithholdingRateRecord,
);
