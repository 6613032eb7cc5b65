/**
 * What one statement makes due under a clause on the sold basis.
 *
 * What people get wrong: the reserve is a number of copies, held at one statement and released in full at the next, at
 * the price at which it was held, so that it only moves royalties in time. Quantities of one price are netted before
 * they meet the tiers, the oldest price first.
 */
import type { CalendarDate } from '../calendar';
import { paysPerCopy, type ReturnReserve, type SoldClause } from '../contracts';
import { Rational } from '../money';
import type { Adjustment, SoldCount, SoldLine, SoldQuantities } from './issued';
import { isLate, type StatementMoment } from './ledger';
import type { TierPricing, UnitPrice } from './pricing';
import type { CopiesLeft, CopiesMoved, SalesSource } from './sales-source';

/** A clause of a ledger: one alone, or several with one counter. */
export interface SoldMember {
  clause: SoldClause;
  readonly index: number;
  pricing: TierPricing;
  readonly source: SalesSource;
  readonly copiesLeft: CopiesLeft | undefined;
  /** @throws RuleViolation `no-price-on-date` */
  readonly unitPriceOn: (date: CalendarDate) => UnitPrice;
  reserve: { readonly copies: number; readonly unitPrice: UnitPrice | undefined } | undefined;
  /** Whether anything was ever sold. */
  hasSold: boolean;
}

/** What a statement counts, kept to count it again where prices or terms are corrected. */
export interface SalesToState extends StatementMoment {
  readonly date: CalendarDate;
  readonly from: CalendarDate | undefined;
  readonly origin: Adjustment['origin'];
  readonly moves: readonly CopiesMoved[];
  /** Where the tiers go on from. */
  readonly counter: number;
  /** Dates of the contract's statements, and which of them this one is. */
  readonly dates: readonly CalendarDate[];
  readonly index: number;
}

export interface StatedSales {
  readonly lines: readonly SoldLine[];
  readonly cents: bigint;
  readonly count: SoldCount;
}

interface Quantities {
  readonly unitPrice: UnitPrice | undefined;
  sold: number;
  returned: number;
  held: number;
  released: number;
  lateSold: number;
  lateReturned: number;
}

type ByPrice = Map<UnitPrice | undefined, Quantities>;

/** Counts the moves, holds and releases the reserve of the member, and prices what is left. */
export function stateSales(member: SoldMember, sales: SalesToState): StatedSales {
  const byPrice = sumByPrice(member, sales);
  const released = release(member, byPrice);
  const reserved = reserveOf(member, sales);
  hold(member, byPrice, { copies: reserved.held, date: sales.date });
  const { id: clauseId, edition, returnReserve } = member.clause;
  const walked = walk(member, byPrice, sales.counter);
  const { base, held, isRelaunch } = reserved;
  const reserve = returnReserve && {
    ...{ percent: returnReserve.percent.toString(), base, held, released },
    ...(isRelaunch ? { relaunch: true as const } : {}),
  };
  const count: SoldCount = {
    ...{ kind: 'soldCount', clause: member.index, clauseId, edition, prices: walked.prices },
    ...(reserve ? { reserve } : {}),
    counterBefore: sales.counter,
    counterAfter: walked.counter,
  };
  return { lines: walked.lines, cents: walked.cents, count };
}

function release(member: SoldMember, byPrice: ByPrice): number {
  if (!member.reserve) return 0;
  const { copies, unitPrice } = member.reserve;
  quantitiesOf(byPrice, unitPrice).released += copies;
  member.reserve = undefined;
  return copies;
}

/** How many copies are held back, and of how many they are the percentage. */
function reserveOf(member: SoldMember, sales: SalesToState) {
  const { returnReserve } = member.clause;
  const all = sales.moves.reduce((sum, { copies }) => sum + copies, 0);
  const none = { base: all, held: 0, isRelaunch: false };
  if (!returnReserve) return none;
  const { relaunch, maxStatements, percent } = returnReserve;
  const isRegular = sales.statementsBefore < maxStatements;
  const isRelaunch = !isRegular && relaunch !== undefined && isWithin(relaunch, sales);
  if (sales.isFinal || !(isRegular || isRelaunch)) return none;
  const since = isRelaunch ? sales.moves.filter(({ date }) => date >= relaunch.from) : sales.moves;
  const base = since.reduce((sum, { copies }) => sum + copies, 0);
  if (base <= 0) return { base, held: 0, isRelaunch };
  const exact = percent.fraction.times(Rational.of(BigInt(base)));
  return { base, held: Number(exact.roundedHalfAwayFromZero(0).numerator), isRelaunch };
}

/** Whether the statement is one of the first so many since the re-launch. */
function isWithin(
  { from, statements }: NonNullable<ReturnReserve['relaunch']>,
  { date, dates, index }: SalesToState,
): boolean {
  return date >= from && dates.slice(0, index).filter((earlier) => earlier >= from).length < statements;
}

function hold(
  member: SoldMember,
  byPrice: ByPrice,
  { copies, date }: { readonly copies: number; readonly date: CalendarDate },
): void {
  if (copies === 0) return;
  const unitPrice = priceOn(member, date);
  quantitiesOf(byPrice, unitPrice).held += copies;
  member.reserve = { copies, unitPrice };
}

/** Nets the quantities of each price and takes them through the tiers, the oldest price first. */
function walk({ pricing }: SoldMember, byPrice: ByPrice, counterBefore: number) {
  let counter = counterBefore;
  let cents = 0n;
  const allLines: SoldLine[] = [];
  const oldestFirst = [...byPrice.values()].sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1));
  const prices = oldestFirst.map(({ unitPrice, lateSold, lateReturned, ...quantities }): SoldQuantities => {
    const net = quantities.sold - quantities.returned - quantities.held + quantities.released;
    const priced = pricing.price({ kind: 'sold', run: undefined, unitPrice, counter, copies: net });
    allLines.push(...priced.lines);
    cents += priced.cents;
    counter += net;
    const late = lateSold + lateReturned > 0 ? { late: { sold: lateSold, returned: lateReturned } } : {};
    return { unitPrice: unitPrice?.trace, ...quantities, net, ...late };
  });
  return { lines: allLines, cents, prices, counter };
}

function startOf({ unitPrice }: Quantities): string {
  return unitPrice?.price.from ?? '';
}

/** None where an amount is due per copy: all copies are then of one price. */
function priceOn({ clause, unitPriceOn }: SoldMember, date: CalendarDate): UnitPrice | undefined {
  return paysPerCopy(clause) ? undefined : unitPriceOn(date);
}

function sumByPrice(member: SoldMember, sales: SalesToState): ByPrice {
  const byPrice: ByPrice = new Map();
  for (const { date, copies } of sales.moves) {
    const quantities = quantitiesOf(byPrice, priceOn(member, date));
    const late = isLate(date, sales);
    if (copies >= 0) quantities.sold += copies;
    else quantities.returned -= copies;
    if (late && copies >= 0) quantities.lateSold += copies;
    else if (late) quantities.lateReturned -= copies;
  }
  return byPrice;
}

function quantitiesOf(byPrice: ByPrice, unitPrice: UnitPrice | undefined): Quantities {
  const found = byPrice.get(unitPrice);
  if (found) return found;
  const fresh = { unitPrice, sold: 0, returned: 0, held: 0, released: 0, lateSold: 0, lateReturned: 0 };
  byPrice.set(unitPrice, fresh);
  return fresh;
}
