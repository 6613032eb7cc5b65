export {
  royaltyBases,
  type Clause,
  type ContractTerms,
  type Exclusions,
  type PoolShare,
  type PrintedClause,
  type ReceiptsClause,
  type ReturnReserve,
  type RoyaltyBasis,
  type SoldClause,
  type Tier,
} from './terms';
export type { ClauseDraft, ContractDraft, ExclusionsDraft, TierDraft } from './drafts';
export { readClause } from './read-clause';
export { checkContract, type ContractCheck, type ContractRefusal } from './check-contract';
export { contractWarningCodes, type ContractWarning, type ContractWarningCode } from './warnings';
export { licensedRights, receiptModes, type LicensedRight, type ReceiptMode } from './licensed-rights';
