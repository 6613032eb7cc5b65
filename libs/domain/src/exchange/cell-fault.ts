/**
 * What can be wrong with one cell of somebody's spreadsheet.
 *
 * What people get wrong: a cell that can't be read is never guessed at. Each code has a sentence with the remedy, shown
 * with file, row, column and value.
 */
export const cellFaultCodes = [
  'cell-required',
  'decimal-unreadable',
  'whole-number-unreadable',
  'negative-number',
  'rate-is-fraction',
  'date-unreadable',
  'date-not-in-calendar',
  'period-unreadable',
  'digits-lost',
  'yes-no-unreadable',
  'choice-unknown',
  'language-unknown',
  'country-unknown',
  'trim-size-unreadable',
  'tiers-unreadable',
  'shares-unreadable',
  'payment-terms-unreadable',
  'people-unreadable',
] as const;
export type CellFaultCode = (typeof cellFaultCodes)[number];

/** A cell that can't be read: expected, shown to people with the remedy, never a bug. */
export class CellFault extends Error {
  override readonly name = 'CellFault';

  constructor(
    readonly code: CellFaultCode,
    /** What the sentences need to fill their gaps. */
    readonly values: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
  }
}
