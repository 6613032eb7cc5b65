/**
 * The products copies × unit price × rate, rounded once, each with the trace to redo it (rule R2).
 *
 * A clause meets the same price and rate at every run, so their exact product is prepared once: this keeps the whole
 * computation linear and fast.
 */
import { unitPriceExclVat, type Price, type UnitPriceRounding } from '../catalogue';
import type { Tier } from '../contracts';
import { centsToText, decimalsOf, divideRoundingHalfAwayFromZero, placeDecimalPoint, Rational } from '../money';
import type { EditionFacts } from './facts';
import type { TierLine, TierTrace, UnitPriceTrace } from './issued';
import { walkTiers } from './tier-walk';

/** A price in force with its unit price without VAT, shared by all the clauses that round alike. */
export interface UnitPrice {
  readonly price: Price;
  readonly exact: Rational;
  readonly trace: UnitPriceTrace;
}

export function unitPriceOf(edition: EditionFacts, price: Price, rounding: UnitPriceRounding): UnitPrice {
  const { retailPriceInclVat } = price;
  const { vatRate } = edition;
  const unrounded = unitPriceExclVat({ retailPriceInclVat, vatRate, rounding: 'none' });
  const exact = rounding === 'none' ? unrounded.reduced() : unrounded.roundedHalfAwayFromZero(Number(rounding));
  const used = exact.toExactText(2);
  const isInCents = (exact.numerator * 100n) % exact.denominator === 0n;
  const trace: UnitPriceTrace = {
    retailPriceInclVat: retailPriceInclVat.toString(),
    from: price.from,
    vatRate: vatRate.toString(),
    exact: rounding === 'none' ? used : unrounded.toExactText(2),
    rounding,
    used,
    ...(isInCents ? { inCents: used } : {}),
  };
  return { price, exact, trace };
}

/** One unit price at one tier's rate: amount = copies × numerator ÷ denominator. */
interface PricedTier {
  readonly numerator: bigint;
  readonly denominator: bigint;
  /** Decimals of the product: the denominator is then a power of ten; undefined where it has no decimal form. */
  readonly places: number | undefined;
  readonly trace: TierTrace;
}

/** The priced tiers of one clause, prepared per unit price. */
export class TierPricing {
  private latest: UnitPrice | undefined;
  private latestTiers: readonly PricedTier[] = [];
  private earlier: Map<UnitPrice, readonly PricedTier[]> | undefined;

  constructor(private readonly tiers: readonly Tier[]) {}

  /** The products of so many copies from a counter on, each handed to `add` with its cents. */
  price(
    unitPrice: UnitPrice,
    from: { readonly counter: number; readonly copies: number },
    add: (product: PricedStep, cents: bigint) => void,
  ): void {
    const tiers = this.pricedTiers(unitPrice);
    for (const step of walkTiers(this.tiers, from.counter, from.copies)) {
      const tier = tiers[step.tier] as PricedTier;
      const product = BigInt(step.copies) * tier.numerator;
      const cents = divideRoundingHalfAwayFromZero(product * 100n, tier.denominator);
      add(
        { copies: step.copies, tier: tier.trace, product: productText(tier, product), amount: centsToText(cents) },
        cents,
      );
    }
  }

  /** Most clauses meet one price at a time. */
  private pricedTiers(unitPrice: UnitPrice): readonly PricedTier[] {
    if (this.latest === unitPrice) return this.latestTiers;
    if (this.latest) (this.earlier ??= new Map()).set(this.latest, this.latestTiers);
    this.latest = unitPrice;
    this.latestTiers =
      this.earlier?.get(unitPrice) ??
      this.tiers.map((tier, index) => priceTier(unitPrice, tier, this.tiers[index - 1]?.upTo ?? 0));
    return this.latestTiers;
  }
}

/** A product without the unit price, which all the products of one run share. */
export type PricedStep = Omit<TierLine, 'unitPrice'>;

function priceTier(unitPrice: UnitPrice, tier: Tier, above: number): PricedTier {
  const trace: TierTrace = { above, upTo: tier.upTo ?? null, rate: tier.rate.toString() };
  const product = unitPrice.exact.times(tier.rate.fraction);
  const { numerator, denominator } = decimalsOf(product.denominator) === undefined ? product.reduced() : product;
  const places = decimalsOf(denominator);
  if (places === undefined) return { numerator, denominator, places, trace };
  const scale = 10n ** BigInt(places);
  return { numerator: (numerator * scale) / denominator, denominator: scale, places, trace };
}

function productText({ places, denominator }: PricedTier, product: bigint): string {
  if (places !== undefined) return placeDecimalPoint(product, places);
  return Rational.of(product, denominator).toExactText(2);
}
