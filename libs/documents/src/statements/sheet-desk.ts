import { headCell, quotedName, SheetRows, text, type Sheet } from '../xlsx';
import { sheetWords, type SheetWords } from './sheet-words';
import type { StatementData } from './statement-data';
import { voiceOf, type Voice } from './voice';
import { CHAPTERS, type Chapter } from './words';

/** What every sheet of a statement is written with. */
export interface Desk {
  readonly data: StatementData;
  readonly voice: Voice;
  readonly sheetWords: SheetWords;
}

export function deskOf(data: StatementData): Desk {
  const voice = voiceOf(data.locale ?? 'fr');
  return { data, voice, sheetWords: sheetWords(voice.locale) };
}

/** Cells that other sheets refer to, by what they hold: `'6 Droits dus'!F18`. */
export type Places = Readonly<Record<string, string>>;

/** The name of the sheet of a chapter. */
export function sheetName(chapter: Chapter, desk: Desk): string {
  return desk.sheetWords.names[CHAPTERS.indexOf(chapter)] as string;
}

/** The same, as a formula names it: `'3 Imprimé'!`. */
export function sheetReference(chapter: Chapter, desk: Desk): string {
  return `${quotedName(sheetName(chapter, desk))}!`;
}

/** A sheet that begins with the chapter's title and a row of heads; its rows begin on line 3. */
export function chapterRows(chapter: Chapter, heads: readonly string[], desk: Desk): SheetRows {
  const sheet = new SheetRows();
  sheet.add(text(desk.voice.words.chapters[chapter], 'title'));
  if (heads.length > 0) sheet.add(...heads.map(headCell));
  return sheet;
}

export function finished(
  chapter: Chapter,
  sheet: SheetRows,
  widths: readonly number[],
  desk: Desk,
  frozenRows = 2,
): Sheet {
  return { name: sheetName(chapter, desk), widths, rows: sheet.rows, frozenRows };
}

/** A second table on a sheet: a blank line, its heads. */
export function startTable(sheet: SheetRows, heads: readonly string[]): void {
  sheet.add();
  sheet.add(...heads.map(headCell));
}
