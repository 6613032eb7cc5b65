import type { Tx } from '../platform/database/database';
import { platformProblems } from '../platform/problems/platform-problems';
import type { AccountBalance, EntryLineRow, EntryResponse, TrialBalanceResponse } from './accounting-dto';
import { entryLineList } from './entry-list';

/** @throws not-found */
export async function readEntry(tx: Tx, id: number): Promise<EntryResponse> {
  const [entry] = await tx.query(
    `SELECT id, number, journal_code AS "journalCode", journal_label AS "journalLabel", entered_on AS "enteredOn", label,
       document_type AS "documentType", document_id AS "documentId", document_number AS "documentNumber",
       document_date AS "documentDate", purpose, actor, created_at AS "createdAt" FROM journal_entry WHERE id = $1`,
    [id],
  );
  if (!entry) throw platformProblems.create('not-found');
  const lines: EntryLineRow[] = await tx.query(
    `SELECT ${entryLineList.select} FROM ${entryLineList.from} WHERE e.id = $1 ORDER BY l.position`,
    [id],
  );
  return { ...entry, createdAt: entry.createdAt.toISOString(), lines };
}

/** Every account with what it was debited and credited until a day, included; those kept by person, by person. */
export async function trialBalance(tx: Tx, to: string): Promise<TrialBalanceResponse> {
  const items: AccountBalance[] = await tx.query(
    `SELECT l.account_number AS "accountNumber", min(l.account_label) AS "accountLabel", l.contributor_id AS "contributorId",
       l.subledger_code AS "subledgerCode", min(l.subledger_label) AS "subledgerLabel",
       sum(l.debit)::text AS debit, sum(l.credit)::text AS credit, sum(l.debit - l.credit)::text AS balance
     FROM journal_entry_line l JOIN journal_entry e ON e.id = l.entry_id WHERE e.entered_on <= $1
     GROUP BY l.account_number, l.contributor_id, l.subledger_code ORDER BY l.account_number, min(l.subledger_label)`,
    [to],
  );
  const [sums] = await tx.query(
    `SELECT coalesce(sum(l.debit), 0)::numeric(14,2)::text AS debit, coalesce(sum(l.credit), 0)::numeric(14,2)::text AS credit
     FROM journal_entry_line l JOIN journal_entry e ON e.id = l.entry_id WHERE e.entered_on <= $1`,
    [to],
  );
  return { to, items, ...sums };
}
