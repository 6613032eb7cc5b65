/** The books of a computation, opened from the facts: editions with their prices, authors, contracts with their clauses. */
import type { UnitPriceRounding } from '../catalogue';
import type { Clause } from '../contracts';
import { quoted, RuleViolation, within, type RuleCode } from '../rules';
import { AuthorBook } from './author-book';
import { ContractBook, type ClauseBook } from './contract-book';
import { EditionBook } from './edition-book';
import type { ContractFacts, RoyaltyFacts } from './facts';
import { FlatFeeLedger } from './flat-fee';
import { PrintedLedger, type KnownRun } from './printed';
import { ReceiptsLedger } from './receipts';
import { SoldLedger } from './sold';

export interface Books {
  readonly editions: Register<EditionBook>;
  readonly authors: Register<AuthorBook>;
  readonly contracts: Register<ContractBook>;
  readonly runs: Register<KnownRun>;
}

/** @throws RuleViolation for ids that are unknown or used twice, and prices that can't be told apart */
export function openBooks(facts: RoyaltyFacts): Books {
  const books: Books = {
    editions: new Register('edition', 'unknown-edition'),
    authors: new Register('author', 'unknown-author'),
    contracts: new Register('contract', 'unknown-contract'),
    runs: new Register('print run', 'unknown-print-run'),
  };
  facts.editions.forEach((edition, index) =>
    within(`/editions/${index}`, () => books.editions.add(edition.id, new EditionBook(edition))),
  );
  facts.authors.forEach((author, index) =>
    within(`/authors/${index}`, () => books.authors.add(author.id, new AuthorBook(author, facts.withholdingRates))),
  );
  facts.contracts.forEach((contract, index) =>
    within(`/contracts/${index}`, () => openContract(books, { contract, rounding: facts.unitPriceRounding })),
  );
  return books;
}

function openContract(
  books: Books,
  { contract, rounding }: { readonly contract: ContractFacts; readonly rounding: UnitPriceRounding },
): void {
  const author = books.authors.get(contract.author);
  const clauses = contract.clauses.map((clause, index) =>
    within(`/clauses/${index}`, () =>
      openClause(books.editions.get(clause.edition), {
        clause,
        index,
        contract,
        rounding: contract.unitPriceRounding ?? rounding,
      }),
    ),
  );
  books.contracts.add(contract.id, new ContractBook(contract, author, clauses));
}

interface ClauseToOpen {
  readonly clause: Clause;
  readonly index: number;
  readonly contract: ContractFacts;
  readonly rounding: UnitPriceRounding;
}

function openClause(edition: EditionBook, { clause, index, contract, rounding }: ClauseToOpen): ClauseBook {
  const { from, until } = contract;
  if (clause.basis === 'printed') {
    const ledger = new PrintedLedger(clause, index);
    edition.printed.push({ ledger, rounding, from, until });
    edition.printedContracts.add(contract.id);
    return { kind: 'printed', ledger };
  }
  if (clause.basis === 'sold') {
    const ledger = new SoldLedger(clause, index);
    edition.sold.push({ ledger, rounding, from, until });
    return { kind: 'sold', ledger, unitPriceOn: (date) => edition.unitPriceOn(date, rounding) };
  }
  if (clause.basis === 'flatFee') return { kind: 'flatFee', ledger: new FlatFeeLedger(clause, index) };
  const ledger = new ReceiptsLedger(clause, index);
  edition[clause.basis].push(ledger);
  return { kind: 'receipts', ledger };
}

/** Things by id, in their order, which refuses an id that is unknown or used twice. */
export class Register<T> {
  private readonly byId = new Map<string, T>();

  constructor(
    private readonly noun: string,
    private readonly unknown: RuleCode,
  ) {}

  add(id: string, thing: T): void {
    if (this.byId.has(id)) {
      throw new RuleViolation('duplicate-id', {
        message: `There are two ${this.noun}s ${quoted(id)}`,
        pointer: '/id',
        values: { id },
      });
    }
    this.byId.set(id, thing);
  }

  get(id: string): T {
    const found = this.byId.get(id);
    if (found !== undefined) return found;
    throw new RuleViolation(this.unknown, {
      message: `There is no ${this.noun} ${quoted(id)}`,
      values: { id },
    });
  }

  get size(): number {
    return this.byId.size;
  }

  all(): IterableIterator<T> {
    return this.byId.values();
  }
}
