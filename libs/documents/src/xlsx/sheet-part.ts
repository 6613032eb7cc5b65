import type { SheetCell } from './cells';
import type { Sheet } from './sheet';
import { isFigure, styleOf } from './styles-part';
import { escaped, SPREADSHEET, XML_HEAD } from './xml';

/** What a spreadsheet would read as the code of a character (ECMA-376, 22.9.2.19): its underscore is coded itself. */
const CODED = /_x[0-9a-f]{4}_/gi;

/** Texts of a workbook, each kept once and named by its place (ECMA-376, 18.4). */
export class SharedTexts {
  private readonly places = new Map<string, number>();
  private used = 0;

  place(text: string): number {
    this.used += 1;
    const known = this.places.get(text);
    if (known !== undefined) return known;
    this.places.set(text, this.places.size);
    return this.places.size - 1;
  }

  xml(): string {
    const items = [...this.places.keys()].map(
      (text) => `<si><t xml:space="preserve">${escaped(text.replace(CODED, '_x005F$&'))}</t></si>`,
    );
    return `${XML_HEAD}<sst xmlns="${SPREADSHEET}" count="${this.used}" uniqueCount="${items.length}">${items.join('')}</sst>`;
  }
}

/** What is printed at the head and the foot of each page, in the spreadsheet's own codes. */
export interface PageText {
  readonly head: string;
  readonly foot: string;
}

/** Points of a line of text. */
const LINE = 15;

/** One sheet: on A4 landscape, as wide as the page, its heads repeated on each. */
export function sheetXml(sheet: Sheet, page: PageText, texts: SharedTexts): string {
  const columns = sheet.widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return (
    `${XML_HEAD}<worksheet xmlns="${SPREADSHEET}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    viewXml(sheet.frozenRows) +
    `<sheetFormatPr defaultRowHeight="${LINE}"/><cols>${columns.join('')}</cols>` +
    `<sheetData>${rowsXml(sheet, texts)}</sheetData>` +
    '<pageMargins left="0.5" right="0.5" top="0.8" bottom="0.7" header="0.4" footer="0.35"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
    `<headerFooter><oddHeader>${escaped(page.head)}</oddHeader><oddFooter>${escaped(page.foot)}</oddFooter></headerFooter></worksheet>`
  );
}

function viewXml(frozenRows: number): string {
  const pane =
    frozenRows > 0
      ? `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>`
      : '';
  return `<sheetViews><sheetView showGridLines="0" workbookViewId="0">${pane}</sheetView></sheetViews>`;
}

function rowsXml(sheet: Sheet, texts: SharedTexts): string {
  let xml = '';
  sheet.rows.forEach((cells, index) => {
    if (cells.length === 0) return;
    const lines = linesOf(cells, sheet.widths);
    const height = lines > 1 ? ` ht="${LINE * lines}" customHeight="1"` : '';
    xml += `<row r="${index + 1}"${height}>`;
    const below = sheet.rows[index + 1] ?? [];
    cells.forEach((cell, column) => (xml += cellXml(cell, { line: index + 1, column, below: below[column], texts })));
    xml += '</row>';
  });
  return xml;
}

/** Lines that the longest wrapped text of a row takes; spreadsheets do not all measure rows as they open. */
function linesOf(cells: readonly SheetCell[], widths: readonly number[]): number {
  let most = 1;
  cells.forEach(({ value, look }, index) => {
    if (typeof value !== 'string' || (look !== 'wrap' && look !== 'head')) return;
    most = Math.max(most, Math.ceil(value.length / (widths[index] ?? 10)));
  });
  return most;
}

function cellXml(
  cell: SheetCell,
  at: { line: number; column: number; below: SheetCell | undefined; texts: SharedTexts },
): string {
  const { value } = cell;
  if (value === null && cell.look === undefined) return '';
  // The head of a column stands over its figures.
  const right = cell.look === 'head' && isFigure(at.below?.format);
  const start = `<c r="${columnName(at.column)}${at.line}" s="${styleOf(cell, right)}"`;
  if (value === null) return `${start}/>`;
  if (typeof value === 'string') return `${start} t="s"><v>${at.texts.place(value)}</v></c>`;
  if (typeof value === 'number') return `${start}><v>${value}</v></c>`;
  if (value instanceof Date) return `${start}><v>${dayNumber(value)}</v></c>`;
  return `${start}><f>${escaped(value.formula)}</f><v>${value.result}</v></c>`;
}

const MILLISECONDS_OF_DAY = 86_400_000;
/** 1 January 1970 as spreadsheets count days. */
const DAY_OF_EPOCH = 25_569;

function dayNumber(date: Date): number {
  return date.getTime() / MILLISECONDS_OF_DAY + DAY_OF_EPOCH;
}

const NAMES = Array.from({ length: 702 }, (_, column) => lettersOf(column));

/** 0 is A, 26 is AA. */
export function columnName(column: number): string {
  return NAMES[column] ?? lettersOf(column);
}

function lettersOf(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : lettersOf(Math.trunc(column / 26) - 1) + letter;
}
