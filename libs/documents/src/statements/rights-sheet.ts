import {
  copiesCell,
  dateCell,
  empty,
  moneyCell,
  moneyFormula,
  rateCell,
  text,
  type Sheet,
  type SheetCell,
  type SheetRows,
} from '../xlsx';
import type { RightsSale, StatementBook } from './book-data';
import { ratedCells } from './product-cells';
import { chapterRows, finished, startTable, type Desk } from './sheet-desk';

/** Sheet 5: what licensees paid, from the gross to the share; then the rights sold in the period. */
export function rightsSheet(desk: Desk): Sheet {
  const { words } = desk.voice;
  const own = desk.sheetWords;
  const what = [words.licensee, words.right, words.territory, words.date, own.reference];
  const sums = [words.rightsGross, words.foreignTax, words.received, words.agentPart, words.base];
  const ends = [words.share, words.beforeRounding, words.amount];
  const sheet = chapterRows('rights', [own.bookNumber, words.book, ...what, ...sums, ...ends], desk);
  desk.data.books.forEach((book, index) =>
    book.rightsSold.forEach((sale) => addIncome(sheet, [copiesCell(index + 1), text(book.title, 'wrap')], sale)),
  );
  if (sheet.rows.length === 2) sheet.add(empty, text(words.noRightsIncome, 'note'));
  addLicences(sheet, desk.data.books, desk);
  return finished('rights', sheet, [9, 34, 28, 26, 20, 12, 14, 13, 13, 13, 13, 13, 9, 14, 16], desk);
}

/** net = gross − foreign tax; base = net or gross − agent's fee; amount = base × share. */
function addIncome(sheet: SheetRows, book: readonly SheetCell[], sale: RightsSale): void {
  const at = sheet.nextLine;
  const { base, rate, product, amount } = sale;
  sheet.add(
    ...book,
    text(sale.licensee, 'wrap'),
    text(sale.right, 'wrap'),
    text(sale.territory),
    dateCell(sale.date),
    text(sale.reference),
    moneyCell(sale.gross),
    moneyCell(sale.foreignTax),
    moneyFormula(`ROUND(H${at}-I${at},2)`, sale.net),
    moneyCell(sale.agentFee),
    moneyFormula(`ROUND(${sale.on === 'net' ? 'J' : 'H'}${at}-K${at},2)`, base),
    rateCell(rate),
    ...ratedCells({ base, rate, product, amount }, { base: `L${at}`, rate: `M${at}`, product: `N${at}` }),
  );
}

function addLicences(sheet: SheetRows, books: readonly StatementBook[], desk: Desk): void {
  const { words } = desk.voice;
  const sold = books.flatMap((book) => (book.licences ?? []).map((licence) => ({ title: book.title, licence })));
  startTable(sheet, ['', words.book, words.licensee, words.right, words.territory, words.signed]);
  if (sold.length === 0) sheet.add(empty, text(words.noRights, 'note'));
  for (const { title, licence } of sold) {
    const { licensee, right, territory, signedOn } = licence;
    sheet.add(empty, text(title, 'wrap'), text(licensee, 'wrap'), text(right), text(territory), dateCell(signedOn));
  }
}
