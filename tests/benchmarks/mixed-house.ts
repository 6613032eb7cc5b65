/**
 * A house where every basis occurs, for the engine's benchmark: 1,000 works, three contracts a work, ten years.
 *
 * The first contract of a work pays on copies printed, by a clause that is amended half-way and counts on, on e-books
 * by mode and on licences. The second pays on copies sold by channel, with a reserve, and moves to printed copies after
 * eight years with stock left; every tenth of them is joined to the first by an agreement to set off. The third pays an
 * amount per copy to two heirs and an agent, a flat fee, and a guaranteed minimum. Each year has runs, sales, returns,
 * receipts, licences, advances, and a few runs, prices and clauses corrected after they were closed.
 */
import { readClause, readPayees, type ClauseDraft } from '@colophon/domain/contracts';
import { Money, Rate } from '@colophon/domain/money';
import type { ContractFacts, RoyaltyEvent, RoyaltyFacts } from '@colophon/domain/royalties';
import { defaultWithholdingRates } from '@colophon/domain/withholding';

const years = 10;
const firstYear = 2017;
const worksAtOnce = 1000;

const tiers = [{ upTo: 3000, rate: '8' }, { upTo: 6000, rate: '9' }, { rate: '10' }];
const amended: ClauseDraft = { edition: '', basis: 'printed', tiers, counter: 'work', excluded: { authorCopies: 20 } };
const sold: ClauseDraft = { edition: '', basis: 'sold', tiers, until: '2024-12-31' };

function clausesOf(edition: string): readonly (readonly ClauseDraft[])[] {
  const drafts: ClauseDraft[][] = [
    [
      { ...amended, until: '2021-12-31' },
      { ...amended, from: '2022-01-01', tiers: [{ upTo: 5000, rate: '9' }, { rate: '11' }] },
      { edition, basis: 'netReceipts', rate: '25' },
      { edition, basis: 'thirdParty', rate: '50' },
    ],
    [
      { ...sold, copiesLeft: 300, returnReserve: { percent: '20', maxStatements: 2 } },
      { ...sold, channels: ['direct'], tiers: [{ rate: '15' }] },
      { edition, basis: 'printed', from: '2025-01-01', tiers: [{ rate: '7' }] },
    ],
    [
      { edition, basis: 'printed', tiers: [{ upTo: 2000, amountPerCopy: '0.35' }, { amountPerCopy: '0.45' }] },
      { edition, basis: 'flatFee', amount: '250.00', dueOn: '2018-03-01' },
    ],
  ];
  return drafts.map((clauses) => clauses.map((clause) => ({ ...clause, edition })));
}

/** The facts of a house `scale` times the one above, always the same. */
export function mixedHouse(scale: number): RoyaltyFacts {
  const works = numbers(worksAtOnce * scale);
  const rates = defaultWithholdingRates[0];
  if (!rates) throw new Error('there are no rates to start from');
  return {
    unitPriceRounding: '2',
    editions: works.map((work) => ({
      id: `E${work}`,
      vatRate: Rate.parse('5.5'),
      prices: [
        { from: '2000-01-01', retailPriceInclVat: Money.ofCents(BigInt(900 + (work % 2500))) },
        { from: '2021-03-01', retailPriceInclVat: Money.ofCents(BigInt(990 + (work % 2500))) },
      ],
    })),
    authors: works.flatMap((work) => ['P', 'S', 'T', 'heir', 'agent'].map((role) => author(`${role}${work}`))),
    contracts: works.flatMap(contractsOf),
    setOffs: works
      .filter((work) => work % 10 === 0)
      .map((work) => ({ id: `X${work}`, contracts: [`P${work}`, `R${work}`], from: '2018-01-01' })),
    events: numbers(years).flatMap((year) => eventsOf(firstYear + year, works)),
    withholdingRates: [{ ...rates, from: '2000-01-01', to: '2099-12-31' }],
  };
}

function author(id: string): RoyaltyFacts['authors'][number] {
  const profile = { from: '2000-01-01', social: 'withheld', vat: 'withheld', withholdingTaxRate: Rate.zero } as const;
  return { id, profiles: [profile], paidThisYear: Money.zero };
}

function contractsOf(work: number): ContractFacts[] {
  const [first = [], second = [], third = []] = clausesOf(`E${work}`).map((drafts) => drafts.map(readClause));
  const common = { paymentThreshold: Money.zero };
  const payees = readPayees([
    { author: `T${work}`, kind: 'author', share: '66.67' },
    { author: `heir${work}`, kind: 'rightsHolder', share: '33.33' },
    { author: `agent${work}`, kind: 'agent', share: '15' },
  ]);
  const guarantee = { guaranteedMinimum: Money.parse('2000.00'), endsOn: '2023-06-30' };
  // Of one author where they are joined by an agreement.
  const owner = work % 10 === 0 ? 'P' : 'S';
  return [
    { ...common, id: `P${work}`, author: `P${work}`, clauses: first },
    { ...common, id: `R${work}`, author: `${owner}${work}`, clauses: second },
    { ...common, id: `T${work}`, author: `T${work}`, clauses: third, payees, ...guarantee },
  ];
}

function eventsOf(year: number, works: readonly number[]): RoyaltyEvent[] {
  const close: RoyaltyEvent = {
    ...{ type: 'closePeriod', from: `${year}-01-01`, to: `${year}-12-31`, paymentDate: `${year}-12-31` },
  };
  return [...works.flatMap((work) => factsOfYear(year, work)), close, ...works.flatMap((work) => mend(year, work))];
}

function factsOfYear(year: number, work: number): RoyaltyEvent[] {
  const edition = `E${work}`;
  const on = (monthAndDay: string) => ({ edition, date: `${year}-${monthAndDay}` });
  const euros = (cents: number): Money => Money.ofCents(BigInt(cents));
  const isTurn = (every: number): boolean => (work + year) % every === 0;
  const advance = { contract: `R${work}`, date: `${year}-01-15`, amount: Money.parse('800.00') };
  return [
    ...(year === firstYear ? [{ type: 'payAdvance' as const, ...advance }] : []),
    ...(isTurn(3) ? [{ type: 'printRun' as const, id: `R${work}-${year}`, ...on('02-10'), accepted: 500 + work }] : []),
    { type: 'sale', ...on('03-15'), copies: 60 + (work % 90) },
    { type: 'sale', ...on('06-15'), copies: 10 + (work % 20), channel: 'direct' },
    { type: 'sale', ...on('11-15'), copies: 80 + (work % 70) },
    { type: 'return', ...on('09-15'), copies: 5 + (work % 30) },
    { type: 'receipts', ...on('06-30'), amount: euros(4000 + work), mode: 'unit', copies: 9 },
    { type: 'receipts', ...on('12-15'), amount: euros(700 + work), mode: 'subscription' },
    ...(isTurn(4) ? [{ type: 'rightsIncome' as const, ...on('10-01'), amount: euros(90_000), licensee: 'Nord' }] : []),
  ];
}

/** What was recorded wrong: a run in ten, a price and a rate in fifty. */
function mend(year: number, work: number): RoyaltyEvent[] {
  const wasPrinted = (work + year) % 3 === 0;
  const from = '2000-01-01';
  const price = { edition: `E${work}`, from, retailPriceInclVat: Money.ofCents(BigInt(950 + (work % 2500))) };
  const terms = readClause({ edition: `E${work}`, basis: 'netReceipts', rate: '27.5' });
  return [
    ...(wasPrinted && work % 10 === 1
      ? [{ type: 'correctPrintRun' as const, run: `R${work}-${year}`, accepted: 480 + work }]
      : []),
    ...(year === 2020 && work % 50 === 2 ? [{ type: 'correctPrice' as const, ...price }] : []),
    ...(year === 2022 && work % 50 === 3
      ? [{ type: 'correctClause' as const, contract: `P${work}`, clause: 2, terms }]
      : []),
  ];
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
