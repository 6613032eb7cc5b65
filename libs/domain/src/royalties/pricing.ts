/**
 * The products copies × unit price × rate, rounded once, each with the trace to redo it (rule R2).
 *
 * A clause meets the same price and rate at every run, so their exact product is prepared once: this keeps the whole
 * computation linear and fast.
 */
import { unitPriceExclVat, type Price, type UnitPriceRounding } from '../catalogue';
import type { Tier } from '../contracts';
import { divideRoundingHalfAwayFromZero, Money, placeDecimalPoint, Rational } from '../money';
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
  const exact = unitPriceExclVat({ retailPriceInclVat, vatRate, rounding }).reduced();
  const inCents = 100n % exact.denominator === 0n ? exact.toExactText(2) : undefined;
  const trace: UnitPriceTrace = {
    retailPriceInclVat: retailPriceInclVat.toString(),
    from: price.from,
    vatRate: vatRate.toString(),
    exact: unrounded.toExactText(2),
    rounding,
    used: exact.toExactText(2),
    ...(inCents === undefined ? {} : { inCents }),
  };
  return { price, exact, trace };
}

/** One unit price at one tier's rate: amount = copies × numerator ÷ denominator. */
interface PricedTier {
  readonly numerator: bigint;
  readonly denominator: bigint;
  /** Where the product has a decimal form: its digits are copies × factor, with so many decimals. */
  readonly decimal?: { readonly factor: bigint; readonly places: number };
  readonly trace: TierTrace;
}

/** The priced tiers of one clause, prepared per unit price. */
export class TierPricing {
  private readonly prepared = new Map<UnitPrice, readonly PricedTier[]>();

  constructor(private readonly tiers: readonly Tier[]) {}

  /** The lines of so many copies from a counter on, and the sum of their rounded amounts. */
  price(unitPrice: UnitPrice, counter: number, copies: number): { readonly lines: TierLine[]; readonly total: Money } {
    let total = 0n;
    const lines: TierLine[] = [];
    for (const step of walkTiers(this.tiers, counter, copies)) {
      const priced = this.pricedTiers(unitPrice)[step.tier] as PricedTier;
      const product = BigInt(step.copies) * priced.numerator;
      const cents = divideRoundingHalfAwayFromZero(product * 100n, priced.denominator);
      total += cents;
      lines.push({
        copies: step.copies,
        tier: priced.trace,
        unitPrice: unitPrice.trace,
        product: productText(priced, step.copies),
        amount: placeDecimalPoint(cents, 2),
      });
    }
    return { lines, total: Money.ofCents(total) };
  }

  private pricedTiers(unitPrice: UnitPrice): readonly PricedTier[] {
    const known = this.prepared.get(unitPrice);
    if (known) return known;
    const fresh = this.tiers.map((tier, index) => priceTier(unitPrice, tier, this.tiers[index - 1]?.upTo ?? 0));
    this.prepared.set(unitPrice, fresh);
    return fresh;
  }
}

function priceTier(unitPrice: UnitPrice, tier: Tier, above: number): PricedTier {
  const { numerator, denominator } = unitPrice.exact.times(tier.rate.fraction).reduced();
  const trace: TierTrace = { above, upTo: tier.upTo ?? null, rate: tier.rate.toString() };
  const text = Rational.of(1n, denominator).toExactText();
  if (text.includes('/')) return { numerator, denominator, trace };
  const places = Math.max(2, (text.split('.')[1] ?? '').length);
  const factor = (numerator * 10n ** BigInt(places)) / denominator;
  return { numerator, denominator, decimal: { factor, places }, trace };
}

function productText(priced: PricedTier, copies: number): string {
  const { decimal, numerator, denominator } = priced;
  if (decimal) return placeDecimalPoint(BigInt(copies) * decimal.factor, decimal.places);
  return Rational.of(BigInt(copies) * numerator, denominator).toExactText(2);
}
