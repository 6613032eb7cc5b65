import type { IssuedStatement } from '@colophon/domain/royalties';

import type { Tx } from '../platform/database/database';
import type { StatementSnapshot } from '../royalties';
import type { StatementToPrint } from './statement-to-print';

const KINDS = { period: 'period', 'print-run': 'printRun', termination: 'final' } as const;

interface StatementRow {
  readonly id: number;
  readonly number: string | null;
  readonly issuedOn: string | null;
  readonly closedAt: Date | null;
  readonly kind: keyof typeof KINDS;
  readonly result: IssuedStatement;
  readonly document: StatementSnapshot;
  readonly gapReason: string | null;
}

/** Statements as kept, ready to be put into words; a draft takes `today` for its date. */
export async function loadStatements(
  tx: Tx,
  ids: readonly number[],
  today: string,
): Promise<Map<number, StatementToPrint>> {
  const rows: StatementRow[] = await tx.query(
    `SELECT s.id, s.number, s.issued_on AS "issuedOn", k.closed_at AS "closedAt", k.kind, s.result, s.document, s.gap_reason AS "gapReason"
     FROM royalty_statement s JOIN closing k ON k.id = s.closing_id WHERE s.id = ANY($1) ORDER BY s.position`,
    [ids],
  );
  const logo = await houseLogo(tx);
  return new Map(rows.map((row) => [row.id, toPrint(row, { today, logo })]));
}

function toPrint(row: StatementRow, given: { today: string; logo: StatementToPrint['logo'] }): StatementToPrint {
  const issuedOn = row.issuedOn ?? given.today;
  return {
    number: row.number,
    issuedOn,
    createdAt: `${issuedOn}T00:00:00Z`,
    kind: KINDS[row.kind],
    issued: row.result,
    snapshot: row.document,
    gapReason: row.gapReason,
    logo: given.logo,
  };
}

/** As it is now: a picture is no part of what was stated. */
export async function houseLogo(tx: Tx): Promise<StatementToPrint['logo']> {
  const [file] = await tx.query(
    `SELECT f.media_type AS "mediaType", f.bytes FROM house h JOIN stored_file f ON f.id = h.logo_file_id`,
  );
  if (!file) return null;
  if (file.mediaType === 'image/svg+xml') return { kind: 'svg', text: (file.bytes as Buffer).toString('utf8') };
  return { kind: file.mediaType === 'image/png' ? 'png' : 'jpeg', bytes: file.bytes as Buffer };
}
