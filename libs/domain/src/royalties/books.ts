/** The books of a computation, opened from the facts: editions with their prices, authors, contracts with their clauses. */
import type { UnitPriceRounding } from '../catalogue';
import { quoted, RuleViolation, within, type RuleCode } from '../rules';
import { AuthorBook } from './author-book';
import { ContractBook } from './contract-book';
import { EditionBook } from './edition-book';
import type { ContractFacts, RoyaltyFacts } from './facts';
import { openLedgers } from './open-contract';
import { PayeesOverTime } from './payees';
import type { KnownRun } from './printed';
import { SetOffs } from './set-offs';

export interface Books {
  readonly editions: Register<EditionBook>;
  readonly authors: Register<AuthorBook>;
  readonly contracts: Register<ContractBook>;
  readonly runs: Register<KnownRun>;
  readonly setOffs: SetOffs;
}

/** @throws RuleViolation for ids that are unknown or used twice, and prices that can't be told apart */
export function openBooks(facts: RoyaltyFacts): Books {
  const books: Books = {
    editions: new Register('edition', 'unknown-edition'),
    authors: new Register('author', 'unknown-author'),
    contracts: new Register('contract', 'unknown-contract'),
    runs: new Register('print run', 'unknown-print-run'),
    setOffs: new SetOffs(),
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
  facts.setOffs?.forEach((setOff, index) =>
    within(`/setOffs/${index}`, () =>
      books.setOffs.add(
        setOff,
        setOff.contracts.map((id) => books.contracts.get(id)),
      ),
    ),
  );
  return books;
}

function openContract(
  books: Books,
  { contract, rounding }: { readonly contract: ContractFacts; readonly rounding: UnitPriceRounding },
): void {
  const author = books.authors.get(contract.author);
  const payees = (contract.payees ?? []).map((payee, index) =>
    within(`/payees/${index}`, () => ({ payee, from: payee.from, author: books.authors.get(payee.author) })),
  );
  const ledgers = openLedgers({
    contract,
    rounding: contract.unitPriceRounding ?? rounding,
    editionOf: (id) => books.editions.get(id),
  });
  const parts = { payees: new PayeesOverTime(author, payees), ledgers, setOffs: books.setOffs };
  books.contracts.add(contract.id, new ContractBook(contract, parts));
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
