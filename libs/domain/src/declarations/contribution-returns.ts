/**
 * The publisher's returns to Urssaf as commissioning payer: each quarter the contributions withheld and its own, and
 * once a year the same by name.
 *
 * What people get wrong: the payer's own contribution is a rate of the total that is declared, not the sum of what each
 * statement showed (21.23 + 2.12 = 23.35 where 1.1 % of 2,123.20 is 23.36).
 */
import { addDays, addMonths, makeDate, type CalendarDate } from '../calendar';
import { Money, roundShareToCents } from '../money';
import { ratesOn, type WithholdingRates } from '../withholding';
import { inEuros, type InEuros } from './in-euros';
import {
  byBeneficiary,
  declaredBetween,
  sumAmounts,
  type BeneficiaryAmounts,
  type PaidAmounts,
  type PaidMovement,
} from './paid-movement';

export const quarters = [1, 2, 3, 4] as const;
export type Quarter = (typeof quarters)[number];

/** The publisher's own, on all gross: exempt authors, rights holders and authors abroad included (CSS L382-4). */
export interface PayerContribution {
  readonly base: Money;
  readonly contribution: Money;
  readonly training: Money;
}

export interface ContributionReturn {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly rows: readonly BeneficiaryAmounts[];
  readonly totals: PaidAmounts;
  readonly payer: PayerContribution;
  /** As the form takes them, in its order. */
  readonly declared: Readonly<Record<DeclaredLine, InEuros>>;
}

export const declaredLines = ['pension', 'csg', 'crds', 'training', 'payerContribution', 'payerTraining'] as const;
export type DeclaredLine = (typeof declaredLines)[number];

interface Given {
  readonly movements: readonly PaidMovement[];
  readonly rates: readonly WithholdingRates[];
}

/** Due on the 15th of the month after the quarter. @throws RuleViolation `no-rates-on-date` */
export function quarterlyReturn(
  given: Given & { readonly year: number; readonly quarter: Quarter },
): ContributionReturn {
  const from = makeDate(given.year, given.quarter * 3 - 2, 1);
  const next = addMonths(from, 3);
  return contributionReturn(given, { from, to: addDays(next, -1), dueOn: addDays(next, 14) });
}

/** The same by name for the whole year, due on 31 January. @throws RuleViolation `no-rates-on-date` */
export function nominativeReturn(given: Given & { readonly year: number }): ContributionReturn {
  const { year } = given;
  const dueOn = makeDate(year + 1, 1, 31);
  return contributionReturn(given, { from: makeDate(year, 1, 1), to: makeDate(year, 12, 31), dueOn });
}

function contributionReturn(
  { movements, rates }: Given,
  period: { readonly from: CalendarDate; readonly to: CalendarDate; readonly dueOn: CalendarDate },
): ContributionReturn {
  const declared = declaredBetween(movements, period);
  const totals = sumAmounts(declared.map(({ amounts }) => amounts));
  const payer = payerContribution(declared, rates);
  return { ...period, rows: byBeneficiary(declared), totals, payer, declared: declaredAmounts(totals, payer) };
}

function declaredAmounts(totals: PaidAmounts, payer: PayerContribution): ContributionReturn['declared'] {
  return {
    pension: inEuros(totals.pension),
    csg: inEuros(totals.csg),
    crds: inEuros(totals.crds),
    training: inEuros(totals.training),
    payerContribution: inEuros(payer.contribution),
    payerTraining: inEuros(payer.training),
  };
}

/** By the rates in force, each on the total paid under them. */
function payerContribution(movements: readonly PaidMovement[], rates: readonly WithholdingRates[]): PayerContribution {
  const byRates = Map.groupBy(movements, ({ date }) => {
    const { payerContribution: contribution, payerTraining: training } = ratesOn(rates, date);
    return `${contribution.toString()}/${training.toString()}`;
  });
  const parts = [...byRates.values()].map((own) => {
    const base = Money.sum(own.map(({ amounts }) => amounts.gross));
    const inForce = ratesOn(rates, own[0]?.date ?? '');
    return {
      base,
      contribution: roundShareToCents(base, inForce.payerContribution),
      training: roundShareToCents(base, inForce.payerTraining),
    };
  });
  return {
    base: Money.sum(parts.map(({ base }) => base)),
    contribution: Money.sum(parts.map(({ contribution }) => contribution)),
    training: Money.sum(parts.map(({ training }) => training)),
  };
}
