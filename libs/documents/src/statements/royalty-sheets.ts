import { formatIsbn } from '../locale';
import {
  copiesCell,
  dateCell,
  empty,
  emptyStrong,
  moneyCell,
  moneyFormula,
  priceCell,
  rateCell,
  sumOf,
  text,
  type Sheet,
  type SheetCell,
  type SheetRows,
} from '../xlsx';
import type { PrintRunRoyalty, SalesRoyalty, StatementBook, StatementEdition, TierLine, UnitPrice } from './book-data';
import { chapterRows, finished, type Desk } from './sheet-desk';

/** The column in which a sheet of chapters 3 to 5 holds what the contract earned; column A is the book's number. */
export const EARNED_COLUMN = { print: 'S', digital: 'I', rights: 'J' } as const;

/** Sheet 3: a line a tier, then what the run or the sales earned for this contract. */
export function printSheet(desk: Desk): Sheet {
  const { words } = desk.voice;
  const own = desk.sheetWords;
  const copies = [words.accepted, own.excluded, own.bearing, own.countedBefore, own.tierFrom, own.tierTo, words.copies];
  const price = [own.priceInclVat, own.vatRate, own.priceExclVat, words.rate, words.beforeRounding];
  const sheet = chapterRows(
    'print',
    [
      own.bookNumber,
      words.book,
      words.isbn,
      words.run,
      words.date,
      ...copies,
      ...price,
      own.tierAmount,
      own.contractAmount,
    ],
    desk,
  );
  eachEdition(desk, (edition, origin) => {
    edition.printRuns.forEach((run) => addRun(sheet, run, origin, desk));
    edition.sales.forEach((sale) => addSales(sheet, sale, origin, desk));
  });
  return finished('print', sheet, [7, 26, 18, 20, 11, 10, 22, 10, 10, 9, 9, 11, 11, 7, 10, 7, 13, 13, 14], desk);
}

/** Number of the book, title, ISBN: the first cells of each line. */
type Origin = readonly SheetCell[];

function eachEdition(desk: Desk, act: (edition: StatementEdition, origin: Origin, book: StatementBook) => void): void {
  desk.data.books.forEach((book, index) =>
    book.editions.forEach((edition) =>
      act(edition, [copiesCell(index + 1), text(book.title, 'wrap'), text(formatIsbn(edition.isbn))], book),
    ),
  );
}

function addRun(sheet: SheetRows, run: PrintRunRoyalty, origin: Origin, desk: Desk): void {
  const counts = [
    copiesCell(run.accepted),
    text(run.exclusions.map((kind) => `${kind.copies} ${kind.label}`).join(', '), 'wrap'),
    copiesCell(run.bearing),
    copiesCell(run.countedBefore),
  ];
  const start = [...origin, text(run.label), dateCell(run.date), ...counts];
  addBlock(sheet, { start, tiers: run.tiers, price: run.price, amount: run.amount, shared: run.pool ?? null }, desk);
}

function addSales(sheet: SheetRows, sale: SalesRoyalty, origin: Origin, desk: Desk): void {
  const { words } = desk.voice;
  const movement = words.salesBearing(
    ...([sale.sold, sale.returned, sale.reserveHeld, sale.reserveReleased, sale.bearing].map(String) as [
      string,
      string,
      string,
      string,
      string,
    ]),
  );
  const start = [...origin, text(sale.label), empty, empty, text(movement, 'wrap'), copiesCell(sale.bearing), empty];
  addBlock(sheet, { start, tiers: sale.tiers, price: sale.price, amount: sale.amount, shared: null }, desk);
}

interface Block {
  readonly start: readonly SheetCell[];
  readonly tiers: readonly TierLine[];
  readonly price: UnitPrice;
  readonly amount: string;
  readonly shared: PrintRunRoyalty['pool'];
}

/** Tier amounts stand in column R; S holds what counts: their sum, or the part of a pool. */
function addBlock(sheet: SheetRows, block: Block, desk: Desk): void {
  const { words } = desk.voice;
  const first = sheet.nextLine;
  for (const tier of block.tiers) {
    sheet.add(
      ...block.start,
      copiesCell(tier.from),
      copiesCell(tier.to),
      copiesCell(tier.copies),
      moneyCell(block.price.inclVat),
      rateCell(block.price.vatRate),
      priceCell(block.price.exclVat),
      rateCell(tier.rate),
      priceCell(tier.product),
      moneyCell(tier.amount),
    );
  }
  const label = block.shared ? words.poolLine(desk.voice.money(block.shared.total), block.shared.share) : words.total;
  const earned = block.shared
    ? moneyCell(block.amount, 'strong')
    : moneyFormula(sumOf('R', first, sheet.nextLine - 1), block.amount, 'strong');
  sheet.add(
    ...block.start.slice(0, 3),
    text(label, 'strong'),
    ...Array.from({ length: 14 }, () => emptyStrong),
    earned,
  );
}

/** Sheet 4: each mode of digital exploitation on a line of its own. */
export function digitalSheet(desk: Desk): Sheet {
  const { words } = desk.voice;
  const heads = [words.mode, words.copies, words.receipts, words.rate, words.beforeRounding, words.amount];
  const sheet = chapterRows('digital', [desk.sheetWords.bookNumber, words.book, words.isbn, ...heads], desk);
  eachEdition(desk, (edition, origin) => {
    for (const line of edition.digital) {
      sheet.add(
        ...origin,
        text(line.label ?? words.digitalModes[line.mode]),
        copiesCell(line.copies),
        moneyCell(line.receipts),
        rateCell(line.rate),
        priceCell(line.product),
        moneyCell(line.amount),
      );
    }
  });
  if (sheet.rows.length === 2) sheet.add(empty, text(words.noDigital, 'note'));
  return finished('digital', sheet, [9, 38, 20, 30, 12, 14, 10, 16, 16], desk);
}

/** Sheet 5: the rights sold, or that there are none. */
export function rightsSheet(desk: Desk): Sheet {
  const { words } = desk.voice;
  const own = desk.sheetWords;
  const heads = [
    words.licensee,
    words.right,
    own.territory,
    words.date,
    words.received,
    words.base,
    words.share,
    words.amount,
  ];
  const sheet = chapterRows('rights', [own.bookNumber, words.book, ...heads], desk);
  desk.data.books.forEach((book, index) => {
    for (const sale of book.rightsSold) {
      sheet.add(
        copiesCell(index + 1),
        text(book.title),
        text(sale.licensee),
        text(sale.right),
        text(sale.territory),
        dateCell(sale.date),
        moneyCell(sale.received),
        moneyCell(sale.base),
        rateCell(sale.rate),
        moneyCell(sale.amount),
      );
    }
  });
  if (sheet.rows.length === 2) sheet.add(empty, text(words.noRights, 'note'));
  return finished('rights', sheet, [9, 38, 30, 28, 28, 12, 14, 14, 9, 16], desk);
}
