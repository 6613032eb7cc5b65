/** Facts with defaults that are good enough, so that a test shows only what matters. */
import { readClause, readPayees, type ClauseDraft, type PayeeDraft } from '../contracts';
import { Money, Rate } from '../money';
import { defaultWithholdingRates } from '../withholding';
import { computeRoyalties } from './compute-royalties';
import type { ContractFacts, RoyaltyEvent, RoyaltyFacts } from './facts';
import type { Issued, IssuedStatement } from './issued';

const withheld = { from: '2020-01-01', social: 'withheld', vat: 'withheld', withholdingTaxRate: Rate.zero } as const;

export const author = (id: string): RoyaltyFacts['authors'][number] => ({
  id,
  profiles: [withheld],
  paidThisYear: Money.zero,
});

export const edition = (
  id: string,
  ...prices: readonly (readonly [from: string, price: string])[]
): RoyaltyFacts['editions'][number] => ({
  id,
  vatRate: Rate.parse('5.5'),
  prices: (prices.length > 0 ? prices : [['2020-01-01', '14.00'] as const]).map(([from, price]) => ({
    from,
    retailPriceInclVat: Money.parse(price),
  })),
});

export function contract(
  clauses: readonly ClauseDraft[],
  more: Partial<Omit<ContractFacts, 'payees'>> & { readonly payees?: readonly PayeeDraft[] } = {},
): ContractFacts {
  const { payees, ...rest } = more;
  return {
    ...{ id: 'K', author: 'A', paymentThreshold: Money.zero },
    clauses: clauses.map(readClause),
    ...(payees ? { payees: readPayees(payees) } : {}),
    ...rest,
  };
}

export function factsOf(
  contracts: readonly ContractFacts[],
  events: readonly RoyaltyEvent[],
  more: Partial<RoyaltyFacts> = {},
): RoyaltyFacts {
  return {
    unitPriceRounding: '2',
    editions: [edition('E'), edition('F', ['2020-01-01', '9.90'])],
    authors: ['A', 'B', 'C', 'D'].map(author),
    contracts,
    events,
    withholdingRates: defaultWithholdingRates,
    ...more,
  };
}

export const run = (id: string, date: string, accepted: number): RoyaltyEvent => ({
  ...{ type: 'printRun', id, edition: 'E', date, accepted },
});

/** Copies sold, or returned where they are below zero. */
export const sold = (date: string, copies: number, more: { readonly channel?: string } = {}): RoyaltyEvent => ({
  type: copies < 0 ? 'return' : 'sale',
  ...{ edition: 'E', date, copies: Math.abs(copies), ...more },
});

export const close = (to: string): RoyaltyEvent => ({
  ...{ type: 'closePeriod', from: '2024-01-01', to, paymentDate: '2026-12-31' },
});

export const statementsOf = (facts: RoyaltyFacts): IssuedStatement[] =>
  computeRoyalties(facts).filter((document: Issued) => document.kind === 'statement');

export const sum = (amounts: readonly string[]): string =>
  Money.sum(amounts.map((amount) => Money.parse(amount))).toString();

/** Everything earned and rectified, over all statements. */
export const totalOf = (facts: RoyaltyFacts): string =>
  sum(statementsOf(facts).flatMap(({ earned, adjustments }) => [earned, adjustments]));
