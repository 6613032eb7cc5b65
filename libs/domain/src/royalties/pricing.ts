/**
 * The products copies × unit price × rate, or copies × amount per copy, rounded once, each with the trace to redo it
 * (rule R2).
 *
 * A clause meets the same price and rate at every run, so their exact product is prepared once: this keeps the whole
 * computation linear and fast.
 */
import { unitPriceExclVat, type Price, type UnitPriceRounding } from '../catalogue';
import type { PrintedClause, SoldClause, Tier } from '../contracts';
import type { Rational } from '../money';
import { known } from '../rules';
import { traceOf } from './clause-trace';
import { CopiesFactor } from './copies-factor';
import type { EditionFacts } from './facts';
import type { ClauseTrace, PrintedLine, SoldLine, TierTrace, UnitPriceTrace } from './issued';
import { onlyTierOf, walkTiers } from './tier-walk';

/** A price in force with its unit price without VAT, shared by all the clauses that round alike. */
export interface UnitPrice {
  readonly price: Price;
  readonly exact: Rational;
  readonly trace: UnitPriceTrace;
  /** What a copy makes due at the rates met so far: few, so the latest leads to the one before. */
  factors: RatedFactor | undefined;
}

interface RatedFactor {
  /** Percent. */
  readonly rate: string;
  readonly factor: CopiesFactor;
  readonly before: RatedFactor | undefined;
}

export function unitPriceOf(edition: EditionFacts, price: Price, rounding: UnitPriceRounding): UnitPrice {
  const { retailPriceInclVat } = price;
  const { vatRate } = edition;
  const exact = unitPriceExclVat({ retailPriceInclVat, vatRate, rounding });
  const isInCents = (exact.numerator * 100n) % exact.denominator === 0n;
  const unrounded = `${retailPriceInclVat.toString()}/${vatRate.onePlus.toExactText()}`;
  const used = rounding === 'none' && !isInCents ? unrounded : exact.toExactText(2);
  const trace: UnitPriceTrace = {
    retailPriceInclVat: retailPriceInclVat.toString(),
    from: price.from,
    vatRate: vatRate.toString(),
    exact: unrounded,
    rounding,
    used,
    ...(isInCents ? { inCents: used } : {}),
  };
  return { price, exact, trace, factors: undefined };
}

interface PricedTier {
  readonly factor: CopiesFactor;
  readonly trace: TierTrace;
}

/** Copies of one price from a counter on, for a clause. */
export interface PricingRequest<Kind extends string> {
  readonly kind: Kind;
  readonly run: string | undefined;
  /** Missing where an amount is due per copy. */
  readonly unitPrice: UnitPrice | undefined;
  readonly counter: number;
  readonly copies: number;
}

/** Lines and the sum of their rounded amounts, in cents. */
export interface PricedLines<Line> {
  readonly lines: readonly Line[];
  readonly cents: bigint;
}

const nothing: PricedLines<never> = { lines: [], cents: 0n };

/** The priced tiers of one clause, prepared when they are first met. */
export class TierPricing {
  private readonly terms: ClauseTrace | undefined;
  private latest: UnitPrice | undefined;
  private latestCents = 0n;
  private latestTiers: (PricedTier | undefined)[] | undefined;
  private earlier: Map<UnitPrice, (PricedTier | undefined)[]> | undefined;

  constructor(
    private readonly clause: PrintedClause | SoldClause,
    private readonly index: number,
    private readonly version: number,
  ) {
    this.terms = traceOf(clause, version);
  }

  /** The same clause, corrected. */
  corrected(clause: PrintedClause | SoldClause): TierPricing {
    return new TierPricing(clause, this.index, this.version + 1);
  }

  /** The products of so many copies from a counter on. */
  price(request: PricingRequest<'printed'>): PricedLines<PrintedLine>;
  price(request: PricingRequest<'sold'>): PricedLines<SoldLine>;
  price(request: PricingRequest<'printed' | 'sold'>): PricedLines<object> {
    const { counter, copies } = request;
    const { tiers } = this.clause;
    if (copies === 0) return nothing;
    const only = onlyTierOf(tiers, counter, copies);
    if (only !== undefined) {
      const line = this.line(request, only, copies);
      return { lines: [line], cents: this.latestCents };
    }
    let cents = 0n;
    const lines = walkTiers(tiers, counter, copies).map((step) => {
      const line = this.line(request, step.tier, step.copies);
      cents += this.latestCents;
      return line;
    });
    return { lines, cents };
  }

  /** One product; its cents are left in `latestCents`, since lines are many. */
  private line(request: PricingRequest<'printed' | 'sold'>, at: number, copies: number): object {
    const { kind, run, unitPrice } = request;
    const { id: clauseId, edition } = this.clause;
    const { factor, trace } = this.pricedTier(unitPrice, at);
    const { product, amount, cents } = factor.of(copies);
    this.latestCents = cents;
    return {
      kind,
      clause: this.index,
      clauseId,
      edition,
      terms: this.terms,
      run,
      copies,
      tier: trace,
      unitPrice: unitPrice?.trace,
      product,
      amount,
    };
  }

  /** Most clauses meet one price at a time, and few of their tiers. */
  private pricedTier(unitPrice: UnitPrice | undefined, at: number): PricedTier {
    if (this.latest !== unitPrice) this.turnTo(unitPrice);
    const tiers = (this.latestTiers ??= new Array<undefined>(this.clause.tiers.length));
    const found = tiers[at];
    if (found) return found;
    const priced = { factor: factorOf(unitPrice, this.clause.tiers[at] as Tier), trace: this.traceOf(at) };
    tiers[at] = priced;
    return priced;
  }

  private turnTo(unitPrice: UnitPrice | undefined): void {
    if (this.latest && this.latestTiers) (this.earlier ??= new Map()).set(this.latest, this.latestTiers);
    this.latest = unitPrice;
    this.latestTiers = unitPrice && this.earlier?.get(unitPrice);
  }

  private traceOf(at: number): TierTrace {
    const { tiers } = this.clause;
    const above = at === 0 ? 0 : ((tiers[at - 1] as Tier).upTo ?? 0);
    const { upTo, rate, amountPerCopy } = tiers[at] as Tier;
    const due = rate ? { rate: rate.toString() } : { amountPerCopy: amountPerCopy.toString() };
    return { above, upTo: upTo ?? null, ...due };
  }
}

/** The factors of one unit price by rate, which the clauses of several contributors share. */
function factorOf(unitPrice: UnitPrice | undefined, { rate, amountPerCopy }: Tier): CopiesFactor {
  if (!rate) return new CopiesFactor(amountPerCopy.toRational());
  const price = known(unitPrice, 'a rate applies to a unit price');
  const text = rate.toString();
  for (let met = price.factors; met; met = met.before) if (met.rate === text) return met.factor;
  const factor = new CopiesFactor(price.exact.times(rate.fraction));
  price.factors = { rate: text, factor, before: price.factors };
  return factor;
}
