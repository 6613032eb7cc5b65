/**
 * Royalties on copies sold, less returns, less a reserve for returns to come.
 *
 * What people get wrong: the reserve is a number of copies, held at one statement and released in full at the next, at
 * the price at which it was held, so that it only moves royalties in time. Quantities of one price are netted before
 * they meet the tiers, the oldest price first.
 */
import type { SoldClause } from '../contracts';
import type { CalendarDate } from '../calendar';
import { Money, Rational } from '../money';
import type { SoldCount, SoldLine, SoldQuantities } from './issued';
import { DatedQueue } from './dated-queue';
import { TierPricing, type UnitPrice } from './pricing';

/** Copies sold (above zero) or returned (below), at the price of their day. */
export interface CopiesMoved {
  readonly date: CalendarDate;
  readonly copies: number;
  readonly unitPrice: UnitPrice;
}

export interface SoldMoment {
  readonly date: CalendarDate;
  /** How many statements of the contract counted sales before this one. */
  readonly statementsBefore: number;
  readonly isFinal: boolean;
  /** The unit price in force on the statement's date. */
  readonly unitPriceNow: () => UnitPrice;
}

export interface SoldOutcome {
  readonly earned: Money;
  readonly lines: readonly SoldLine[];
  readonly count?: SoldCount;
}

interface Quantities {
  readonly unitPrice: UnitPrice;
  sold: number;
  returned: number;
  held: number;
  released: number;
}

const nothing: SoldOutcome = { earned: Money.zero, lines: [] };

export class SoldLedger {
  private readonly waiting = new DatedQueue<CopiesMoved>();
  private readonly pricing: TierPricing;
  private counter: number;
  private reserve: { readonly copies: number; readonly unitPrice: UnitPrice } | undefined;

  constructor(
    private readonly clause: SoldClause,
    private readonly index: number,
  ) {
    this.pricing = new TierPricing(clause.tiers);
    this.counter = clause.copiesBefore;
  }

  enter(moved: CopiesMoved): void {
    this.waiting.add(moved);
  }

  state(moment: SoldMoment): SoldOutcome {
    const moves = this.waiting.takeUntil(moment.date);
    if (moves.length === 0 && !this.reserve) return nothing;
    const byPrice = sumByPrice(moves);
    const released = this.release(byPrice);
    const base = moves.reduce((sum, move) => sum + move.copies, 0);
    const held = this.hold(byPrice, { base, moment });
    const counterBefore = this.counter;
    const { earned, lines, prices } = this.walk(byPrice);
    const { returnReserve } = this.clause;
    const reserve = returnReserve && { percent: returnReserve.percent.toString(), base, held, released };
    const count: SoldCount = {
      kind: 'soldCount',
      ...this.name,
      prices,
      ...(reserve ? { reserve } : {}),
      counterBefore,
      counterAfter: this.counter,
    };
    return { earned, lines, count };
  }

  private release(byPrice: Map<UnitPrice, Quantities>): number {
    if (!this.reserve) return 0;
    const { copies, unitPrice } = this.reserve;
    quantitiesOf(byPrice, unitPrice).released += copies;
    this.reserve = undefined;
    return copies;
  }

  private hold(
    byPrice: Map<UnitPrice, Quantities>,
    at: { readonly base: number; readonly moment: SoldMoment },
  ): number {
    const { returnReserve } = this.clause;
    const { base, moment } = at;
    if (!returnReserve || moment.isFinal || moment.statementsBefore >= returnReserve.maxStatements || base <= 0)
      return 0;
    const exact = returnReserve.percent.fraction.times(Rational.of(BigInt(base)));
    const copies = Number(exact.roundedHalfAwayFromZero(0).numerator);
    if (copies === 0) return 0;
    const unitPrice = moment.unitPriceNow();
    quantitiesOf(byPrice, unitPrice).held += copies;
    this.reserve = { copies, unitPrice };
    return copies;
  }

  private walk(byPrice: Map<UnitPrice, Quantities>) {
    let earned = Money.zero;
    const lines: SoldLine[] = [];
    const prices: SoldQuantities[] = [];
    const oldestFirst = [...byPrice.values()].sort((a, b) =>
      a.unitPrice.price.from < b.unitPrice.price.from ? -1 : 1,
    );
    for (const { unitPrice, ...quantities } of oldestFirst) {
      const net = quantities.sold - quantities.returned - quantities.held + quantities.released;
      const { lines: priced, total } = this.pricing.price(unitPrice, this.counter, net);
      this.counter += net;
      earned = earned.plus(total);
      prices.push({ unitPrice: unitPrice.trace, ...quantities, net });
      for (const line of priced) lines.push({ kind: 'sold', ...this.name, ...line });
    }
    return { earned, lines, prices };
  }

  private get name() {
    const { id, edition } = this.clause;
    return { clause: this.index, ...(id === undefined ? {} : { clauseId: id }), edition };
  }
}

function sumByPrice(moves: readonly CopiesMoved[]): Map<UnitPrice, Quantities> {
  const byPrice = new Map<UnitPrice, Quantities>();
  for (const { unitPrice, copies } of moves) {
    const quantities = quantitiesOf(byPrice, unitPrice);
    if (copies >= 0) quantities.sold += copies;
    else quantities.returned -= copies;
  }
  return byPrice;
}

function quantitiesOf(byPrice: Map<UnitPrice, Quantities>, unitPrice: UnitPrice): Quantities {
  const found = byPrice.get(unitPrice);
  if (found) return found;
  const fresh = { unitPrice, sold: 0, returned: 0, held: 0, released: 0 };
  byPrice.set(unitPrice, fresh);
  return fresh;
}
