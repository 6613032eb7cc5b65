/**
 * What a house may sell of a work to somebody else. A clause on third-party income may ask for one of them, a licence names
 * one: both use these words, or the clause would never find its income.
 */
export const licensedRights = [
  'translation',
  'paperback',
  'book-club',
  'audio',
  'adaptation',
  'serial',
  'digital',
  'extract',
  'other',
] as const;
export type LicensedRight = (typeof licensedRights)[number];

/** How an e-book or a file is paid for: each mode has its own lines on the statement (CPI L132-17-3, I, 2°). */
export const receiptModes = ['unit', 'subscription', 'library', 'other'] as const;
export type ReceiptMode = (typeof receiptModes)[number];
