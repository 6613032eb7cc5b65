import type { ContractResponse, StatementResponse } from '@colophon/api-client';
import type { IssuedStatement } from '@colophon/domain/royalties';
import type { TraceNames } from '../explain/explain-run';
import type { ExplainWriter } from '../explain/explain-writer';

/** The stock equation of an edition over the statement's period. */
export interface StockAccount {
  readonly opening: number;
  readonly printed: number;
  readonly sold: number;
  readonly returned: number;
  readonly free: Readonly<Record<string, number>>;
  readonly destroyed: number;
  readonly counted: number;
  readonly expected: number;
  readonly closing: number;
  readonly gap: number;
}

export interface StatementEdition {
  readonly id: number;
  readonly isbn13: string | null;
  readonly productForm: string;
  readonly runs: readonly { readonly id: string; readonly number: number }[];
  /** Null for a file, which has no stock. */
  readonly stock: StockAccount | null;
}

/** A statement as the API gives it, its trace typed by the engine. */
export interface Statement extends Omit<StatementResponse, 'result' | 'book'> {
  readonly result: IssuedStatement;
  readonly book: {
    readonly title: string;
    readonly subtitle: string | null;
    readonly byline: string;
    readonly editions: readonly StatementEdition[];
  };
}

/** What people call what the trace names by ids. @param contract once it is known: it names clauses, people, set-offs */
export function namesOf(
  statement: Pick<Statement, 'book' | 'statementNumbers'>,
  writer: ExplainWriter,
  contract?: ContractResponse,
): TraceNames {
  const { say } = writer;
  const { editions } = statement.book;
  const formOf = (edition: string) => {
    const found = editions.find(({ id }) => String(id) === edition);
    return found ? say(`forms.${found.productForm}`) : '';
  };
  return {
    edition: formOf,
    run: (run, edition) => {
      const known = editions.flatMap(({ runs }) => runs).find(({ id }) => id === run);
      return editions.length > 1
        ? say('runOfForm', { number: known?.number ?? '', form: formOf(edition) })
        : say('runNumber', { number: known?.number ?? '' });
    },
    statement: (number) => statement.statementNumbers[number - 1] ?? say('statementNumber', { number }),
    ...contractNames(writer, contract),
  };
}

/** The clause with its version: the amendment that began it, its days in force, the correction of its terms. */
export function contractNames(
  writer: ExplainWriter,
  contract: ContractResponse | undefined,
): Pick<TraceNames, 'clause' | 'contract' | 'person'> {
  const clauses = contract?.clauses ?? [];
  const others = contract?.setOffs.flatMap(({ contracts }) => contracts) ?? [];
  return {
    clause: (index, clauseId) => {
      const at = clauses.findIndex(({ id }) => String(id) === clauseId);
      const found = clauses[at];
      const number = (found ? at : index) + 1;
      return found ? clauseName(writer, number, found) : writer.say('clauseNumber', { number });
    },
    contract: (id) => others.find((other) => String(other.id) === id)?.reference ?? id,
    person: (id) =>
      contract?.payees.find(({ contributorId }) => String(contributorId) === id)?.displayName ??
      contract?.contributor.displayName ??
      '',
  };
}

type NamedClause = ContractResponse['clauses'][number];

function clauseName({ say, date }: ExplainWriter, number: number, clause: NamedClause): string {
  const { from, until, openedBy, corrections } = clause;
  const began = from === null ? undefined : { number, from: date(from) };
  const plain = say('clauseNumber', { number });
  const opened = openedBy === null || !began ? undefined : say('clauseAmended', { ...began, amendment: openedBy });
  const named = opened ?? (began ? say('clauseFrom', began) : plain);
  const ended = until === null ? named : say('clauseUntil', { clause: named, until: date(until) });
  const corrected = corrections.at(-1);
  return corrected ? say('clauseCorrected', { clause: ended, date: date(corrected.correctedOn) }) : ended;
}
