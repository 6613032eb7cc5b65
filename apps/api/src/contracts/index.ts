export { ContractsModule } from './contracts.module';
export {
  AdvanceInput,
  ClauseInput,
  clauseBases,
  ContractInput,
  contractStatuses,
  statementFrequencies,
  type StatementFrequency,
} from './contract-dto';
export { paysOn, printedClausesOf, type ClauseExclusions, type PrintedClause } from './printed-clauses';
export { readContract } from './read-contract';
export { ContractAdvanceRecord, ContractClauseRecord, ContractRecord, type StoredTier } from './records';
export { SaveContract } from './save-contract';
