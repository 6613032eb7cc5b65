import { visibleData } from '../fonts';
import { writeWorkbook, type Sheet } from '../xlsx';
import { accountSheet, collectiveSheet, recapSheet } from './account-sheets';
import { checkStatement } from './check-statement';
import { generalSheet, stockSheet } from './identity-sheets';
import { digitalSheet, printSheet, rightsSheet } from './royalty-sheets';
import { deskOf } from './sheet-desk';
import type { StatementData } from './statement-data';
import { statementTitle } from './voice';

/**
 * A royalty statement as a workbook, a sheet for each of the eight chapters: numbers are numbers, dates dates, totals
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

/** The sheets as data, for tests. */
export function statementSheets(data: StatementData): Sheet[] {
  const desk = deskOf(data);
  return [
    generalSheet,
    stockSheet,
    printSheet,
    digitalSheet,
    rightsSheet,
    accountSheet,
    collectiveSheet,
    recapSheet,
  ].map((sheet) => sheet(desk));
}
