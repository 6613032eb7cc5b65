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

/** Keeps the statements of a draft, all in one statement of SQL: a thousand take less than a second. */
export async function insertStatements(
  tx: Tx,
  closingId: number,
  statements: readonly ComputedStatement[],
): Promise<void> {
  const rows = statements.map(({ contractId, contributorId, issued, snapshot }, index) => ({
    ...{ closing_id: closingId, contract_id: contractId, contributor_id: contributorId, position: index + 1 },
    ...{
      statement_date: issued.date,
      earned: issued.earned,
      adjustments: issued.adjustments,
      carried_in: issued.carriedIn,
    },
    ...{ recouped: issued.recouped, unrecouped: issued.unrecouped, carried_out: issued.carriedOut },
    ...{
      gross: issued.gross,
      net: issued.net,
      result: issued,
      document: snapshot,
      stock: stockOf(snapshot),
      has_gap: hasGap(snapshot),
    },
  }));
  await tx.query(
    `INSERT INTO royalty_statement (closing_id, contract_id, contributor_id, position, statement_date, earned, adjustments, carried_in,
       recouped, unrecouped, carried_out, gross, net, result, document, stock, has_gap)
     SELECT closing_id, contract_id, contributor_id, position, statement_date, earned, adjustments, carried_in,
       recouped, unrecouped, carried_out, gross, net, result, document, stock, has_gap
     FROM jsonb_populate_recordset(NULL::royalty_statement, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}

function stockOf(snapshot: StatementSnapshot) {
  return snapshot.book.editions.map(({ id, isbn13, stock }) => ({ editionId: id, isbn13, stock }));
}

function hasGap(snapshot: StatementSnapshot): boolean {
  return snapshot.book.editions.some((edition) => edition.stock !== null && edition.stock.gap !== 0);
}
