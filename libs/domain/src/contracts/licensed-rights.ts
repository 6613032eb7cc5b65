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
