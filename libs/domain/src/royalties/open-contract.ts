/**
 * The books of one contract, opened from its clauses: a ledger for each clause, or for each counter that several share,
 * told to the editions whose runs, sales and income it takes.
 */
import type { UnitPriceRounding } from '../catalogue';
import {
  clauseConflicts,
  isLimited,
  paysPerCopy,
  type Clause,
  type PrintedClause,
  type ReceiptsClause,
  type SoldClause,
} from '../contracts';
import { RuleViolation, within } from '../rules';
import { DatedQueue } from './dated-queue';
import type { EditionBook } from './edition-book';
import type { ContractFacts } from './facts';
import { FlatFeeLedger } from './flat-fee';
import type { ClauseLedger } from './ledger';
import { PrintedLedger } from './printed';
import { ReceiptsLedger } from './receipts';
import { CopiesLeft, SharedSales, type CopiesMoved } from './sales-source';
import type { Term } from './scope';
import { SoldLedger } from './sold';
import type { SoldMember } from './sold-statement';

export interface ContractToOpen {
  readonly contract: ContractFacts;
  readonly rounding: UnitPriceRounding;
  readonly editionOf: (id: string) => EditionBook;
}

/** The ledger of each clause, in the order of the contract; a ledger that clauses share comes for each of them. */
export function openLedgers(given: ContractToOpen): ClauseLedger[] {
  const { clauses } = given.contract;
  refuseConflicts(clauses);
  const opener = new LedgerOpener(given);
  const ledgers = clauses.map((clause, index) => within(`/clauses/${index}`, () => opener.open(clause, index)));
  opener.tellEditions();
  return ledgers;
}

/** @throws RuleViolation `clauses-overlap`, `clauses-gap`, `counter-mixed` */
function refuseConflicts(clauses: readonly Clause[]): void {
  const [conflict] = clauseConflicts(clauses);
  if (!conflict) return;
  const { code, index, member, message, values } = conflict;
  throw new RuleViolation(code, { message, values, pointer: `/clauses/${index}/${member}` });
}

interface OpenedSold {
  readonly member: SoldMember;
  readonly ledger: SoldLedger;
}

class LedgerOpener {
  private readonly printedByCounter = new Map<string, PrintedLedger>();
  private readonly soldByCounter = new Map<string, SoldLedger>();
  private readonly shared = new Map<EditionBook, SharedSales>();
  private readonly sold = new Map<EditionBook, OpenedSold[]>();
  private readonly income = new Map<EditionBook, ReceiptsLedger[]>();

  constructor(private readonly given: ContractToOpen) {}

  open(clause: Clause, index: number): ClauseLedger {
    const edition = this.given.editionOf(clause.edition);
    if (clause.basis === 'printed') return this.openPrinted(edition, clause, index);
    if (clause.basis === 'sold') return this.openSold(edition, clause, index);
    if (clause.basis === 'flatFee') return new FlatFeeLedger(clause, index);
    return this.openIncome(edition, clause, index);
  }

  private openPrinted(edition: EditionBook, clause: PrintedClause, index: number): PrintedLedger {
    const { contract, rounding } = this.given;
    const ledger = ledgerOf(clause.counter, this.printedByCounter, () => new PrintedLedger());
    const member = ledger.add(clause, index);
    const [contractTerm, term] = [termOf(contract), termOf(clause)];
    edition.printed.push({ ledger, member, rounding, contractTerm, term, needsPrice: !paysPerCopy(clause) });
    edition.printedContracts.add(contract.id);
    if (clause.counter !== undefined) this.introduce(clause.counter);
    return ledger;
  }

  private openSold(edition: EditionBook, clause: SoldClause, index: number): SoldLedger {
    const { rounding } = this.given;
    const ledger = ledgerOf(clause.counter, this.soldByCounter, () => new SoldLedger());
    const copiesLeft = clause.copiesLeft === undefined ? undefined : new CopiesLeft(clause.copiesLeft);
    const source = this.isTold(clause)
      ? ledgerOf(edition, this.shared, () => new SharedSales()).portionOf({ clause, copiesLeft })
      : new DatedQueue<CopiesMoved>();
    const unitPriceOn: SoldMember['unitPriceOn'] = (date) => edition.unitPriceOn(date, rounding);
    const member = ledger.add(clause, index, { source, unitPriceOn, copiesLeft });
    this.sold.set(edition, [...(this.sold.get(edition) ?? []), { member, ledger }]);
    if (clause.counter !== undefined) this.introduce(clause.counter);
    return ledger;
  }

  private openIncome(edition: EditionBook, clause: ReceiptsClause, index: number): ReceiptsLedger {
    const ledger = new ReceiptsLedger(clause, index);
    if (this.isTold(clause)) this.income.set(edition, [...(this.income.get(edition) ?? []), ledger]);
    else edition[clause.basis].push({ ledgers: [ledger] });
    return ledger;
  }

  /** Printed and sold clauses with one counter go on from each other. */
  private introduce(counter: string): void {
    const printed = this.printedByCounter.get(counter);
    const sold = this.soldByCounter.get(counter);
    if (!printed || !sold) return;
    printed.companion = sold;
    sold.companion = printed;
  }

  /** Whether there is anything to tell apart between the clauses of its basis on its edition. */
  private isTold({ edition, basis }: Clause): boolean {
    return this.given.contract.clauses.some(
      (other) => other.edition === edition && other.basis === basis && isLimited(other),
    );
  }

  tellEditions(): void {
    const { from } = this.given.contract;
    for (const [edition, opened] of this.sold) {
      const groups = this.shared.has(edition) ? [opened] : opened.map((one) => [one]);
      for (const group of groups) {
        const ledgers = group.map(({ ledger }) => ledger);
        edition.sold.push({ members: group.map(({ member }) => member), ledgers, from });
      }
    }
    for (const [edition, ledgers] of this.income) {
      for (const basis of ['netReceipts', 'thirdParty'] as const) {
        const own = ledgers.filter(({ clause }) => clause.basis === basis);
        if (own.length > 0) edition[basis].push({ ledgers: own });
      }
    }
  }
}

function termOf({ from, until }: Term): Term | undefined {
  return from === undefined && until === undefined ? undefined : { from, until };
}

function ledgerOf<Key, T>(key: Key | undefined, known: Map<Key, T>, open: () => T): T {
  if (key === undefined) return open();
  const found = known.get(key) ?? open();
  known.set(key, found);
  return found;
}
