/**
 * What would be due if: the engine's own answer to a supposed run, sale or income, at a supposed price and supposed terms.
 *
 * What people get wrong: another rate is asked of what comes, not of what was paid long ago. The supposed terms are an
 * amendment of the day, so that the tiers go on from where the copies stand and the advance is what is left of it.
 */
import { addDays, type CalendarDate } from '../calendar';
import type { Clause } from '../contracts';
import type { Money } from '../money';
import { computeRoyalties } from './compute-royalties';
import type { ContractFacts, ReceiptMode, RoyaltyEvent, RoyaltyFacts } from './facts';
import type { IssuedStatement } from './issued';

/** What is supposed to happen to one edition on one day. */
export interface Supposition {
  readonly edition: string;
  readonly date: CalendarDate;
  /** From that day on, in place of the price in force. */
  readonly retailPriceInclVat?: Money | undefined;
  /** Copies of a print run. */
  readonly run?: number | undefined;
  readonly sold?: number | undefined;
  readonly returned?: number | undefined;
  /** Net receipts, in euros. */
  readonly receipts?: { readonly amount: Money; readonly mode: ReceiptMode } | undefined;
  /** Cashed from third parties, in euros. */
  readonly rightsIncome?: Money | undefined;
}

/** Terms of one clause from the day on. */
export interface SupposedTerms {
  readonly contract: string;
  /** Index in its contract. */
  readonly clause: number;
  readonly terms: Clause;
}

const RUN = 'supposed';

/**
 * One statement a contract, of the supposition alone: all that is known was stated the day before. Nothing is written.
 * @throws RuleViolation as the engine does: a day without a price or without rates, terms that can't be computed
 */
export function simulateRoyalties(
  facts: RoyaltyFacts,
  supposition: Supposition,
  supposed: readonly SupposedTerms[] = [],
): IssuedStatement[] {
  const { date } = supposition;
  const eve = addDays(date, -1);
  const closing = (day: CalendarDate): RoyaltyEvent => ({ type: 'closePeriod', from: day, to: day, paymentDate: day });
  const events = [...facts.events, closing(eve), ...eventsOf(supposition), closing(date)];
  const contracts = facts.contracts.map((contract) => withTerms(contract, { date, supposed }));
  const issued = computeRoyalties({ ...facts, contracts, editions: pricedEditions(facts, supposition), events });
  return issued.slice(issued.findLastIndex(isStatementOn(eve)) + 1).filter((one) => one.kind === 'statement');
}

const isStatementOn =
  (day: CalendarDate) =>
  (issued: { readonly kind: string; readonly date: CalendarDate }): boolean =>
    issued.kind === 'statement' && issued.date === day;

function eventsOf(supposition: Supposition): RoyaltyEvent[] {
  const { edition, date, run, sold, returned, receipts, rightsIncome, retailPriceInclVat } = supposition;
  const price = retailPriceInclVat ? { retailPriceInclVat } : {};
  return [
    ...(run ? [{ type: 'printRun' as const, id: RUN, edition, date, accepted: run, ...price }] : []),
    ...(sold ? [{ type: 'sale' as const, edition, date, copies: sold }] : []),
    ...(returned ? [{ type: 'return' as const, edition, date, copies: returned }] : []),
    ...(receipts ? [{ type: 'receipts' as const, edition, date, ...receipts }] : []),
    ...(rightsIncome ? [{ type: 'rightsIncome' as const, edition, date, amount: rightsIncome }] : []),
  ];
}

function pricedEditions({ editions }: RoyaltyFacts, supposition: Supposition): RoyaltyFacts['editions'] {
  const { edition: id, date: from, retailPriceInclVat } = supposition;
  if (!retailPriceInclVat) return editions;
  return editions.map((edition) => {
    if (edition.id !== id) return edition;
    const prices = edition.prices.filter((price) => price.from < from);
    return { ...edition, prices: [...prices, { from, retailPriceInclVat }] };
  });
}

interface Changed {
  readonly date: CalendarDate;
  readonly supposed: readonly SupposedTerms[];
}

/** Each changed clause ends the day before; the one that follows it comes last, since corrections name clauses by their place. */
function withTerms(contract: ContractFacts, { date, supposed }: Changed): ContractFacts {
  const own = supposed.filter((each) => each.contract === contract.id);
  if (own.length === 0) return contract;
  const next = new Map(own.map(({ clause, terms }) => [clause, terms]));
  const clauses = contract.clauses.map((clause, index) => {
    if (!next.has(index)) return clause;
    return { ...clause, until: addDays(date, -1), ...counterOf(clause, index) };
  });
  const following = own.map(({ clause, terms }) =>
    follow(terms, { date, index: clause, before: contract.clauses[clause] }),
  );
  return { ...contract, clauses: [...clauses, ...following] };
}

/** Copies counted before the first fact are the earlier clause's. */
function follow(terms: Clause, at: { date: CalendarDate; index: number; before: Clause | undefined }): Clause {
  const from = { from: at.date };
  if (terms.basis !== 'printed' && terms.basis !== 'sold') return { ...terms, ...from };
  return { ...terms, ...from, copiesBefore: 0, ...counterOf(at.before ?? terms, at.index) };
}

function counterOf(clause: Clause, index: number): { readonly counter?: string } {
  if (clause.basis !== 'printed' && clause.basis !== 'sold') return {};
  return { counter: clause.counter ?? `${RUN} ${index}` };
}
