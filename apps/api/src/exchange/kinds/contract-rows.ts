/** The rows of one contract read together: its own members, then a clause and an advance a row. */
import { readPerson, readShares, readTiers } from '@colophon/domain/exchange';

import type { AdvanceInput, ClauseInput, ContractInput } from '../../contracts';
import { columnOf, faultsOf, type ImportRow, type Pointers } from '../run/import-row';
import { given } from '../run/import-run';
import type { KnownEditions, NamedEdition } from './known-editions';
import type { KnownPeople } from './known-people';

const pointers: Pointers = {
  '/reference': 'reference',
  '/contributorId': 'contributor',
  '/workId': 'isbn',
  '/signedOn': 'signedOn',
  '/startsOn': 'startsOn',
  '/endsOn': 'endsOn',
  '/terminatedOn': 'endsOn',
  '/status': 'status',
  '/statementFrequency': 'statementFrequency',
  '/paymentThreshold': 'paymentThreshold',
  '/minimumFirstRun': 'minimumFirstRun',
  '/notes': 'notes',
  '/clauses': 'tiers',
  '/clauses/editionId': 'isbn',
  '/clauses/basis': 'basis',
  '/clauses/rate': 'tiers',
  '/clauses/amount': 'tiers',
  '/clauses/dueOn': 'flatFeeDueOn',
  '/clauses/copiesBefore': 'copiesBefore',
  '/clauses/excluded/authorCopies': 'excludedAuthorCopies',
  '/clauses/excluded/legalDeposit': 'excludedLegalDeposit',
  '/clauses/excluded/reviewCopies': 'excludedReviewCopies',
  '/clauses/excluded/reviewCopiesPercent': 'excludedReviewCopiesPercent',
  '/clauses/poolShares': 'poolShares',
  '/clauses/poolIndex': 'poolIndex',
  '/clauses/returnReserve': 'returnReservePercent',
  '/advances': 'advance',
  '/advances/label': 'advanceLabel',
  '/advances/dueOn': 'advanceDueOn',
  '/advances/paidOn': 'advancePaidOn',
};

export interface KnownForContracts {
  readonly people: KnownPeople;
  readonly editions: KnownEditions;
}

/** What the rows of a contract say, and which row says which part of it. */
export class ContractRows {
  private readonly clauseRows: ImportRow[] = [];
  private readonly advanceRows: ImportRow[] = [];

  constructor(readonly rows: readonly [ImportRow, ...ImportRow[]]) {}

  get first(): ImportRow {
    return this.rows[0];
  }

  get isFaulty(): boolean {
    return this.rows.some((row) => row.isFaulty);
  }

  /** The contract over the one that is known; undefined members are told already. */
  read(known: KnownForContracts, before: ContractInput | undefined): object {
    const editions = this.rows.map((row) => (hasEdition(row) ? known.editions.find(row) : undefined));
    const reference = this.first.raw('reference');
    return {
      ...usual,
      ...before,
      ...given({
        reference,
        externalId: before?.externalId ?? reference,
        contributorId: this.agreed('contributor', (row) => contributorId(row, known.people)),
        workId: editions.find((edition) => edition)?.workId,
        ...this.readMembers(),
      }),
      clauses: this.readClauses(editions, before?.clauses ?? []),
      advances: this.readAdvances(before?.advances ?? []),
    };
  }

  /** Tells what refused the contract, each fault at the row that says it. */
  tell(refused: unknown): void {
    for (const { pointer, code, details } of faultsOf(refused)) {
      this.rowAt(pointer).error(this.columnAt(pointer), code, details ?? {});
    }
  }

  warn(pointer: string, code: string, message: string): void {
    this.rowAt(pointer).warn(this.columnAt(pointer), code, { message });
  }

  private readMembers(): Partial<ContractInput> {
    const endsOn = this.agreed('endsOn', (row) => row.date('endsOn'));
    const status = this.agreed('status', (row) => row.choice('status', 'contractStatus'));
    return given({
      signedOn: this.agreed('signedOn', (row) => row.date('signedOn')),
      startsOn: this.agreed('startsOn', (row) => row.date('startsOn')),
      ...{ endsOn, status },
      terminatedOn: status === 'terminated' ? endsOn : undefined,
      paymentThreshold: this.agreed('paymentThreshold', (row) => row.amount('paymentThreshold')),
      minimumFirstRun: this.agreed('minimumFirstRun', (row) => row.whole('minimumFirstRun')),
      statementFrequency: this.agreed('statementFrequency', (row) =>
        row.choice('statementFrequency', 'statementFrequency'),
      ),
      notes: this.agreed('notes', (row) => row.text('notes')),
    }) as Partial<ContractInput>;
  }

  /** The value that the rows give; two that differ contradict each other. */
  private agreed<T>(field: string, read: (row: ImportRow) => T | undefined): T | undefined {
    let agreed: { readonly value: T; readonly raw: string } | undefined;
    for (const row of this.rows) {
      const value = read(row);
      if (value === undefined) continue;
      agreed ??= { value, raw: row.raw(field) };
      if (value !== agreed.value) row.error(field, 'contract-members-differ', { other: agreed.raw });
    }
    return agreed?.value;
  }

  private readClauses(editions: readonly (NamedEdition | undefined)[], before: readonly ClauseInput[]): ClauseInput[] {
    const clauses = [...before];
    this.clauseRows.push(...before.map(() => this.first));
    for (const [index, row] of this.rows.entries()) {
      if (!row.has('tiers')) {
        if (!row.has('advance')) row.error('tiers', 'clause-without-rate');
        continue;
      }
      const edition = editions[index] ?? (hasEdition(row) ? undefined : this.onlyEdition(editions, row));
      const clause = readClause(row, edition?.id ?? 0);
      const place = clauses.findIndex((other) => isSame(other, clause));
      const at = place >= 0 && this.clauseRows[place] === this.first && place < before.length ? place : clauses.length;
      clauses[at] = at < before.length ? overClause(clauses[at]!, clause) : clause;
      this.clauseRows[at] = row;
    }
    return clauses;
  }

  private onlyEdition(editions: readonly (NamedEdition | undefined)[], row: ImportRow): NamedEdition | undefined {
    row.error('isbn', 'cell-required');
    return editions.find((edition) => edition);
  }

  private readAdvances(before: readonly AdvanceInput[]): AdvanceInput[] {
    const advances = [...before];
    this.advanceRows.push(...before.map(() => this.first));
    let count = 0;
    for (const row of this.rows) {
      if (!row.has('advance')) continue;
      count += 1;
      const label = row.text('advanceLabel') ?? (count === 1 ? 'À-valoir' : `À-valoir ${count}`);
      const found = before.findIndex((advance) => advance.label === label);
      const at = found >= 0 ? found : advances.length;
      const said = given({
        label,
        amount: row.amount('advance'),
        dueOn: row.date('advanceDueOn'),
        paidOn: row.date('advancePaidOn'),
      });
      advances[at] = { ...(found >= 0 ? before[found]! : { label, amount: '' }), ...said };
      this.advanceRows[at] = row;
    }
    return advances;
  }

  private rowAt(pointer: string): ImportRow {
    const [, part, index] = /^\/(clauses|advances)\/(\d+)/.exec(pointer) ?? [];
    const rows = part === 'clauses' ? this.clauseRows : part === 'advances' ? this.advanceRows : [];
    return rows[Number(index ?? -1)] ?? this.first;
  }

  private columnAt(pointer: string): string | undefined {
    return columnOf(pointer.replace(/^\/(clauses|advances)\/\d+/, '/$1'), pointers);
  }
}

const usual = { status: 'active', statementFrequency: 'annual', paymentThreshold: '0' };

const hasEdition = (row: ImportRow): boolean => row.has('isbn') || row.has('edition') || row.has('title');

function readClause(row: ImportRow, editionId: number): ClauseInput {
  const basis = row.choice('basis', 'basis') ?? 'printed';
  if (basis === 'flatFee') {
    return { editionId, basis, ...given({ amount: row.amount('tiers'), dueOn: row.date('flatFeeDueOn') }) };
  }
  if (basis === 'netReceipts' || basis === 'thirdParty') {
    return { editionId, basis, ...given({ rate: row.rate('tiers') }) };
  }
  return readCopiesClause(row, { editionId, basis });
}

function readCopiesClause(row: ImportRow, named: Pick<ClauseInput, 'editionId' | 'basis'>): ClauseInput {
  const excluded = given({
    authorCopies: row.whole('excludedAuthorCopies'),
    legalDeposit: row.whole('excludedLegalDeposit'),
    reviewCopies: row.whole('excludedReviewCopies'),
    reviewCopiesPercent: row.rate('excludedReviewCopiesPercent'),
  });
  const poolShares = row.read('poolShares', readShares);
  const rank = row.whole('poolIndex');
  const percent = row.rate('returnReservePercent');
  const maxStatements = row.whole('returnReserveMaxStatements') ?? 2;
  return {
    ...named,
    tiers: row.read('tiers', readTiers) ?? [],
    ...given({
      copiesBefore: row.whole('copiesBefore'),
      excluded: Object.keys(excluded).length > 0 ? excluded : undefined,
      poolShares,
      poolIndex: poolShares ? (rank ?? 1) - 1 : undefined,
      returnReserve: percent === undefined ? undefined : { percent, maxStatements },
    }),
  };
}

/** What a row says over what the clause was; what it leaves out stays. */
function overClause(before: ClauseInput, said: ClauseInput): ClauseInput {
  return {
    ...before,
    ...said,
    ...given({ excluded: said.excluded ? { ...before.excluded, ...said.excluded } : undefined }),
  };
}

function isSame(a: ClauseInput, b: ClauseInput): boolean {
  return a.editionId === b.editionId && a.basis === b.basis && (a.poolIndex ?? null) === (b.poolIndex ?? null);
}

/** By reference, or by name where only one person has it. */
function contributorId(row: ImportRow, people: KnownPeople): number | undefined {
  const text = row.text('contributor');
  if (!text) return undefined;
  const referred = people.byReference(text);
  if (referred) return referred.id;
  const person = row.read('contributor', readPerson);
  const named = person ? people.byName(person) : [];
  if (person && named.length !== 1) {
    row.error('contributor', named.length > 1 ? 'reference-ambiguous' : 'reference-unknown', { value: text });
  }
  return named.length === 1 ? named[0]!.id : undefined;
}
