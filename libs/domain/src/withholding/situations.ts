/**
 * Why an author is taxed as they are, and from it how: the one place where a situation becomes a tax profile.
 *
 * What people get wrong: an exemption is a paper with a last day. After it contributions are withheld again, without
 * anybody entering anything; and treaty relief without both forms before the payment is no relief at all (CGI 182 B).
 */
import { addDays, type CalendarDate } from '../calendar';
import { Rate } from '../money';
import { RuleViolation } from '../rules';
import type { WithholdingRates } from './rates';
import type { TaxProfile } from './withhold';

export const taxSituations = ['author', 'exempt', 'rightsHolder', 'abroad', 'treaty'] as const;
/**
 * `author`: contributions are withheld; `exempt`: shows a certificate (dispense de précompte); `rightsHolder`: heirs and
 * assignees, of whom nothing is withheld; `abroad`: lives elsewhere and sent no forms; `treaty`: sent forms 5000 and 5003.
 */
export type TaxSituation = (typeof taxSituations)[number];

/** What of a resident's VAT: withheld by the publisher, invoiced by the author, or none (renounced, art. 293 B). */
export const residentVat = ['withheld', 'liable', 'none'] as const;

/** How the publisher stands towards VAT on authors' rights. */
export type PublisherVat = 'mainland' | 'overseas' | 'notLiable';

/** A profile as entered: in force from a day until the next one's. */
export interface DeclaredProfile {
  readonly from: CalendarDate;
  readonly situation: TaxSituation;
  readonly social: TaxProfile['social'];
  readonly vat: TaxProfile['vat'];
  readonly withholdingTaxRate: Rate;
  /** The last day of the exemption's certificate. */
  readonly exemptUntil?: CalendarDate | undefined;
  /** The last day for which the treaty forms hold. */
  readonly formsUntil?: CalendarDate | undefined;
}

export interface SituationInput {
  readonly situation: TaxSituation;
  /** Of residents; of who lives abroad only `none`, where the publisher declares no VAT on what it buys. */
  readonly vat?: TaxProfile['vat'] | undefined;
  /** The treaty's for `treaty`; for `abroad` the general rate of the day. */
  readonly withholdingTaxRate?: Rate | undefined;
}

/**
 * How a situation is taxed.
 * @throws RuleViolation `withholding-tax-rate-missing` of who lives abroad without a rate
 */
export function profileOfSituation({ situation, vat, withholdingTaxRate }: SituationInput): TaxProfile {
  if (situation === 'abroad' || situation === 'treaty') {
    const abroadVat = vat === 'none' ? vat : 'reverseCharge';
    if (withholdingTaxRate) return { social: 'exempt', vat: abroadVat, withholdingTaxRate };
    throw new RuleViolation('withholding-tax-rate-missing', {
      message: 'The rate of the tax withheld from an author who lives abroad is missing',
      pointer: '/withholdingTaxRate',
    });
  }
  const social = situation === 'author' ? ('withheld' as const) : ('exempt' as const);
  return {
    social,
    vat: vat === undefined || vat === 'reverseCharge' ? 'withheld' : vat,
    withholdingTaxRate: Rate.zero,
  };
}

/** The situation of a profile that says only how somebody is taxed: from an older file or another program. */
export function situationOfProfile({ social, withholdingTaxRate }: Omit<TaxProfile, 'vat'>): TaxSituation {
  if (social === 'withheld') return 'author';
  return withholdingTaxRate.isZero ? 'exempt' : 'abroad';
}

/**
 * 97100–97299 and 97400–97499 (Guadeloupe, Martinique, Réunion) have rates of their own (CGI 296); Guyane and Mayotte
 * know no VAT (CGI 294).
 */
export function publisherVat(house: { readonly isLiable: boolean; readonly postalCode: string }): PublisherVat {
  if (!house.isLiable || /^97[36]/.test(house.postalCode)) return 'notLiable';
  return /^97[124]/.test(house.postalCode) ? 'overseas' : 'mainland';
}

/**
 * The profiles that payments are computed with, each from its day on: certificates and forms that lapse begin a new one,
 * as does each change of the general rate that applies once treaty forms have lapsed.
 */
export function profilePeriods(given: {
  readonly profiles: readonly DeclaredProfile[];
  readonly rates: readonly WithholdingRates[];
  readonly publisher: PublisherVat;
}): (TaxProfile & { readonly from: CalendarDate })[] {
  const sorted = given.profiles.toSorted((one, other) => (one.from < other.from ? -1 : 1));
  return sorted.flatMap((profile, index) => {
    const next = sorted[index + 1]?.from;
    return changesOf(profile, given.rates)
      .filter((day) => day >= profile.from && (next === undefined || day < next))
      .map((day) => ({ from: day, ...computedOn(profile, day, given) }));
  });
}

function changesOf({ from, exemptUntil, formsUntil }: DeclaredProfile, rates: readonly WithholdingRates[]): string[] {
  const lapses = [exemptUntil, formsUntil].filter((day) => day !== undefined).map((day) => addDays(day, 1));
  const general = formsUntil === undefined ? [] : rates.map((rate) => rate.from).filter((day) => day > formsUntil);
  return [...new Set([from, ...lapses, ...general])].sort();
}

function computedOn(
  profile: DeclaredProfile,
  day: CalendarDate,
  { rates, publisher }: { readonly rates: readonly WithholdingRates[]; readonly publisher: PublisherVat },
): TaxProfile {
  const isExemptionOver = profile.exemptUntil !== undefined && day > profile.exemptUntil;
  const areFormsOver = profile.formsUntil !== undefined && day > profile.formsUntil;
  return {
    social: isExemptionOver ? 'withheld' : profile.social,
    // Who is not liable withholds none (CGI 285 bis); what the author invoices, or what is due on services from abroad, stays.
    vat: publisher === 'notLiable' && profile.vat === 'withheld' ? 'none' : profile.vat,
    withholdingTaxRate: areFormsOver ? generalRate(rates, day) : profile.withholdingTaxRate,
    ...(publisher === 'overseas' ? { overseas: true } : {}),
  };
}

/** The last known on the day; a payment in a year without rates is refused before this matters. */
function generalRate(rates: readonly WithholdingRates[], day: CalendarDate): Rate {
  const known = rates.filter(({ from }) => from <= day);
  return (
    known.reduce<WithholdingRates | undefined>((last, rate) => (last && last.from > rate.from ? last : rate), undefined)
      ?.withholdingTax ?? Rate.zero
  );
}
