/**
 * What the returns of a publisher are made of: each payment on the day it was executed, and each that the bank sent back
 * on the day it came back, as its opposite.
 *
 * What people get wrong: a statement is never declared, only what was paid, by the date of payment, advances included. A
 * quarter that was declared stays as it was: what came back later is taken off in the quarter in which it came back.
 */
import type { CalendarDate } from '../calendar';
import type { PayeeKind } from '../contracts';
import { Money } from '../money';

const amountNames = [
  'gross',
  'socialBase',
  'csg',
  'crds',
  'pensionBase',
  'pension',
  'training',
  'social',
  'vat',
  'vatWithheld',
  'reverseChargeVat',
  'withholdingTax',
  'net',
] as const;
export type AmountName = (typeof amountNames)[number];

/** Euros; all negated where a payment came back. */
export type PaidAmounts = Readonly<Record<AmountName, Money>>;

export interface PaidMovement {
  readonly beneficiary: string;
  /** An agent's part comes out of the author's net: the author's own movement declares it. */
  readonly payeeKind: PayeeKind;
  readonly date: CalendarDate;
  readonly amounts: PaidAmounts;
}

export interface BeneficiaryAmounts {
  readonly beneficiary: string;
  readonly amounts: PaidAmounts;
}

/** The same payment taken back. */
export function reversed({ amounts, ...movement }: PaidMovement, on: CalendarDate): PaidMovement {
  return { ...movement, date: on, amounts: mapAmounts((name) => amounts[name].negated()) };
}

export function sumAmounts(all: readonly PaidAmounts[]): PaidAmounts {
  return mapAmounts((name) => Money.sum(all.map((amounts) => amounts[name])));
}

/** Movements of authors and rights holders from a day to another, both included. */
export function declaredBetween(
  movements: readonly PaidMovement[],
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
): PaidMovement[] {
  return movements.filter(({ date, payeeKind }) => payeeKind !== 'agent' && from <= date && date <= to);
}

/** One row a beneficiary, in the order in which they first appear; who was paid and sent it all back has none. */
export function byBeneficiary(movements: readonly PaidMovement[]): BeneficiaryAmounts[] {
  const groups = Map.groupBy(movements, ({ beneficiary }) => beneficiary);
  return [...groups]
    .map(([beneficiary, own]) => ({ beneficiary, amounts: sumAmounts(own.map(({ amounts }) => amounts)) }))
    .filter(({ amounts }) => amountNames.some((name) => !amounts[name].isZero));
}

function mapAmounts(amountOf: (name: AmountName) => Money): PaidAmounts {
  return Object.fromEntries(amountNames.map((name) => [name, amountOf(name)])) as PaidAmounts;
}
