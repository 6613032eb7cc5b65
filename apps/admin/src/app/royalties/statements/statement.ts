import type { StatementResponse } from '@colophon/api-client';
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

/** What people call what the trace names by ids. */
export function namesOf(statement: Statement, { say }: ExplainWriter): TraceNames {
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
  };
}
