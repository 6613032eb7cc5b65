import { visibleData } from '../fonts';
import { writeWorkbook, type Sheet } from '../xlsx';
import { accountSheet, collectiveSheet } from './account-sheets';
import { checkStatement } from './check-statement';
import { generalSheet, stockSheet } from './identity-sheets';
import { recapSheet } from './recap-sheet';
import { rightsSheet } from './rights-sheet';
import { digitalSheet, printSheet } from './royalty-sheets';
import { deskOf } from './sheet-desk';
import type { StatementData } from './statement-data';
import { summarySheet } from './summary-sheet';
import { statementTitle } from './voice';

/**
 * A royalty statement as a workbook, a summary and a sheet for each of the eight chapters: numbers are numbers, dates dates, totals
 * formulas with the engine's result in them. The same data gives the same bytes. Throws as `statementPdf` does.
 */
export async function statementXlsx(source: StatementData): Promise<Uint8Array> {
  checkStatement(source);
  const data = visibleData(source);
  const { voice } = deskOf(data);
  const title = `${statementTitle(data.kind, voice.words)} ${data.number ?? `(${voice.words.draftNumber})`}`;
  return writeWorkbook(statementSheets(data), {
    title,
    author: data.house.name,
    createdAt: data.createdAt,
    locale: voice.locale,
    pageHead: `${title} · ${data.contributor.name}`,
  });
}

/** The sheets as data, for tests: what the first page says, then the eight chapters. */
export function statementSheets(data: StatementData): Sheet[] {
  const desk = deskOf(data);
  const account = accountSheet(desk);
  const recap = recapSheet(desk, account.places);
  return [
    summarySheet(desk, account.places, recap.places),
    ...[generalSheet, stockSheet, printSheet, digitalSheet, rightsSheet].map((sheet) => sheet(desk)),
    account.sheet,
    collectiveSheet(desk),
    recap.sheet,
  ];
}
