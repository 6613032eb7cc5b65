import { priceInForce } from '@colophon/domain/catalogue';
import { addDays, compareDates } from '@colophon/domain/calendar';
import { readClause } from '@colophon/domain/contracts';
import { Money, Rate } from '@colophon/domain/money';
import type { RoyaltyFacts, Supposition, SupposedTerms } from '@colophon/domain/royalties';

import { clauseInputOf, nowOf, storedClauses, toClauseDraft } from '../../contracts';
import type { Tx } from '../../platform/database/database';
import { loadFacts } from '../facts/load-facts';
import { loadRates } from '../facts/load-rates';
import { contractsAround, contractsById, type ContractRow } from '../facts/scope';
import { royaltiesProblems } from '../problems';
import type { BlankContract, SimulationInput } from './simulation-dto';

/** What the engine is asked: the facts, what is supposed, and of whom the answer is shown. */
export interface Supposed {
  readonly facts: RoyaltyFacts;
  readonly supposition: Supposition;
  readonly terms: readonly SupposedTerms[];
  /** The price in force without the supposition; none for a contract that does not exist. */
  readonly presentPrice: Money | undefined;
  readonly shown: readonly ShownContract[];
  /** Rates of the last year known, where the day is after it: what is only supposed need not wait for the law. */
  readonly areRatesAssumed: boolean;
}

export interface ShownContract {
  /** As the facts name it. */
  readonly id: string;
  readonly contractId: number | null;
  readonly reference: string;
  readonly contributorName: string;
}

const BLANK = 'blank';

/** @throws simulation-nothing-chosen, simulation-edition-without-contract, simulation-price-needed, not-found */
export function supposedFacts(tx: Tx, input: SimulationInput, today: string): Promise<Supposed> {
  const tomorrow = addDays(today, 1);
  const date = input.date && compareDates(input.date, tomorrow) > 0 ? input.date : tomorrow;
  return supposedBy(tx, input, date).then((supposed) => withRatesOn(supposed, date));
}

type WithoutRates = Omit<Supposed, 'areRatesAssumed'>;

function supposedBy(tx: Tx, input: SimulationInput, date: string): Promise<WithoutRates> {
  return input.blank ? blankFacts(tx, { input, blank: input.blank, date }) : contractFacts(tx, input, date);
}

function withRatesOn(supposed: WithoutRates, date: string): Supposed {
  const known = supposed.facts.withholdingRates;
  const last = known.at(-1);
  if (!last || last.to >= date) return { ...supposed, areRatesAssumed: false };
  const withholdingRates = [...known, { ...last, from: addDays(last.to, 1), to: date }];
  return { ...supposed, facts: { ...supposed.facts, withholdingRates }, areRatesAssumed: true };
}

async function contractFacts(tx: Tx, input: SimulationInput, date: string): Promise<WithoutRates> {
  const { editionId, contractId } = input;
  if (!editionId) throw royaltiesProblems.at('/editionId', 'simulation-nothing-chosen');
  const around = await contractsAround(tx, editionId);
  const asked = contractId ? await contractsById(tx, [contractId]) : [];
  const contracts = [...around, ...asked.filter(({ id }) => !around.some((other) => other.id === id))];
  const { facts } = await loadFacts(tx, contracts);
  const edition = facts.editions.find(({ id }) => id === String(editionId));
  if (!edition) throw royaltiesProblems.at('/editionId', 'simulation-edition-without-contract');
  const concerned = facts.contracts.filter(
    ({ id, clauses }) =>
      (contractId ? id === String(contractId) : true) && clauses.some((clause) => clause.edition === edition.id),
  );
  return {
    facts,
    supposition: suppositionOf(input, { edition: edition.id, date }),
    terms: await supposedTerms(tx, input, contracts),
    presentPrice: edition.prices.length > 0 ? priceInForce(edition.prices, date).retailPriceInclVat : undefined,
    shown: await shownContracts(
      tx,
      contracts.filter(({ id }) => concerned.some((each) => each.id === String(id))),
    ),
  };
}

/** Other tiers or another rate for clauses as they are now; all else of them stays. */
async function supposedTerms(
  tx: Tx,
  { terms }: SimulationInput,
  contracts: readonly ContractRow[],
): Promise<SupposedTerms[]> {
  if (!terms || terms.length === 0) return [];
  const stored = Map.groupBy(
    await storedClauses(
      tx,
      contracts.map(({ id }) => id),
    ),
    ({ agreed }) => agreed.contractId,
  );
  return [...stored].flatMap(([contract, clauses]) =>
    clauses.flatMap((clause, index): SupposedTerms[] => {
      const supposed = terms.find(({ clauseId }) => clauseId === clause.agreed.id);
      if (!supposed) return [];
      const now = clauseInputOf(nowOf(clause));
      const { tiers, rate } = supposed;
      const draft = toClauseDraft({ ...now, ...(tiers?.length ? { tiers } : {}), ...(rate ? { rate } : {}) });
      return [{ contract: String(contract), clause: index, terms: readClause(draft) }];
    }),
  );
}

async function shownContracts(tx: Tx, contracts: readonly ContractRow[]): Promise<ShownContract[]> {
  const rows: { id: number; name: string }[] = await tx.query(
    `SELECT id, display_name AS name FROM contributor WHERE id = ANY($1)`,
    [contracts.map(({ contributorId }) => contributorId)],
  );
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return contracts.map(({ id, reference, contributorId }) => ({
    ...{ id: String(id), contractId: id, reference },
    contributorName: names.get(contributorId) ?? '',
  }));
}

interface BlankRequest {
  readonly input: SimulationInput;
  readonly blank: BlankContract;
  readonly date: string;
}

/** One contract, one author and one edition that exist in this request only; the accountant's rates are real. */
async function blankFacts(tx: Tx, { input, blank, date }: BlankRequest): Promise<WithoutRates> {
  if (!input.retailPriceInclVat) throw royaltiesProblems.at('/retailPriceInclVat', 'simulation-price-needed');
  const price = Money.parse(input.retailPriceInclVat);
  const [house] = await tx.query(`SELECT unit_price_rounding AS rounding FROM house`);
  const advance = blank.advance ? Money.parse(blank.advance) : Money.zero;
  const paid = { type: 'payAdvance' as const, contract: BLANK, date: addDays(date, -1), amount: advance };
  const withholdingRates = await loadRates(tx);
  const profile = { from: '1900-01-01', vat: 'withheld' as const, withholdingTaxRate: Rate.parse('0') };
  const clauses = blank.clauses.map((clause) => readClause({ ...toClauseDraft(clause), edition: BLANK }));
  const facts: RoyaltyFacts = {
    unitPriceRounding: house?.rounding ?? '2',
    editions: [
      {
        id: BLANK,
        vatRate: Rate.parse(blank.vatRate ?? '5.5'),
        prices: [{ from: '1900-01-01', retailPriceInclVat: price }],
      },
    ],
    authors: [{ id: BLANK, profiles: [{ ...profile, social: blank.social ?? 'withheld' }], paidThisYear: Money.zero }],
    contracts: [{ id: BLANK, author: BLANK, clauses, paymentThreshold: Money.zero }],
    events: advance.isPositive ? [paid] : [],
    withholdingRates,
  };
  const supposition = suppositionOf({ ...input, retailPriceInclVat: null }, { edition: BLANK, date });
  const shown = [{ id: BLANK, contractId: null, reference: '', contributorName: '' }];
  return { facts, supposition, terms: [], presentPrice: price, shown };
}

function suppositionOf(input: SimulationInput, at: { edition: string; date: string }): Supposition {
  const { run, sold, returned, receipts, receiptMode, rightsIncome, retailPriceInclVat } = input;
  return {
    ...at,
    run: run ?? undefined,
    sold: sold ?? undefined,
    returned: returned ?? undefined,
    retailPriceInclVat: retailPriceInclVat ? Money.parse(retailPriceInclVat) : undefined,
    receipts: receipts ? { amount: Money.parse(receipts), mode: receiptMode ?? 'unit' } : undefined,
    rightsIncome: rightsIncome ? Money.parse(rightsIncome) : undefined,
  };
}
