export { accountRoles, isKeptByPerson, journals, type AccountRole, type Journal } from './accounts';
export { amountsOf, balancedEntry, mergedLines, reversedEntry, type EntryLine, type Posting } from './entry';
export { entryOfPayment, entryOfStatement, type PaidAmounts, type StatedAmounts } from './royalty-entries';
