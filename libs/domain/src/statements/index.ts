export {
  legalDeadline,
  lastPeriodEnded,
  periodEnding,
  statementFrequencies,
  type StatementFrequency,
  type StatementTerms,
} from './statement-dates';
