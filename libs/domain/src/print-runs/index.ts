export { breakDownRun, type RunBreakdown } from './exclusions';
export { canMovePrintRun, movePrintRun, printRunStatuses, printRunTransitions, type PrintRunStatus } from './status';
