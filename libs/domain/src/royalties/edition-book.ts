/** Prices of one edition, looked up by date, each with its unit price prepared once for all the clauses that share it. */
import { priceInForce, sortPrices, type Price, type UnitPriceRounding } from '../catalogue';
import type { CalendarDate } from '../calendar';
import type { EditionFacts } from './facts';
import { unitPriceOf, type UnitPrice } from './pricing';
import type { KnownRun, PrintedLedger } from './printed';
import type { ReceiptsLedger } from './receipts';
import type { SoldLedger } from './sold';

export interface ClauseOf<Ledger> {
  readonly ledger: Ledger;
  readonly rounding: UnitPriceRounding;
  /** Its contract's first and last day, where they are known. */
  readonly from: CalendarDate | undefined;
  readonly until: CalendarDate | undefined;
}

/** Whether a run is one of this clause: its contract was in force, or it only moves the counter. */
export function concerns({ from, until }: ClauseOf<PrintedLedger>, run: KnownRun): boolean {
  return run.alreadyPaid || ((from === undefined || from <= run.date) && (until === undefined || run.date <= until));
}

export class EditionBook {
  readonly printed: ClauseOf<PrintedLedger>[] = [];
  readonly sold: ClauseOf<SoldLedger>[] = [];
  readonly netReceipts: ReceiptsLedger[] = [];
  readonly thirdParty: ReceiptsLedger[] = [];
  /** Contracts with a printed clause on this edition. */
  readonly printedContracts = new Set<string>();
  private readonly prices: readonly Price[];
  private readonly unitPrices = new Map<UnitPriceRounding, Map<Price, UnitPrice>>();

  constructor(private readonly edition: EditionFacts) {
    this.prices = sortPrices(edition.prices);
  }

  /** Tells every printed clause; most round the unit price alike. @throws RuleViolation `no-price-on-date` */
  enterRun(run: KnownRun): void {
    let known: { readonly rounding: UnitPriceRounding; readonly unitPrice: UnitPrice } | undefined;
    for (const clause of this.printed) {
      if (!concerns(clause, run)) continue;
      const { ledger, rounding } = clause;
      if (run.alreadyPaid) ledger.enter(run, undefined);
      else {
        if (known?.rounding !== rounding) known = { rounding, unitPrice: this.unitPriceOfRun(run, rounding) };
        ledger.enter(run, known.unitPrice);
      }
    }
  }

  /** The price frozen with the run; it is the catalogue's, unless the run is of before the catalogue. */
  private unitPriceOfRun({ date, frozenPrice }: KnownRun, rounding: UnitPriceRounding): UnitPrice {
    if (!frozenPrice) return this.unitPriceOn(date, rounding);
    const inForce = this.prices.findLast(({ from }) => from <= date);
    if (inForce?.retailPriceInclVat.compare(frozenPrice) === 0) return this.unitPriceOn(date, rounding);
    return unitPriceOf(this.edition, { from: date, retailPriceInclVat: frozenPrice }, rounding);
  }

  /** @throws RuleViolation `no-price-on-date` */
  unitPriceOn(date: CalendarDate, rounding: UnitPriceRounding): UnitPrice {
    const price = priceInForce(this.prices, date);
    let known = this.unitPrices.get(rounding);
    if (!known) this.unitPrices.set(rounding, (known = new Map()));
    let unitPrice = known.get(price);
    if (!unitPrice) known.set(price, (unitPrice = unitPriceOf(this.edition, price, rounding)));
    return unitPrice;
  }
}
