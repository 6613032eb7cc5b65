/**
 * What this house has paid an author in each calendar year, over all contracts: the yearly ceilings count it.
 *
 * What people get wrong: recoupment is per contract, the ceilings are per author.
 */
import { yearOf, type CalendarDate } from '../calendar';
import { Money } from '../money';
import { RuleViolation } from '../rules';
import { withhold, type TaxProfile, type WithholdingRates } from '../withholding';
import type { AuthorFacts } from './facts';
import type { WithholdingTrace } from './issued';

export class AuthorBook {
  private readonly paidByYear = new Map<number, Money>();
  private hasPaid = false;

  constructor(
    private readonly author: AuthorFacts,
    private readonly rates: readonly WithholdingRates[],
  ) {}

  get id(): string {
    return this.author.id;
  }

  /** Pays a gross above zero, with the withholding of that day. @throws RuleViolation `no-rates-on-date` */
  pay(gross: Money, date: CalendarDate): WithholdingTrace {
    const paidThisYear = this.paidIn(yearOf(date));
    const profile = profileOn(this.author, date);
    const withheld = withhold({ gross, paidThisYear, profile, date, rates: this.rates });
    this.count(gross, date);
    return {
      csg: withheld.csg.toString(),
      crds: withheld.crds.toString(),
      pension: withheld.pension.toString(),
      training: withheld.training.toString(),
      social: withheld.social.toString(),
      vat: withheld.vat.toString(),
      vatWithheld: withheld.vatWithheld.toString(),
      withholdingTax: withheld.withholdingTax.toString(),
      net: withheld.net.toString(),
      payerContribution: withheld.payerContribution.toString(),
      paidThisYear: paidThisYear.toString(),
      lines: withheld.trace,
    };
  }

  /** Counts a gross paid elsewhere in the house. */
  count(gross: Money, date: CalendarDate): void {
    const year = yearOf(date);
    this.paidByYear.set(year, this.paidIn(year).plus(gross));
    this.hasPaid = true;
  }

  private paidIn(year: number): Money {
    const paid = this.paidByYear.get(year) ?? Money.zero;
    return this.hasPaid ? paid : paid.plus(this.author.paidThisYear);
  }
}

function profileOn(author: AuthorFacts, date: CalendarDate): TaxProfile {
  let found: AuthorFacts['profiles'][number] | undefined;
  for (const profile of author.profiles) {
    if (profile.from <= date && (!found || profile.from >= found.from)) found = profile;
  }
  if (found) return found;
  throw new RuleViolation('profile-missing-on-date', {
    message: `The tax profile of author ${author.id} on ${date} is not known`,
    values: { author: author.id, date },
  });
}
