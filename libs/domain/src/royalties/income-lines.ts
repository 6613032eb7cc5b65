/**
 * The lines that a share of income makes.
 *
 * What people get wrong: what a statement multiplies and rounds is not each receipt. Net receipts are summed by mode of
 * exploitation (CPI L132-17-3, 2°); third-party income is stated income by income where anything is known of it, so that
 * the author can see who paid what for which right.
 */
import type { NetReceiptsClause, ReceiptsClause, ThirdPartyClause } from '../contracts';
import { Money, roundToCents } from '../money';
import { RuleViolation } from '../rules';
import { traceOf } from './clause-trace';
import { receiptModes, type IncomeEvent, type ReceiptsEvent, type RightsIncomeEvent } from './facts';
import type { IncomeTrace, ReceiptsLine, ReceiptsPart } from './issued';
import { isLate } from './ledger';

export interface IncomeToState {
  readonly clause: ReceiptsClause;
  readonly index: number;
  /** 1 as agreed, and one more for each correction. */
  readonly version: number;
  readonly incomes: readonly IncomeEvent[];
  /** The first day of the statement's period. */
  readonly from: string | undefined;
}

export interface StatedIncome {
  readonly lines: readonly ReceiptsLine[];
  readonly cents: bigint;
}

export function stateIncome(income: IncomeToState): StatedIncome {
  const { clause } = income;
  return clause.basis === 'netReceipts' ? netReceiptsLines(clause, income) : thirdPartyLines(clause, income);
}

function netReceiptsLines(clause: NetReceiptsClause, income: IncomeToState): StatedIncome {
  const receipts = income.incomes as readonly ReceiptsEvent[];
  const byMode = [...receiptModes, undefined].map((mode) => receipts.filter((one) => one.mode === mode));
  return sum(byMode.filter((ones) => ones.length > 0).map((ones) => modeLine(clause, income, ones)));
}

function modeLine(clause: NetReceiptsClause, income: IncomeToState, receipts: readonly ReceiptsEvent[]): Priced {
  const total = Money.sum(receipts.map(({ amount }) => amount));
  const late = receipts.filter(({ date }) => isLate(date, income));
  const counted = receipts.filter(({ copies }) => copies !== undefined);
  const mode = receipts[0]?.mode;
  return priced(clause, income, {
    base: total,
    rest: {
      ...(mode === undefined ? {} : { mode }),
      ...(counted.length === 0 ? {} : { copies: counted.reduce((copies, one) => copies + (one.copies ?? 0), 0) }),
      ...(late.length === 0 ? {} : { lateReceipts: Money.sum(late.map(({ amount }) => amount)).toString() }),
      parts: receipts.map(partOf),
    },
  });
}

function partOf({ date, amount, copies, channel, territory, reference }: ReceiptsEvent): ReceiptsPart {
  return { date, amount: amount.toString(), copies, channel, territory, reference };
}

function thirdPartyLines(clause: ThirdPartyClause, income: IncomeToState): StatedIncome {
  const incomes = income.incomes as readonly RightsIncomeEvent[];
  const plain = incomes.filter((one) => !isDescribed(one));
  const base = Money.sum(plain.map(({ amount }) => amount));
  const late = plain.filter(({ date }) => isLate(date, income));
  const rest = late.length === 0 ? {} : { lateReceipts: Money.sum(late.map(({ amount }) => amount)).toString() };
  return sum([
    ...(plain.length === 0 ? [] : [priced(clause, income, { base, rest })]),
    ...incomes.filter(isDescribed).map((one) => describedLine(clause, income, one)),
  ]);
}

function describedLine(clause: ThirdPartyClause, income: IncomeToState, one: RightsIncomeEvent): Priced {
  const amounts = amountsOf(one);
  const base = (clause.on === 'gross' ? amounts.gross : amounts.net).minus(amounts.agentFee);
  const { date, licensee, right, territory, reference } = one;
  const trace: IncomeTrace = {
    ...{ date, licensee, right, territory, reference },
    gross: amounts.gross.toString(),
    foreignTax: amounts.foreignTax.toString(),
    net: amounts.net.toString(),
    agentFee: amounts.agentFee.toString(),
    on: clause.on,
  };
  return priced(clause, income, { base, rest: { income: trace, ...(isLate(date, income) ? { late: true } : {}) } });
}

/** An income of which only the sum is known, as old ledgers have them. */
function isDescribed({
  licensee,
  right,
  territory,
  gross,
  foreignTax,
  agentFee,
  reference,
}: RightsIncomeEvent): boolean {
  return [licensee, right, territory, gross, foreignTax, agentFee, reference].some((member) => member !== undefined);
}

interface IncomeAmounts {
  readonly gross: Money;
  readonly foreignTax: Money;
  readonly net: Money;
  readonly agentFee: Money;
}

function amountsOf({
  amount,
  gross,
  foreignTax = Money.zero,
  agentFee = Money.zero,
}: RightsIncomeEvent): IncomeAmounts {
  return { gross: gross ?? amount.plus(foreignTax), foreignTax, net: amount, agentFee };
}

/**
 * Worked example: 1,000.00 gross, 100.00 of foreign tax, 900.00 cashed, 90.00 for the agent: 810.00 to share.
 * @throws RuleViolation `income-inconsistent`
 */
export function refuseInconsistent(event: RightsIncomeEvent): void {
  const sign = event.amount.isNegative ? -1n : 1n;
  const { gross, foreignTax, net, agentFee } = amountsOf(event);
  const [grossCents, taxCents, netCents, feeCents] = [gross, foreignTax, net, agentFee].map(
    ({ cents }) => cents * sign,
  );
  const refuse = (message: string, pointer: string): never => {
    throw new RuleViolation('income-inconsistent', { message, pointer });
  };
  if ((taxCents as bigint) < 0n) return refuse('The foreign tax has the other sign than the income', '/foreignTax');
  if ((grossCents as bigint) - (taxCents as bigint) < (netCents as bigint)) {
    return refuse(
      `More was cashed (${net.toString()}) than the gross ${gross.toString()} less the tax ${foreignTax.toString()}`,
      '/gross',
    );
  }
  if ((feeCents as bigint) < 0n || (feeCents as bigint) > (netCents as bigint)) {
    return refuse(`The agent's fee ${agentFee.toString()} is not part of the ${net.toString()} cashed`, '/agentFee');
  }
}

interface Priced {
  readonly line: ReceiptsLine;
  readonly cents: bigint;
}

function priced(
  clause: ReceiptsClause,
  { index, version }: IncomeToState,
  { base, rest }: { readonly base: Money; readonly rest: Partial<ReceiptsLine> },
): Priced {
  const product = base.times(clause.rate.fraction);
  const earned = roundToCents(product);
  const terms = traceOf(clause, version);
  const line: ReceiptsLine = {
    kind: clause.basis,
    clause: index,
    clauseId: clause.id,
    edition: clause.edition,
    receipts: base.toString(),
    rate: clause.rate.toString(),
    product: product.toExactText(2),
    amount: earned.toString(),
    ...(terms ? { terms } : {}),
    ...rest,
  };
  return { line, cents: earned.cents };
}

function sum(all: readonly Priced[]): StatedIncome {
  return { lines: all.map(({ line }) => line), cents: all.reduce((total, { cents }) => total + cents, 0n) };
}
