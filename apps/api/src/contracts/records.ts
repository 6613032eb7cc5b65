import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

import { registerRecords } from '../platform/database/record-registry';

/** A tier as it was agreed: whole copies, and a percent or euros for each copy. */
export interface StoredTier {
  readonly upTo: number | null;
  readonly rate?: string;
  readonly amountPerCopy?: string;
}

/** What a correction may change of a clause: its rates, its exclusions, its share; each named member replaces the old. */
export interface ClauseTerms {
  readonly tiers?: readonly StoredTier[];
  readonly excluded?: {
    readonly authorCopies?: number;
    readonly legalDeposit?: number;
    readonly reviewCopies?: number;
    readonly reviewCopiesPercent?: string;
  };
  readonly poolShares?: readonly string[];
  readonly poolIndex?: number;
  readonly rate?: string;
  readonly amount?: string;
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
  @Column('numeric', { name: 'guaranteed_minimum', nullable: true }) guaranteedMinimum: string | null;
  @Column('date', { name: 'option_until', nullable: true }) optionUntil: string | null;
  @Column('text', { name: 'option_note', nullable: true }) optionNote: string | null;
  @Column('text', { name: 'termination_reason', nullable: true }) terminationReason: string | null;
  @Column('text', { name: 'termination_note', nullable: true }) terminationNote: string | null;
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
  @Column('date', { name: 'valid_from', nullable: true }) validFrom: string | null;
  @Column('date', { name: 'valid_until', nullable: true }) validUntil: string | null;
  @Column('jsonb', { nullable: true }) channels: string[] | null;
  @Column('jsonb', { nullable: true }) territories: string[] | null;
  @Column('text', { nullable: true }) counter: string | null;
  @Column('integer', { name: 'copies_left', nullable: true }) copiesLeft: number | null;
  @Column('date', { name: 'relaunch_from', nullable: true }) relaunchFrom: string | null;
  @Column('integer', { name: 'relaunch_statements', nullable: true }) relaunchStatements: number | null;
  @Column('numeric', { nullable: true }) rate: string | null;
  @Column('text', { name: 'third_party_right', nullable: true }) thirdPartyRight: string | null;
  @Column('text', { name: 'third_party_on', nullable: true }) thirdPartyOn: string | null;
  @Column('numeric', { name: 'flat_amount', nullable: true }) flatAmount: string | null;
  @Column('date', { name: 'flat_due_on', nullable: true }) flatDueOn: string | null;
  @Column('integer', { name: 'opened_by_id', nullable: true }) openedById: number | null;
  @Column('integer', { name: 'ended_by_id', nullable: true }) endedById: number | null;
}

@Entity('contract_amendment')
export class ContractAmendmentRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer', { name: 'contract_id' }) contractId: number;
  @Column('integer') number: number;
  @Column('date', { name: 'signed_on', nullable: true }) signedOn: string | null;
  @Column('date', { name: 'effective_from' }) effectiveFrom: string;
  @Column('text', { nullable: true }) note: string | null;
}

@Entity('contract_payee')
export class ContractPayeeRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer', { name: 'contract_id' }) contractId: number;
  @Column('integer') position: number;
  @Column('integer', { name: 'contributor_id' }) contributorId: number;
  @Column('text') kind: string;
  @Column('numeric') share: string;
  @Column('date', { name: 'valid_from', nullable: true }) validFrom: string | null;
}

@Entity('set_off_agreement')
export class SetOffAgreementRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer') version: number;
  @Column('integer', { name: 'contributor_id' }) contributorId: number;
  @Column('date', { name: 'signed_on' }) signedOn: string;
  @Column('date', { name: 'valid_from' }) validFrom: string;
  @Column('text', { nullable: true }) note: string | null;
  @Column('integer', { name: 'file_id', nullable: true }) fileId: number | null;
}

@Entity('set_off_contract')
export class SetOffContractRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer', { name: 'agreement_id' }) agreementId: number;
  @Column('integer', { name: 'contract_id' }) contractId: number;
}

/** Terms of a clause that closed statements used, as they ought to have been. */
@Entity('term_correction')
export class TermCorrectionRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer', { name: 'contract_id' }) contractId: number;
  @Column('integer', { name: 'clause_id' }) clauseId: number;
  @Column('jsonb') terms: ClauseTerms;
  @Column('text') reason: string;
  @Column('date', { name: 'corrected_on' }) correctedOn: string;
}

@Entity('price_correction')
export class PriceCorrectionRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer', { name: 'edition_id' }) editionId: number;
  @Column('date', { name: 'valid_from' }) validFrom: string;
  @Column('numeric', { name: 'price_before', nullable: true }) priceBefore: string | null;
  @Column('numeric', { name: 'retail_price_incl_vat' }) retailPriceInclVat: string;
  @Column('text') reason: string;
  @Column('date', { name: 'corrected_on' }) correctedOn: string;
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

registerRecords(
  ContractRecord,
  ContractClauseRecord,
  ContractAdvanceRecord,
  ContractAmendmentRecord,
  ContractPayeeRecord,
  SetOffAgreementRecord,
  SetOffContractRecord,
  TermCorrectionRecord,
  PriceCorrectionRecord,
);
