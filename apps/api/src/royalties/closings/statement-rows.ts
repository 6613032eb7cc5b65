import type { IssuedStatement } from '@colophon/domain/royalties';

import type { Tx } from '../../platform/database/database';
import type { StatementSnapshot } from '../statement-content/snapshot';

/** A computed statement with its content, about to be kept. */
export interface ComputedStatement {
  readonly contractId: number;
  readonly contributorId: number;
  readonly issued: IssuedStatement;
  readonly snapshot: StatementSnapshot;
}

/**
 * Keeps the statements of a draft, a thousand in less than a second; one that was there keeps its id and its reason.
 * @returns how many differ in an amount or in their stock from what was there.
 */
export async function keepStatements(
  tx: Tx,
  closingId: number,
  statements: readonly ComputedStatement[],
): Promise<number> {
  const rows = statements.map((statement, index) => row(statement, { closingId, position: index + 1 }));
  const [{ changed }] = await tx.query(
    `WITH computed AS MATERIALIZED (SELECT * FROM jsonb_populate_recordset(NULL::royalty_statement, $1::jsonb)),
     dropped AS (DELETE FROM royalty_statement WHERE closing_id = $2 AND contract_id NOT IN (SELECT contract_id FROM computed)),
     kept AS (INSERT INTO royalty_statement (${COLUMNS.join(', ')}) SELECT ${COLUMNS.join(', ')} FROM computed
       ON CONFLICT ON CONSTRAINT royalty_statement_contract_key DO UPDATE SET
         ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')},
         gap_reason = CASE WHEN excluded.has_gap THEN royalty_statement.gap_reason END)
     SELECT count(*)::int AS changed FROM (SELECT * FROM royalty_statement WHERE closing_id = $2) before
     FULL JOIN computed ON computed.contract_id = before.contract_id
     WHERE before.result IS DISTINCT FROM computed.result OR before.stock IS DISTINCT FROM computed.stock`,
    [JSON.stringify(rows), closingId],
  );
  return changed as number;
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
  ...['recouped', 'unrecouped', 'carried_out', 'gross', 'net', 'result', 'document', 'stock', 'has_gap'],
] as const;

function row(
  statement: ComputedStatement,
  place: { closingId: number; position: number },
): Record<(typeof COLUMNS)[number], unknown> {
  const { contractId, contributorId, issued, snapshot } = statement;
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
    ...{ stock: stockOf(snapshot), has_gap: hasGap(snapshot) },
  };
}

function stockOf(snapshot: StatementSnapshot) {
  return snapshot.book.editions.map(({ id, isbn13, stock }) => ({ editionId: id, isbn13, stock }));
}

function hasGap(snapshot: StatementSnapshot): boolean {
  return snapshot.book.editions.some((edition) => edition.stock !== null && edition.stock.gap !== 0);
}
