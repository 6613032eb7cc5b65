import { roundShareToCents, type Money } from '../money';
import type { WithholdingRates } from './rates';

/** What the State bears of the pension contributions in the author's place: 0.75 and 0.40 points. */
export interface StateRelief {
  readonly kind: 'pension' | 'uncappedPension';
  readonly base: string;
  readonly rate: string;
  readonly amount: string;
}

/** For the certificate: a gross of 2,123.20 under the ceiling has 15.92 and 8.49 borne by the State. */
export function stateRelief(
  { gross, pensionBase }: { readonly gross: Money; readonly pensionBase: Money },
  rates: WithholdingRates,
): StateRelief[] {
  const line = (kind: StateRelief['kind'], base: Money, rate: WithholdingRates['pensionRelief']): StateRelief => ({
    kind,
    base: base.toString(),
    rate: rate.toString(),
    amount: roundShareToCents(base, rate).toString(),
  });
  const capped = line('pension', pensionBase, rates.pensionRelief);
  return [capped, line('uncappedPension', gross, rates.uncappedPensionRelief)];
}
