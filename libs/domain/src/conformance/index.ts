export { computeCase } from './compute-case';
export { firstDifference } from './compare';
export { readRoyaltyCase } from './read-royalty-case';
export { royaltyResult, saleResult, type Result } from './results';
export { checkFiles, printFiles, type CaseFile, type RunOutcome } from './run';
