/**
 * The products copies × unit price × rate, or copies × amount per copy, rounded once, each with the trace to redo it
 * (rule R2).
 *
 * A clause meets the same price and rate at every run, so their exact product is prepared once: this keeps the whole
 * computation linear and fast.
 */
import { unitPriceExclVat, type Price, type UnitPriceRounding } from '../catalogue';
import type { PrintedClause, SoldClause, Tier } from '../contracts';
import { centsToText, decimalsOf, placeDecimalPoint, Rational } from '../money';
import { known } from '../rules';
import { traceOf } from './clause-trace';
import type { EditionFacts } from './facts';
import type { ClauseTrace, PrintedLine, SoldLine, TierTrace, UnitPriceTrace } from './issued';
import { walkTiers, type TierStep } from './tier-walk';

/** A price in force with its unit price without VAT, shared by all the clauses that round alike. */
export interface UnitPrice {
  readonly price: Price;
  readonly exact: Rational;
  readonly trace: UnitPriceTrace;
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
  return { price, exact, trace };
}

/** One unit price at one tier's rate, or the tier's amount per copy: amount = copies × numerator ÷ denominator. */
interface PricedTier {
  readonly numerator: bigint;
  readonly denominator: bigint;
  readonly twiceDenominator: bigint;
  /** Decimals of the product: the denominator is then a power of ten; undefined where it has no decimal form. */
  readonly places: number | undefined;
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

/** The priced tiers of one clause, prepared when they are first met. */
export class TierPricing {
  private readonly terms: ClauseTrace | undefined;
  private readonly traces: (TierTrace | undefined)[];
  private latest: UnitPrice | undefined;
  private latestTiers: (PricedTier | undefined)[] = [];
  private earlier: Map<UnitPrice, (PricedTier | undefined)[]> | undefined;

  constructor(
    private readonly clause: PrintedClause | SoldClause,
    private readonly index: number,
    private readonly version: number,
  ) {
    this.terms = traceOf(clause, version);
    this.traces = new Array<undefined>(clause.tiers.length);
  }

  /** The same clause, corrected. */
  corrected(clause: PrintedClause | SoldClause): TierPricing {
    return new TierPricing(clause, this.index, this.version + 1);
  }

  /** The products of so many copies from a counter on. */
  price(request: PricingRequest<'printed'>): PricedLines<PrintedLine>;
  price(request: PricingRequest<'sold'>): PricedLines<SoldLine>;
  price(request: PricingRequest<'printed' | 'sold'>): PricedLines<object> {
    const { kind, run, unitPrice } = request;
    const { id: clauseId, edition, tiers } = this.clause;
    const steps = walkTiers(tiers, request.counter, request.copies);
    const lines = new Array<PrintedLine | SoldLine>(steps.length);
    let sum = 0n;
    for (let at = 0; at < steps.length; at += 1) {
      const { tier: tierAt, copies } = steps[at] as TierStep;
      const tier = this.pricedTier(unitPrice, tierAt);
      const exact = BigInt(copies) * tier.numerator;
      const cents = roundedCents(exact, tier);
      sum += cents;
      lines[at] = {
        kind,
        clause: this.index,
        clauseId,
        edition,
        terms: this.terms,
        run,
        copies,
        tier: tier.trace,
        unitPrice: unitPrice?.trace,
        product: productText(tier, exact),
        amount: centsToText(cents),
      } as PrintedLine | SoldLine;
    }
    return { lines, cents: sum };
  }

  /** Most clauses meet one price at a time, and few of their tiers. */
  private pricedTier(unitPrice: UnitPrice | undefined, at: number): PricedTier {
    if (this.latest !== unitPrice) this.turnTo(unitPrice);
    return (this.latestTiers[at] ??= priceTier(unitPrice, this.clause.tiers[at] as Tier, this.traceOf(at)));
  }

  private turnTo(unitPrice: UnitPrice | undefined): void {
    if (this.latest) (this.earlier ??= new Map()).set(this.latest, this.latestTiers);
    this.latest = unitPrice;
    this.latestTiers = (unitPrice && this.earlier?.get(unitPrice)) ?? new Array<undefined>(this.clause.tiers.length);
  }

  private traceOf(at: number): TierTrace {
    const { tiers } = this.clause;
    const above = at === 0 ? 0 : ((tiers[at - 1] as Tier).upTo ?? 0);
    const { upTo, rate, amountPerCopy } = tiers[at] as Tier;
    const due = rate ? { rate: rate.toString() } : { amountPerCopy: amountPerCopy.toString() };
    return (this.traces[at] ??= { above, upTo: upTo ?? null, ...due });
  }
}

function exactPerCopy(unitPrice: UnitPrice | undefined, { rate, amountPerCopy }: Tier): Rational {
  return rate
    ? known(unitPrice, 'a rate applies to a unit price').exact.times(rate.fraction)
    : amountPerCopy.toRational();
}

function priceTier(unitPrice: UnitPrice | undefined, tier: Tier, trace: TierTrace): PricedTier {
  const product = exactPerCopy(unitPrice, tier);
  const { numerator, denominator } = decimalsOf(product.denominator) === undefined ? product.reduced() : product;
  const places = decimalsOf(denominator);
  const twiceDenominator = 2n * denominator;
  const plain = { numerator, denominator, twiceDenominator, places, trace };
  if (places === undefined) return plain;
  const scale = 10n ** BigInt(places);
  if (scale === denominator) return plain;
  return { ...plain, numerator: (numerator * scale) / denominator, denominator: scale, twiceDenominator: 2n * scale };
}

/** exact ÷ denominator in cents, half away from zero, as everywhere; its parts are prepared with the tier. */
function roundedCents(exact: bigint, { denominator, twiceDenominator }: PricedTier): bigint {
  const twiceCents = exact * 200n;
  return exact < 0n ? -((denominator - twiceCents) / twiceDenominator) : (twiceCents + denominator) / twiceDenominator;
}

function productText({ places, denominator }: PricedTier, product: bigint): string {
  if (places !== undefined) return placeDecimalPoint(product, places);
  return Rational.of(product, denominator).toExactText(2);
}
