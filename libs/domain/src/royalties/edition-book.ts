/** Prices of one edition, looked up by date, each with its unit price prepared once for all the clauses that share it. */
import { priceInForce, sortPrices, type Price, type UnitPriceRounding } from '../catalogue';
import type { CalendarDate } from '../calendar';
import { paysPerCopy } from '../contracts';
import type { CorrectPriceEvent, EditionFacts, IncomeEvent } from './facts';
import { unitPriceOf, type UnitPrice } from './pricing';
import type { KnownRun, PrintedLedger, PrintedMember } from './printed';
import type { ReceiptsLedger } from './receipts';
import type { CopiesMoved } from './sales-source';
import { clauseFor, isInForce, type Term } from './scope';
import { SoldLedger } from './sold';
import type { SoldMember } from './sold-statement';

/** A clause on copies printed, with the first and last day of its contract and its own, where they are known. */
export interface PrintedTaker {
  readonly ledger: PrintedLedger;
  readonly member: PrintedMember;
  readonly rounding: UnitPriceRounding;
  readonly contractTerm: Term | undefined;
  readonly term: Term | undefined;
  /** False where an amount is due per copy. */
  needsPrice: boolean;
}

/** A clause on copies sold, or several of one contract between which the sales are told apart. */
export interface SoldTaker {
  readonly members: readonly SoldMember[];
  readonly ledgers: readonly SoldLedger[];
  /** The first day of its contract. */
  readonly from: CalendarDate | undefined;
}

/** The clauses of one contract between which income is told apart; each takes all where there is nothing to tell. */
export interface IncomeTaker {
  readonly ledgers: readonly ReceiptsLedger[];
}

/** Whether a run is one of this clause: it was in force, and its contract, unless the run only moves the counter. */
export function concerns({ term, contractTerm }: PrintedTaker, run: KnownRun): boolean {
  if (term && !isInForce(term, run.date)) return false;
  return !contractTerm || run.alreadyPaid || isInForce(contractTerm, run.date);
}

interface RoundedPrice {
  readonly rounding: UnitPriceRounding;
  readonly unitPrice: UnitPrice;
  readonly before: RoundedPrice | undefined;
}

export class EditionBook {
  readonly printed: PrintedTaker[] = [];
  readonly sold: SoldTaker[] = [];
  readonly netReceipts: IncomeTaker[] = [];
  readonly thirdParty: IncomeTaker[] = [];
  /** Contracts with a printed clause on this edition. */
  readonly printedContracts = new Set<string>();
  private prices: readonly Price[];
  /** Unit prices met so far: few, so the latest leads to the one before. */
  private unitPrices: RoundedPrice | undefined;

  constructor(private readonly edition: EditionFacts) {
    this.prices = sortPrices(edition.prices);
  }

  /** Tells every printed clause; most round the unit price alike. @throws RuleViolation `no-price-on-date` */
  enterRun(run: KnownRun): void {
    let known: { readonly rounding: UnitPriceRounding; readonly unitPrice: UnitPrice } | undefined;
    for (const taker of this.printed) {
      if (!concerns(taker, run)) continue;
      const { ledger, member, rounding } = taker;
      if (run.alreadyPaid || !taker.needsPrice) ledger.enter(run, member, undefined);
      else {
        if (known?.rounding !== rounding) known = { rounding, unitPrice: this.unitPriceOfRun(run, rounding) };
        ledger.enter(run, member, known.unitPrice);
      }
    }
  }

  /** Copies sold or returned concern the sold basis only; on the printed basis they are reported and pay nothing. */
  enterCopies(moved: CopiesMoved): void {
    for (const { members, from } of this.sold) {
      if (from !== undefined && moved.date < from) continue;
      SoldLedger.enter(members, moved);
    }
  }

  enterIncome(takers: readonly IncomeTaker[], event: IncomeEvent): void {
    for (const { ledgers } of takers) clauseFor(ledgers, event)?.enter(event);
  }

  /** Looks again at every run and sale at a price that was recorded wrong. A price agreed for one run alone stays. */
  correctPrice({ from, retailPriceInclVat }: CorrectPriceEvent): void {
    const before = this.prices;
    const kept = before.filter((price) => price.from !== from);
    this.prices = sortPrices([...kept, { from, retailPriceInclVat }]);
    for (const run of this.runs()) {
      const was = inForce(before, run.date);
      const is = inForce(this.prices, run.date);
      if (is === was || !is) continue;
      if (run.frozenPrice && was?.retailPriceInclVat.compare(run.frozenPrice) !== 0) continue;
      if (run.frozenPrice) run.frozenPrice = is.retailPriceInclVat;
      this.repriceRun(run);
    }
    for (const { ledgers } of this.sold) for (const ledger of ledgers) ledger.reprice();
  }

  private repriceRun(run: KnownRun): void {
    for (const taker of this.printed) {
      const { ledger, rounding } = taker;
      if (run.alreadyPaid || !taker.needsPrice || !concerns(taker, run)) continue;
      ledger.reprice(run, this.unitPriceOfRun(run, rounding));
    }
  }

  /** The terms of a clause have changed, perhaps to a rate: its runs then need a price. */
  repriceRuns(): void {
    for (const taker of this.printed) taker.needsPrice = !paysPerCopy(taker.member.clause);
    for (const run of this.runs()) this.repriceRun(run);
  }

  /** Every run that a clause has. */
  private runs(): ReadonlySet<KnownRun> {
    return new Set(this.printed.flatMap(({ ledger, member }) => ledger.runsOf(member)));
  }

  /** The price frozen with the run; it is the catalogue's, unless the run is of before the catalogue. */
  private unitPriceOfRun({ date, frozenPrice }: KnownRun, rounding: UnitPriceRounding): UnitPrice {
    if (!frozenPrice) return this.unitPriceOn(date, rounding);
    if (inForce(this.prices, date)?.retailPriceInclVat.compare(frozenPrice) === 0)
      return this.unitPriceOn(date, rounding);
    return unitPriceOf(this.edition, { from: date, retailPriceInclVat: frozenPrice }, rounding);
  }

  /** @throws RuleViolation `no-price-on-date` */
  unitPriceOn(date: CalendarDate, rounding: UnitPriceRounding): UnitPrice {
    const price = priceInForce(this.prices, date);
    for (let met = this.unitPrices; met; met = met.before) {
      if (met.unitPrice.price === price && met.rounding === rounding) return met.unitPrice;
    }
    const unitPrice = unitPriceOf(this.edition, price, rounding);
    this.unitPrices = { rounding, unitPrice, before: this.unitPrices };
    return unitPrice;
  }
}

function inForce(prices: readonly Price[], date: CalendarDate): Price | undefined {
  return prices.findLast(({ from }) => from <= date);
}
