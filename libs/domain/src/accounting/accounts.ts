/**
 * What each amount of an entry is, and the account it goes to.
 *
 * The rules below speak of roles ("what is owed to authors"), never of account numbers: numbers are the accountant's,
 * kept in a table that starts with those of the French chart of accounts (PCG).
 */

export const accountRoles = [
  'royaltyExpense',
  'authorsPayable',
  'authorAdvances',
  'inputVat',
  'vatWithheld',
  'reverseChargeVat',
  'socialWithheld',
  'withholdingTax',
  'payerContribution',
  'payerContributionPayable',
  'advanceWrittenOff',
  'bank',
] as const;

/** What an amount is, whatever the number of its account. */
export type AccountRole = (typeof accountRoles)[number];

/** The books an entry is written into: what is owed, and what the bank pays. */
export const journals = ['royalties', 'bank'] as const;
export type Journal = (typeof journals)[number];

/** Roles kept by person: each author, heir or agent has an account of their own below it. */
const kept: readonly AccountRole[] = ['authorsPayable', 'authorAdvances'];

/** Is an amount of this role kept for each person? */
export function isKeptByPerson(role: AccountRole): boolean {
  return kept.includes(role);
}
