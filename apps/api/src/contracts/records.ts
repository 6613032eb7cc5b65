import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

import { registerRecords } from '../platform/database/record-registry';

/** A tier as it was agreed: whole copies, percent. */
export interface StoredTier {
  readonly upTo: number | null;
  readonly rate: string;
}

@Entity('contract')
export class ContractRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer') version: number;
  @Column('text', { name: 'external_id', nullable: true }) externalId: string | null;
  @Column('text') reference: string;
  @Column('text') status: string;
  @Column('integer', { name: 'contributor_id' }) contributorId: number;
  @Column('integer', { name: 'work_id' }) workId: number;
  @Column('date', { name: 'signed_on', nullable: true }) signedOn: string | null;
  @Column('date', { name: 'starts_on', nullable: true }) startsOn: string | null;
  @Column('date', { name: 'ends_on', nullable: true }) endsOn: string | null;
  @Column('date', { name: 'terminated_on', nullable: true }) terminatedOn: string | null;
  @Column('text', { name: 'statement_frequency' }) statementFrequency: string;
  @Column('numeric', { name: 'payment_threshold' }) paymentThreshold: string;
  @Column('text', { name: 'unit_price_rounding', nullable: true }) unitPriceRounding: string | null;
  @Column('integer', { name: 'minimum_first_run', nullable: true }) minimumFirstRun: number | null;
  @Column('text', { nullable: true }) notes: string | null;
}

@Entity('contract_clause')
export class ContractClauseRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer', { name: 'contract_id' }) contractId: number;
  @Column('integer') position: number;
  @Column('integer', { name: 'edition_id' }) editionId: number;
  @Column('text') basis: string;
  @Column('jsonb') tiers: StoredTier[];
  @Column('integer', { name: 'excluded_author_copies' }) excludedAuthorCopies: number;
  @Column('integer', { name: 'excluded_legal_deposit' }) excludedLegalDeposit: number;
  @Column('integer', { name: 'excluded_review_copies' }) excludedReviewCopies: number;
  @Column('numeric', { name: 'excluded_review_copies_percent' }) excludedReviewCopiesPercent: string;
  @Column('integer', { name: 'copies_before' }) copiesBefore: number;
  @Column('jsonb', { name: 'pool_shares', nullable: true }) poolShares: string[] | null;
  @Column('integer', { name: 'pool_index', nullable: true }) poolIndex: number | null;
  @Column('numeric', { name: 'return_reserve_percent', nullable: true }) returnReservePercent: string | null;
  @Column('integer', { name: 'return_reserve_max_statements', nullable: true }) returnReserveMaxStatements:
    number | null;
}

@Entity('contract_advance')
export class ContractAdvanceRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer', { name: 'contract_id' }) contractId: number;
  @Column('text') label: string;
  @Column('date', { name: 'due_on', nullable: true }) dueOn: string | null;
  @Column('date', { name: 'paid_on', nullable: true }) paidOn: string | null;
  /** When the payment became known; the database gives it. */
  @Column({ type: 'bigint', name: 'paid_entry', nullable: true, insert: false, update: false }) paidEntry:
    number | null;
  @Column('numeric') amount: string;
}

registerRecords(ContractRecord, ContractClauseRecord, ContractAdvanceRecord);
