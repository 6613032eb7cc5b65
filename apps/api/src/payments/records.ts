import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

import { registerRecords } from '../platform/database/record-registry';

@Entity('payment_run')
export class PaymentRunRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer') version: number;
  @Column('text') status: string;
  @Column('date', { name: 'due_by' }) dueBy: string;
  @Column('date', { name: 'execution_date' }) executionDate: string;
  @Column('text', { name: 'pain_version' }) painVersion: string;
  @Column('text', { name: 'message_id', nullable: true }) messageId: string | null;
  @Column('integer', { name: 'file_id', nullable: true }) fileId: number | null;
  @Column('text', { name: 'file_name', nullable: true }) fileName: string | null;
  @Column('text', { name: 'file_sha256', nullable: true }) fileSha256: string | null;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt: Date;
  @Column('text', { name: 'created_by' }) createdBy: string;
  @Column('integer', { name: 'created_by_id', nullable: true }) createdById: number | null;
  @Column('integer', { name: 'changed_by_id', nullable: true }) changedById: number | null;
  @Column('timestamptz', { name: 'approved_at', nullable: true }) approvedAt: Date | null;
  @Column('text', { name: 'approved_by', nullable: true }) approvedBy: string | null;
  @Column('integer', { name: 'approved_by_id', nullable: true }) approvedById: number | null;
  @Column('timestamptz', { name: 'exported_at', nullable: true }) exportedAt: Date | null;
  @Column('text', { name: 'exported_by', nullable: true }) exportedBy: string | null;
  @Column('date', { name: 'executed_on', nullable: true }) executedOn: string | null;
  @Column('timestamptz', { name: 'executed_at', nullable: true }) executedAt: Date | null;
  @Column('text', { name: 'executed_by', nullable: true }) executedBy: string | null;
  @Column('boolean', { name: 'amounts_kept' }) amountsKept: boolean;
  @Column('timestamptz', { name: 'cancelled_at', nullable: true }) cancelledAt: Date | null;
  @Column('text', { name: 'cancelled_by', nullable: true }) cancelledBy: string | null;
}

@Entity('payment_file_download')
export class PaymentFileDownloadRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer', { name: 'payment_run_id' }) paymentRunId: number;
  @Column({ type: 'timestamptz', name: 'downloaded_at', insert: false, update: false }) downloadedAt: Date;
  @Column('text', { name: 'downloaded_by' }) downloadedBy: string;
}

@Entity('royalty_payment')
export class RoyaltyPaymentRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer', { name: 'payment_run_id', nullable: true }) paymentRunId: number | null;
  @Column('integer', { name: 'contributor_id' }) contributorId: number;
  @Column('text') status: string;
  @Column('text') method: string;
  @Column('text', { nullable: true }) reference: string | null;
  @Column('date', { name: 'executed_on', nullable: true }) executedOn: string | null;
  @Column('numeric') gross: string;
  @Column('numeric') net: string;
  @Column('text', { name: 'payee_name' }) payeeName: string;
  @Column('bytea', { name: 'iban_encrypted', nullable: true }) ibanEncrypted: Buffer | null;
  @Column('text', { name: 'iban_last4', nullable: true }) ibanLast4: string | null;
  @Column('bytea', { name: 'bic_encrypted', nullable: true }) bicEncrypted: Buffer | null;
  @Column('text', { name: 'end_to_end_id' }) endToEndId: string;
  @Column('date', { name: 'rejected_on', nullable: true }) rejectedOn: string | null;
  @Column('text', { name: 'rejection_reason', nullable: true }) rejectionReason: string | null;
  @Column('text', { name: 'rejected_by', nullable: true }) rejectedBy: string | null;
  @Column('integer', { name: 'replaces_payment_id', nullable: true }) replacesPaymentId: number | null;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt: Date;
  @Column('text', { name: 'created_by' }) createdBy: string;
}

@Entity('royalty_payment_item')
export class RoyaltyPaymentItemRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer', { name: 'payment_id' }) paymentId: number;
  @Column('integer') position: number;
  @Column('text') kind: string;
  @Column('integer', { name: 'statement_payee_id', nullable: true }) statementPayeeId: number | null;
  @Column('integer', { name: 'advance_id', nullable: true }) advanceId: number | null;
  @Column('text', { name: 'payee_kind' }) payeeKind: string;
  @Column('integer', { name: 'contract_id' }) contractId: number;
  @Column('integer', { name: 'contributor_id' }) contributorId: number;
  @Column('numeric') gross: string;
  @Column('numeric', { name: 'social_base' }) socialBase: string;
  @Column('numeric') csg: string;
  @Column('numeric') crds: string;
  @Column('numeric') pension: string;
  @Column('numeric', { name: 'pension_base' }) pensionBase: string;
  @Column('numeric') training: string;
  @Column('numeric') social: string;
  @Column('numeric') vat: string;
  @Column('numeric', { name: 'vat_withheld' }) vatWithheld: string;
  @Column('numeric', { name: 'withholding_tax' }) withholdingTax: string;
  @Column('numeric', { name: 'agent_share' }) agentShare: string;
  @Column('numeric', { name: 'reverse_charge_vat' }) reverseChargeVat: string;
  @Column('numeric', { name: 'payer_contribution' }) payerContribution: string;
  @Column('numeric', { name: 'payer_training' }) payerTraining: string;
  @Column('numeric') net: string;
  @Column('numeric', { name: 'stated_net', nullable: true }) statedNet: string | null;
  @Column('jsonb', { nullable: true }) difference: unknown;
  @Column('jsonb') withholding: unknown;
}

@Entity('balance_release')
export class BalanceReleaseRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer', { name: 'contract_id' }) contractId: number;
  @Column('integer', { name: 'statement_id' }) statementId: number;
  @Column('integer', { name: 'advance_id' }) advanceId: number;
  @Column('numeric') amount: string;
  @Column('text') reason: string;
  @Column({ type: 'timestamptz', name: 'released_at', insert: false, update: false }) releasedAt: Date;
  @Column('text', { name: 'released_by' }) releasedBy: string;
}

registerRecords(
  PaymentRunRecord,
  PaymentFileDownloadRecord,
  RoyaltyPaymentRecord,
  RoyaltyPaymentItemRecord,
  BalanceReleaseRecord,
);
