export {
  royaltyBases,
  type Clause,
  type ContractTerms,
  type Exclusions,
  type FlatFeeClause,
  type NetReceiptsClause,
  type Payee,
  payeeKinds,
  paysPerCopy,
  type PayeeKind,
  type PoolShare,
  type PrintedClause,
  type ReceiptsClause,
  type ReturnReserve,
  type RoyaltyBasis,
  type SoldClause,
  type ThirdPartyClause,
  type Tier,
} from './terms';
export type {
  ClauseDraft,
  ContractDraft,
  ExclusionsDraft,
  PayeeDraft,
  RelaunchDraft,
  ReturnReserveDraft,
  TierDraft,
} from './drafts';
export { readClause } from './read-clause';
export { readPayees } from './read-payees';
export { clauseConflicts, isLimited, type ClauseConflict } from './clause-conflicts';
export { limitsOf, specificityOf, takes, type Placed } from './scope';
export { checkContract, type ContractCheck, type ContractRefusal } from './check-contract';
export { contractWarningCodes, type ContractWarning, type ContractWarningCode } from './warnings';
export { licensedRights, type LicensedRight } from './licensed-rights';
export {
  lastPeriodEnded,
  legalDeadline,
  periodEnding,
  statementFrequencies,
  type StatementFrequency,
  type StatementTerms,
} from './statement-dates';
