/** What one print run makes due under one clause, with its trace. */
import { paysPerCopy, type PrintedClause } from '../contracts';
import { centsToText, Money, splitByLargestRemainder } from '../money';
import type { PoolTrace, PrintedLine, RunState } from './issued';
import type { TierPricing, UnitPrice } from './pricing';

interface RunToState extends Pick<RunState, 'counterBefore' | 'breakdown'> {
  readonly run: string;
  readonly unitPrice: UnitPrice | undefined;
}

/** `cents` is this contract's amount: its part, where there is a pool. */
export function stateRun(
  { clause, pricing }: { readonly clause: PrintedClause; readonly pricing: TierPricing },
  { run, unitPrice: price, counterBefore, breakdown }: RunToState,
): { readonly state: RunState; readonly cents: bigint } {
  const copies = breakdown.bearing;
  const unitPrice = paysPerCopy(clause) ? undefined : price;
  const { lines, cents } = pricing.price({ kind: 'printed', run, unitPrice, counter: counterBefore, copies });
  const total = lines.length === 1 ? (lines[0] as PrintedLine).amount : centsToText(cents);
  const share = clause.pool && shareOf(Money.ofCents(cents), clause.pool);
  const state: RunState = {
    breakdown,
    counterBefore,
    counterAfter: counterBefore + copies,
    lines,
    total,
    pool: share?.pool,
    amount: share ? share.part.toString() : total,
  };
  return { state, cents: share ? share.part.cents : cents };
}

function shareOf(total: Money, { shares, index }: NonNullable<PrintedClause['pool']>) {
  const parts = splitByLargestRemainder(total, shares);
  const pool: PoolTrace = {
    shares: shares.map((share) => share.toExactText()),
    parts: parts.map((part) => part.toString()),
    index,
  };
  return { pool, part: parts[index] as Money };
}
