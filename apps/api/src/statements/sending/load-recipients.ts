import type { Tx } from '../../platform/database/database';
import type { Locale } from '../words';

/** Somebody who receives statements of a closing. */
export interface Recipient {
  readonly contributorId: number;
  readonly name: string;
  readonly address: string | null;
  readonly locale: Locale;
  readonly statementIds: readonly number[];
  readonly isPaid: boolean;
}

/** Everybody who receives something of a closed closing, in the order of their names. */
export function loadRecipients(tx: Tx, closingId: number): Promise<Recipient[]> {
  return tx.query(
    `SELECT p.id AS "contributorId", p.display_name AS name, nullif(p.email, '') AS address, p.language AS locale,
       array_agg(DISTINCT s.id) AS "statementIds", bool_or(y.gross > 0) AS "isPaid"
     FROM royalty_statement_payee y JOIN royalty_statement s ON s.id = y.statement_id JOIN contributor p ON p.id = y.contributor_id
     WHERE s.closing_id = $1 GROUP BY p.id ORDER BY p.sort_name, p.id`,
    [closingId],
  );
}
