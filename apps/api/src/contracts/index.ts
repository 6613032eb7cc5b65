export { ContractsModule } from './contracts.module';
export { AmendContract } from './amend-contract';
export { ContractAlert } from './alert-dto';
export { AdvanceInput, ClauseInput, clauseBases, PayeeInput, TierInput } from './clause-dto';
export { clauseInputOf, nowOf, storedClauses, type StoredClause } from './clause-record';
export { AdvanceResponse, AmendmentResponse, ClauseResponse, PayeeResponse } from './clause-response-dto';
export { contractAlerts } from './contract-alerts';
export { toClauseDraft } from './contract-draft';
export { findingsOf } from './contract-findings';
export {
  ContractInput,
  contractStatuses,
  statementFrequencies,
  terminationReasons,
  type StatementFrequency,
  type TerminationReason,
} from './contract-dto';
export { withCorrections } from './corrected-terms';
export { paysOn, printedClausesOf, type ClauseExclusions, type PrintedClause } from './printed-clauses';
export { proposeCopiesLeft } from './propose-copies-left';
export { readContract } from './read-contract';
export { recordAdvancePaid, recordAdvanceUnpaid, type AdvancePaid } from './record-advance-paid';
export { ContractAdvanceRecord, ContractClauseRecord, ContractRecord, type StoredTier } from './records';
export { SaveContract } from './save-contract';
export { TerminateContract } from './terminate-contract';
export { terminationsToClose, type TerminationToClose } from './terminations-to-close';
export { enterAdvance, type AdvanceToEnter } from './enter-advance';
