import { Money } from '@colophon/domain/money';

import { insertReceipt } from '../../royalties';
import type { ImportRun } from '../run/import-run';
import type { ReportedReceipts } from './figure-rows';

export interface WrittenReceipts {
  readonly amount: string;
  readonly copies: number;
  /** How many receipts have brought it there. */
  readonly times: number;
}

/** What earlier imports have written of these reports, by their keys. */
export async function writtenReceipts(
  { tx }: ImportRun,
  reports: readonly ReportedReceipts[],
): Promise<Map<string, WrittenReceipts>> {
  const rows: (WrittenReceipts & { key: string })[] = await tx.query(
    `SELECT regexp_replace(r.external_id, '~\\d+$', '') AS key, count(*)::int AS times,
       sum(r.amount + coalesce(c.amount, 0))::text AS amount, sum(coalesce(r.copies, 0) + coalesce(c.copies, 0))::int AS copies
     FROM net_receipt r LEFT JOIN net_receipt c ON c.cancels_id = r.id
     WHERE regexp_replace(r.external_id, '~\\d+$', '') = ANY($1) GROUP BY 1`,
    [reports.map(({ key }) => key)],
  );
  return new Map(rows.map((row) => [row.key, row]));
}

/** Whether a report says something else than what is written of it. */
export function differs(report: ReportedReceipts, written: WrittenReceipts | undefined): boolean {
  return !Money.parse(report.amount).equals(Money.parse(written?.amount ?? '0'));
}

/** Receipts are never rewritten: one that is reported again with another amount is brought there by the difference. */
export async function writeReceipts(
  { tx }: ImportRun,
  reports: readonly ReportedReceipts[],
  written: ReadonlyMap<string, WrittenReceipts>,
): Promise<void> {
  for (const report of reports) {
    const before = written.get(report.key);
    if (!differs(report, before)) continue;
    const { key, editionId, receivedOn, mode, channel, territory, reference } = report;
    const amount = Money.parse(report.amount)
      .minus(Money.parse(before?.amount ?? '0'))
      .toString();
    const copies = report.copies === undefined ? null : report.copies - (before?.copies ?? 0);
    const receipt = { editionId, receivedOn, mode, channel, territory, reference, copies, amount };
    await insertReceipt(tx, receipt, { externalId: before ? `${key}~${before.times + 1}` : key });
  }
}
