/**
 * Royalties on copies sold, less returns, less a reserve for returns to come.
 *
 * What people get wrong: the reserve is a number of copies, held at one statement and released in full at the next, at
 * the price at which it was held, so that it only moves royalties in time. Quantities of one price are netted before
 * they meet the tiers, the oldest price first.
 */
import type { SoldClause } from '../contracts';
import type { CalendarDate } from '../calendar';
import { Rational } from '../money';
import type { SoldQuantities } from './issued';
import { DatedQueue } from './dated-queue';
import { TierPricing, type UnitPrice } from './pricing';
import type { StatementDraft } from './statement-draft';

/** Copies sold (above zero) or returned (below), at the price of their day. */
export interface CopiesMoved {
  readonly date: CalendarDate;
  readonly copies: number;
  readonly unitPrice: UnitPrice;
}

export interface SoldMoment {
  /** How many statements of the contract counted sales before this one. */
  readonly statementsBefore: number;
  readonly isFinal: boolean;
  /** The unit price in force on the statement's date. */
  readonly unitPriceNow: () => UnitPrice;
}

interface Quantities {
  readonly unitPrice: UnitPrice;
  sold: number;
  returned: number;
  held: number;
  released: number;
}

export class SoldLedger {
  private readonly waiting = new DatedQueue<CopiesMoved>();
  private readonly pricing: TierPricing;
  private counter: number;
  private reserve: { readonly copies: number; readonly unitPrice: UnitPrice } | undefined;

  constructor(
    private readonly clause: SoldClause,
    private readonly index: number,
  ) {
    this.pricing = new TierPricing(clause, index);
    this.counter = clause.copiesBefore;
  }

  enter(moved: CopiesMoved): void {
    this.waiting.add(moved);
  }

  /** Adds what was sold and returned up to the statement's date, with the reserves held and released. */
  addTo(draft: StatementDraft, moment: SoldMoment): void {
    const moves = this.waiting.takeUntil(draft.date);
    if (moves.length === 0 && !this.reserve) return;
    const byPrice = sumByPrice(moves);
    const released = this.release(byPrice);
    const base = moves.reduce((sum, move) => sum + move.copies, 0);
    const held = this.hold(byPrice, { base, moment });
    const { returnReserve } = this.clause;
    const reserve = returnReserve && { percent: returnReserve.percent.toString(), base, held, released };
    const counterBefore = this.counter;
    const prices = this.walk(draft, byPrice);
    draft.addSoldCount({
      kind: 'soldCount',
      clause: this.index,
      clauseId: this.clause.id,
      edition: this.clause.edition,
      prices,
      ...(reserve ? { reserve } : {}),
      counterBefore,
      counterAfter: this.counter,
    });
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

  /** Nets the quantities of each price and takes them through the tiers, the oldest price first. */
  private walk(draft: StatementDraft, byPrice: Map<UnitPrice, Quantities>): SoldQuantities[] {
    const oldestFirst = [...byPrice.values()].sort((a, b) =>
      a.unitPrice.price.from < b.unitPrice.price.from ? -1 : 1,
    );
    return oldestFirst.map(({ unitPrice, ...quantities }) => {
      const net = quantities.sold - quantities.returned - quantities.held + quantities.released;
      const request = { kind: 'sold', run: undefined, unitPrice, counter: this.counter, copies: net } as const;
      const { lines, cents } = this.pricing.price(request);
      draft.addLines(lines, cents);
      this.counter += net;
      return { unitPrice: unitPrice.trace, ...quantities, net };
    });
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
