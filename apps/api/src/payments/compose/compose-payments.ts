import type { CalendarDate } from '@colophon/domain/calendar';
import { yearOf } from '@colophon/domain/calendar';
import { Money } from '@colophon/domain/money';
import { netDifference, payItems, type ItemToPay, type NetDifference, type PaidItem } from '@colophon/domain/payments';
import { known, RuleViolation } from '@colophon/domain/rules';

import type { Tx } from '../../platform/database/database';
import type { Secrets } from '../../platform/secrets/secrets';
import { loadRates } from '../../royalties';
import type { Payable } from '../payables/load-payables';
import { loadPayees, type PayeeFault, type PayeeToPay } from './load-payees';
import { itemKey, paidBefore, paidInYear } from './paid-before';

/** A payable and how much of it is paid now. */
export interface PartToPay {
  readonly payable: Payable;
  readonly gross: Money;
}

export interface ComposedItem extends PartToPay {
  readonly paid: PaidItem;
  readonly difference: NetDifference | undefined;
}

/** One payment: everything that one payee is paid on the day. */
export interface ComposedPayment {
  readonly payee: PayeeToPay;
  readonly items: readonly ComposedItem[];
  readonly gross: Money;
  readonly net: Money;
  readonly replacesPaymentId: number | null;
}

/** Who is left out, with what they would have been paid and what to mend. */
export interface LeftOut {
  readonly payee: PayeeToPay;
  readonly gross: Money;
  readonly parts: readonly PartToPay[];
  readonly faults: readonly PayeeFault[];
}

export interface Composition {
  readonly payments: readonly ComposedPayment[];
  readonly leftOut: readonly LeftOut[];
}

export interface ToCompose {
  readonly parts: readonly PartToPay[];
  readonly date: CalendarDate;
  /** False for what is not transferred: a cheque needs no account. */
  readonly byTransfer?: boolean;
}

const ACCOUNT_FAULTS: readonly PayeeFault[] = ['iban-missing', 'iban-invalid'];

/**
 * What each payee is paid on a day, withheld anew by the rates, the profile and the payments of that day; whoever lacks
 * something is left out and blocks nobody else.
 */
export async function composePayments(tx: Tx, secrets: Secrets, given: ToCompose): Promise<Composition> {
  const { parts, date, byTransfer = true } = given;
  const ids = [...new Set(parts.map(({ payable }) => payable.contributorId))];
  const rates = await loadRates(tx);
  const payees = await loadPayees(tx, secrets, { ids, date, rates });
  const year = {
    earlier: await paidBefore(
      tx,
      parts.map(({ payable }) => payable),
    ),
    rates,
  };
  const recorded = parts.map(({ payable }) => payable.advanceId);
  const paidThisYear = await paidInYear(tx, { ids, year: yearOf(date), recorded });
  const composed = [...Map.groupBy(parts, ({ payable }) => payable.contributorId)].map(([id, own]) => {
    const payee = known(payees.get(id), `contributor ${id} is there`);
    const faults = payee.faults.filter((fault) => concerns(fault, { parts: own, byTransfer }));
    if (faults.length > 0) return leaveOut(payee, own, faults);
    const paid = payOrNot({ ...year, parts: own, payee, date, paidThisYear: paidThisYear.get(id) ?? Money.zero });
    return paid ? payment(payee, paid) : leaveOut(payee, own, ['rates-missing']);
  });
  return {
    payments: composed.filter((one) => 'items' in one),
    leftOut: composed.filter((one) => 'faults' in one),
  };
}

/** An agent bears no withholding: its tax papers are its own affair. */
function concerns(
  fault: PayeeFault,
  { parts, byTransfer }: { parts: readonly PartToPay[]; byTransfer: boolean },
): boolean {
  if (ACCOUNT_FAULTS.includes(fault)) return byTransfer;
  return fault === 'name-missing' || parts.some(({ payable }) => payable.payeeKind !== 'agent');
}

interface ToPay {
  readonly parts: readonly PartToPay[];
  readonly payee: PayeeToPay;
  readonly date: CalendarDate;
  readonly paidThisYear: Money;
  readonly earlier: Awaited<ReturnType<typeof paidBefore>>;
  readonly rates: Awaited<ReturnType<typeof loadRates>>;
}

/** @returns undefined where no rates are known on the day: nothing is guessed from another year */
function payOrNot({ parts, payee, date, paidThisYear, earlier, rates }: ToPay): ComposedItem[] | undefined {
  const items = parts.map(({ payable, gross }): ItemToPay => {
    const { payeeKind, wholeGross, agentFee } = payable;
    return { payeeKind, gross, wholeGross, agentFee, paidBefore: earlier.get(itemKey(payable)) };
  });
  const profile = known(payee.profile, `contributor ${payee.contributorId} has a profile`);
  try {
    const paid = payItems({ items, paidThisYear, profile, date, rates });
    return parts.map((part, index) => compared(part, known(paid[index], 'each part is paid')));
  } catch (error) {
    if (error instanceof RuleViolation && error.code === 'no-rates-on-date') return undefined;
    throw error;
  }
}

function compared(part: PartToPay, paid: PaidItem): ComposedItem {
  const { statedNet, statedWithholding, wholeGross } = part.payable;
  if (statedNet === null) return { ...part, paid, difference: undefined };
  const stated = { gross: wholeGross.toString(), net: statedNet, lines: statedWithholding?.lines ?? [] };
  const now = { gross: paid.gross.toString(), net: paid.net.toString(), lines: paid.withholding?.trace ?? [] };
  return { ...part, paid, difference: netDifference(stated, now) };
}

function payment(payee: PayeeToPay, items: readonly ComposedItem[]): ComposedPayment {
  const replaced = items.map(({ payable }) => payable.rejectedPaymentId).filter((id) => id !== null);
  return {
    payee,
    items,
    gross: Money.sum(items.map(({ paid }) => paid.gross)),
    net: Money.sum(items.map(({ paid }) => paid.net)),
    replacesPaymentId: replaced.length > 0 ? Math.max(...replaced) : null,
  };
}

function leaveOut(payee: PayeeToPay, parts: readonly PartToPay[], faults: readonly PayeeFault[]): LeftOut {
  return { payee, parts, faults, gross: Money.sum(parts.map(({ gross }) => gross)) };
}
