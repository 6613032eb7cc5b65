import { Money } from '@colophon/domain/money';
import type { IssuedStatement } from '@colophon/domain/royalties';

import type { Tx } from '../../platform/database/database';
import type { StatementSnapshot } from '../statement-content/snapshot';

/** A computed statement with its content, about to be kept. */
export interface ComputedStatement {
  readonly contractId: number;
  readonly contributorId: number;
  /** First day of the statement where it is not the closing's. */
  readonly from: string | null;
  readonly issued: IssuedStatement;
  readonly snapshot: StatementSnapshot;
}

/** What is computed the same again is not written again: a closing computes its draft once more. */
const valuesOf = (row: string): string => COLUMNS.map((column) => `${row}.${column}`).join(', ');

/** Statements written at once: the content of ten thousand in one query would be a text of hundreds of megabytes. */
const CHUNK = 500;

/**
 * Keeps the statements of a draft, a thousand in less than a second; one that was there keeps its id and its reason.
 * @returns how many differ in an amount or in their stock from what was there.
 */
export async function keepStatements(
  tx: Tx,
  closingId: number,
  statements: readonly ComputedStatement[],
): Promise<number> {
  let changed = await drop(tx, closingId, statements);
  for (let start = 0; start < statements.length; start += CHUNK) {
    const chunk = statements.slice(start, start + CHUNK);
    changed += await keepChunk(tx, { closingId, chunk, start });
    await keepPayees(tx, closingId, chunk);
  }
  return changed;
}

/** Of contracts that are not stated any more. */
async function drop(tx: Tx, closingId: number, statements: readonly ComputedStatement[]): Promise<number> {
  const [, dropped] = await tx.query(
    `DELETE FROM royalty_statement WHERE closing_id = $1 AND contract_id <> ALL($2::int[])`,
    [closingId, statements.map(({ contractId }) => contractId)],
  );
  return dropped as number;
}

async function keepChunk(
  tx: Tx,
  { closingId, chunk, start }: { closingId: number; chunk: readonly ComputedStatement[]; start: number },
): Promise<number> {
  const rows = chunk.map((statement, index) => row(statement, { closingId, position: start + index + 1 }));
  const [{ changed }] = await tx.query(
    `WITH computed AS MATERIALIZED (SELECT * FROM jsonb_populate_recordset(NULL::royalty_statement, $1::jsonb)),
     kept AS (INSERT INTO royalty_statement (${COLUMNS.join(', ')}) SELECT ${COLUMNS.join(', ')} FROM computed
       ON CONFLICT ON CONSTRAINT royalty_statement_contract_key DO UPDATE SET
         ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')},
         gap_reason = CASE WHEN excluded.has_gap THEN royalty_statement.gap_reason END
       WHERE (${valuesOf('royalty_statement')}) IS DISTINCT FROM (${valuesOf('excluded')}))
     SELECT count(*)::int AS changed FROM computed LEFT JOIN royalty_statement before
       ON before.closing_id = $2 AND before.contract_id = computed.contract_id
     WHERE before.result IS DISTINCT FROM computed.result OR before.stock IS DISTINCT FROM computed.stock`,
    [JSON.stringify(rows), closingId],
  );
  return changed as number;
}

/** Who receives each statement: as the engine says, or its author alone; a row that was there keeps its id. */
async function keepPayees(tx: Tx, closingId: number, statements: readonly ComputedStatement[]): Promise<void> {
  await tx.query(
    `WITH computed AS MATERIALIZED (SELECT s.id AS statement_id, p.position, p.contributor, p.kind, p.share, p.gross, p.net, p.withholding
       FROM jsonb_to_recordset($1::jsonb) AS p (contract integer, position integer, contributor integer, kind text, share numeric,
         gross numeric, net numeric, withholding jsonb) JOIN royalty_statement s ON s.closing_id = $2 AND s.contract_id = p.contract),
     dropped AS (DELETE FROM royalty_statement_payee p USING royalty_statement s WHERE s.id = p.statement_id AND s.closing_id = $2
       AND s.contract_id = ANY($3::int[]) AND NOT EXISTS (SELECT FROM computed c WHERE c.statement_id = p.statement_id AND c.position = p.position))
     INSERT INTO royalty_statement_payee AS p (statement_id, position, contributor_id, kind, share, gross, net, withholding)
     SELECT * FROM computed ON CONFLICT ON CONSTRAINT royalty_statement_payee_key DO UPDATE SET contributor_id = excluded.contributor_id,
       kind = excluded.kind, share = excluded.share, gross = excluded.gross, net = excluded.net, withholding = excluded.withholding
     WHERE (p.contributor_id, p.kind, p.share, p.gross, p.net, p.withholding) IS DISTINCT FROM
       (excluded.contributor_id, excluded.kind, excluded.share, excluded.gross, excluded.net, excluded.withholding)`,
    [JSON.stringify(statements.flatMap(payees)), closingId, statements.map(({ contractId }) => contractId)],
  );
}

function payees({ contractId, contributorId, issued }: ComputedStatement) {
  const { gross, net, withholding } = issued;
  const author = { author: String(contributorId), kind: 'author', share: '100', gross, net, withholding };
  return (issued.payees ?? [author]).map((payee, index) => ({
    contract: contractId,
    position: index + 1,
    contributor: Number(payee.author),
    kind: payee.kind,
    share: payee.share,
    gross: payee.gross,
    net: payee.net,
    withholding: payee.withholding,
  }));
}

const COLUMNS = [
  ...[
    'closing_id',
    'contract_id',
    'contributor_id',
    'position',
    'statement_date',
    'earned',
    'adjustments',
    'carried_in',
  ],
  ...[
    'recouped',
    'unrecouped',
    'carried_out',
    'gross',
    'net',
    'result',
    'document',
    'stock',
    'has_gap',
    'top_up',
    'set_off',
  ],
  'period_from',
] as const;

function row(
  statement: ComputedStatement,
  place: { closingId: number; position: number },
): Record<(typeof COLUMNS)[number], unknown> {
  const { contractId, contributorId, from, issued, snapshot } = statement;
  return {
    ...{
      closing_id: place.closingId,
      contract_id: contractId,
      contributor_id: contributorId,
      position: place.position,
    },
    ...{
      statement_date: issued.date,
      earned: issued.earned,
      adjustments: issued.adjustments,
      carried_in: issued.carriedIn,
    },
    ...{ recouped: issued.recouped, unrecouped: issued.unrecouped, carried_out: issued.carriedOut },
    ...{ gross: issued.gross, net: issued.net, result: issued, document: snapshot },
    ...{ stock: stockOf(snapshot), has_gap: hasGap(snapshot), period_from: from },
    ...{ top_up: issued.topUp ?? '0', set_off: setOffOf(issued) },
  };
}

/** What the advances of other contracts take of it, under an agreement. */
function setOffOf({ setOff = [] }: IssuedStatement): string {
  return Money.sum(setOff.map(({ amount }) => Money.parse(amount))).toString();
}

function stockOf(snapshot: StatementSnapshot) {
  return snapshot.book.editions.map(({ id, isbn13, stock }) => ({ editionId: id, isbn13, stock }));
}

function hasGap(snapshot: StatementSnapshot): boolean {
  return snapshot.book.editions.some((edition) => edition.stock !== null && edition.stock.gap !== 0);
}
