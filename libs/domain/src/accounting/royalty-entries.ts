/**
 * What a closing and a payment write into the books (reference: plan comptable général, accounts 6516, 4081, 4091).
 *
 * Royalties become an expense when they are stated, not when a run is accepted, and are owed to the author until paid.
 * Social contributions and VAT are due when money is paid, so they are written with the payment, never with the
 * statement; an advance is a claim on royalties to come, which they use up.
 */
import { Money } from '../money';
import { assert } from '../rules';
import { balancedEntry, type EntryLine, type Posting } from './entry';

/** A closed statement, in euros. */
export interface StatedAmounts {
  /** The contract's author. */
  readonly author: string;
  /** What this statement makes due, adjustments and any top-up included; below zero where a correction takes back more. */
  readonly due: Money;
  /** Taken from it for advances, by the person who had them. */
  readonly recouped: readonly { readonly person: string; readonly amount: Money }[];
  /** What is left of the advance when the contract ends, which stays with the author. */
  readonly writtenOff?: Money;
  /** Gross that goes to others than the author: heirs, rights holders. */
  readonly toOthers?: readonly { readonly person: string; readonly amount: Money }[];
}

/**
 * Worked example: earned 1,364.40 of which 271.20 recoup an advance: debit 6516 1,364.40; credit 4091 271.20 and
 * 4081 1,093.20.
 */
export function entryOfStatement(stated: StatedAmounts): EntryLine[] {
  const { author, due, recouped, writtenOff = Money.zero, toOthers = [] } = stated;
  const used = Money.sum(recouped.map(({ amount }) => amount));
  const others = Money.sum(toOthers.map(({ amount }) => amount));
  const owed = due.minus(used).minus(others);
  return balancedEntry([
    { role: 'royaltyExpense', side: 'debit', amount: due },
    ...recouped.map(({ person, amount }): Posting => ({ role: 'authorAdvances', person, side: 'credit', amount })),
    { role: 'authorsPayable', person: author, side: 'credit', amount: owed },
    ...toOthers.map(({ person, amount }): Posting => ({ role: 'authorsPayable', person, side: 'credit', amount })),
    { role: 'advanceWrittenOff', side: 'debit', amount: writtenOff },
    { role: 'authorAdvances', person: author, side: 'credit', amount: writtenOff },
  ]);
}

/** What was paid to one person, in euros, with what was withheld from it. */
export interface PaidAmounts {
  readonly person: string;
  /** `advance`: a claim on royalties to come; `statement`: what was owed. */
  readonly kind: 'advance' | 'statement';
  readonly gross: Money;
  readonly social: Money;
  readonly vat: Money;
  readonly vatWithheld: Money;
  readonly withholdingTax: Money;
  /** What the bank pays. */
  readonly net: Money;
  /** The house's own contribution, on top. */
  readonly payerContribution: Money;
  /** VAT that the house declares for an author of another country, due and deducted at once. */
  readonly reverseChargedVat?: Money;
  /** Parts of the author's net that are paid to agents instead. */
  readonly toAgents?: readonly { readonly person: string; readonly amount: Money }[];
}

/**
 * Worked example: gross 2,123.20 to an author with everything withheld: debit 4081 2,123.20 and 44566 212.32; credit
 * VAT withheld 195.33, 431 340.36, 512 1,799.83; and 23.35 of the house's own contribution, debit 645, credit 431.
 * @throws Error where net is not gross − social + VAT − VAT withheld − tax − agents
 */
export function entryOfPayment(paid: PaidAmounts): EntryLine[] {
  const { person, toAgents = [], reverseChargedVat = Money.zero } = paid;
  assert(!paid.gross.isNegative, 'a payment is not below zero');
  return balancedEntry([
    {
      role: paid.kind === 'advance' ? 'authorAdvances' : 'authorsPayable',
      person,
      side: 'debit',
      amount: paid.gross,
    },
    { role: 'inputVat', side: 'debit', amount: paid.vat },
    { role: 'vatWithheld', side: 'credit', amount: paid.vatWithheld },
    { role: 'socialWithheld', side: 'credit', amount: paid.social },
    { role: 'withholdingTax', side: 'credit', amount: paid.withholdingTax },
    ...toAgents.map((agent): Posting => ({ role: 'authorsPayable', side: 'credit', ...agent })),
    { role: 'bank', side: 'credit', amount: paid.net },
    { role: 'payerContribution', side: 'debit', amount: paid.payerContribution },
    { role: 'payerContributionPayable', side: 'credit', amount: paid.payerContribution },
    { role: 'inputVat', side: 'debit', amount: reverseChargedVat },
    { role: 'reverseChargeVat', side: 'credit', amount: reverseChargedVat },
  ]);
}
