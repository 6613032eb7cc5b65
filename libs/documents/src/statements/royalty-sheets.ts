import { formatIsbn } from '../locale';
import {
  copiesCell,
  copiesFormula,
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
import type { DigitalLine, PrintRunRoyalty, SalesRoyalty, StatementBook, StatementEdition } from './book-data';
import { ratedCells, tierCells } from './product-cells';
import { bearingSentence } from './print-chapter';
import { chapterRows, finished, startTable, type Desk } from './sheet-desk';

/** The column in which a sheet of chapters 3 to 5 holds what the contract earned; column A is the book's number. */
export const EARNED_COLUMN = { print: 'S', digital: 'I', rights: 'O' } as const;

/** Number of the book, title, ISBN: the first cells of each line. */
type Origin = readonly SheetCell[];

/** Sheet 3: a line a tier, then what the run or the sales earned for this contract; sales and other bases follow. */
export function printSheet(desk: Desk): Sheet {
  const { words } = desk.voice;
  const own = desk.sheetWords;
  const origin = [own.bookNumber, words.book, words.isbn];
  const tier = [own.tierFrom, own.tierTo, words.copies, own.priceInclVat, own.vatRate, own.unitValue, words.rate];
  const ends = [words.beforeRounding, own.tierAmount, own.contractAmount, own.detail];
  const copies = [words.accepted, own.excluded, own.bearing, own.countedBefore];
  const sheet = chapterRows('print', [...origin, words.run, words.date, ...copies, ...tier, ...ends], desk);
  eachEdition(desk, (edition, start) => edition.printRuns.forEach((run) => addRun(sheet, run, start, desk)));
  if (anyEdition(desk, ({ sales }) => sales.length > 0)) {
    const counts = [words.sold, words.returned, own.held, own.released];
    startTable(sheet, [...origin, own.period, own.scope, ...counts, ...tier, ...ends]);
    eachEdition(desk, (edition, start) => edition.sales.forEach((sale) => addSales(sheet, sale, start, desk)));
  }
  addOtherBases(sheet, origin, desk);
  const widths = [9, 26, 18, 26, 16, 11, 11, 11, 11, 9, 9, 11, 11, 8, 12, 8, 13, 13, 14, 44];
  return finished('print', sheet, widths, desk);
}

function eachEdition(desk: Desk, act: (edition: StatementEdition, origin: Origin, book: StatementBook) => void): void {
  desk.data.books.forEach((book, index) =>
    book.editions.forEach((edition) =>
      act(edition, [copiesCell(index + 1), text(book.title, 'wrap'), text(formatIsbn(edition.isbn))], book),
    ),
  );
}

function anyEdition(desk: Desk, test: (edition: StatementEdition) => boolean): boolean {
  return desk.data.books.some((book) => book.editions.some(test));
}

function addRun(sheet: SheetRows, run: PrintRunRoyalty, origin: Origin, desk: Desk): void {
  const at = sheet.nextLine;
  const excluded = run.exclusions.reduce((sum, { copies }) => sum + copies, 0);
  const detail = run.exclusions.map((kind) => `${kind.copies} ${kind.label}`);
  addBlock(sheet, origin, {
    what: [text(run.label), dateCell(run.date)],
    counts: [
      copiesCell(run.accepted),
      copiesCell(excluded),
      copiesFormula(`MAX(0,F${at}-G${at})`, run.bearing),
      copiesCell(run.countedBefore),
    ],
    bearing: copiesFormula(`H${at}`, run.bearing),
    ...{ tiers: run.tiers, price: run.price, amount: run.amount, shared: run.pool ?? null },
    label: run.pool
      ? desk.voice.words.poolLine(desk.voice.money(run.pool.total), run.pool.share)
      : desk.voice.words.total,
    detail: [...detail, ...(run.late ? [desk.voice.words.late] : [])].join(', '),
  });
}

function addSales(sheet: SheetRows, sale: SalesRoyalty, origin: Origin, desk: Desk): void {
  const at = sheet.nextLine;
  addBlock(sheet, origin, {
    what: [text(sale.label, 'wrap'), text(sale.scope, 'wrap')],
    counts: [sale.sold, sale.returned, sale.reserveHeld, sale.reserveReleased].map((count) => copiesCell(count)),
    bearing: copiesFormula(`F${at}-G${at}-H${at}+I${at}`, sale.bearing),
    ...{ tiers: sale.tiers, price: sale.price, amount: sale.amount, shared: null },
    label: desk.voice.words.total,
    detail: [bearingSentence(sale, desk.voice), sale.reserveMethod].filter(Boolean).join(' ; '),
  });
}

interface Block extends Pick<PrintRunRoyalty, 'tiers' | 'price' | 'amount'> {
  /** Columns D and E. */
  readonly what: readonly SheetCell[];
  /** Columns F to I, on the first line of the block only, so that a column adds up. */
  readonly counts: readonly SheetCell[];
  /** Column L of the total: the copies that the tiers share out. */
  readonly bearing: SheetCell;
  readonly shared: PrintRunRoyalty['pool'];
  readonly label: string;
  readonly detail: string;
}

const NO_COUNTS = Array.from({ length: 4 }, () => empty);

/** Tier amounts stand in column R; S holds what counts: their sum, or the part of a pool. */
function addBlock(sheet: SheetRows, origin: Origin, block: Block): void {
  const first = sheet.nextLine;
  block.tiers.forEach((tier, index) => {
    const counts = index === 0 ? block.counts : NO_COUNTS;
    const cells = tierCells(tier, block.price, sheet.nextLine);
    const detail = index === 0 && block.detail !== '' ? [empty, text(block.detail, 'wrap')] : [];
    sheet.add(...origin, ...block.what, ...counts, ...cells, ...detail);
  });
  if (block.tiers.length === 0) sheet.add(...origin, ...block.what, ...block.counts);
  const earned = block.shared
    ? moneyCell(block.amount, 'strong')
    : moneyFormula(sumOf('R', first, sheet.nextLine - 1), block.amount, 'strong');
  sheet.add(
    ...origin,
    text(block.label, 'strong'),
    ...rule(7),
    { ...block.bearing, look: 'strong' },
    ...rule(6),
    earned,
  );
}

function rule(count: number): SheetCell[] {
  return Array.from({ length: count }, () => emptyStrong);
}

/** Net receipts of editions on paper and flat fees, in the columns of the tables above. */
function addOtherBases(sheet: SheetRows, origin: readonly string[], desk: Desk): void {
  const { words } = desk.voice;
  const own = desk.sheetWords;
  const receipts = (edition: StatementEdition): readonly DigitalLine[] =>
    edition.digitalEdition ? [] : edition.digital;
  const fees = (edition: StatementEdition) => (edition.digitalEdition ? [] : (edition.flatFees ?? []));
  if (!anyEdition(desk, (edition) => receipts(edition).length + fees(edition).length > 0)) return;
  const ends = [words.beforeRounding, words.amount, own.contractAmount];
  const middle = ['', '', '', '', '', '', words.copies, '', '', own.unitValue, words.rate];
  startTable(sheet, [...origin, own.otherBasis, words.date, ...middle, ...ends]);
  eachEdition(desk, (edition, start) => {
    receipts(edition).forEach((line) => addReceipts(sheet, start, line, desk));
    fees(edition).forEach((fee) => {
      const at = sheet.nextLine;
      const amounts = [moneyCell(fee.amount), moneyFormula(`R${at}`, fee.amount)];
      sheet.add(...start, text(fee.label, 'wrap'), dateCell(fee.dueOn), ...blanks(12), ...amounts);
    });
  });
}

function addReceipts(sheet: SheetRows, origin: Origin, line: DigitalLine, desk: Desk): void {
  const at = sheet.nextLine;
  const { receipts: base, rate, product, amount } = line;
  sheet.add(
    ...origin,
    text(line.label ?? desk.voice.words.digitalModes[line.mode], 'wrap'),
    ...blanks(7),
    copiesCell(line.copies),
    ...blanks(2),
    priceCell(base),
    rateCell(rate),
    ...ratedCells({ base, rate, product, amount }, { base: `O${at}`, rate: `P${at}`, product: `Q${at}` }),
    moneyFormula(`R${at}`, amount),
  );
}

function blanks(count: number): SheetCell[] {
  return Array.from({ length: count }, () => empty);
}

/** Sheet 4: each mode of digital exploitation on a line of its own, and flat fees of digital editions. */
export function digitalSheet(desk: Desk): Sheet {
  const { words } = desk.voice;
  const heads = [words.mode, words.copies, words.receipts, words.rate, words.beforeRounding, words.amount];
  const sheet = chapterRows('digital', [desk.sheetWords.bookNumber, words.book, words.isbn, ...heads], desk);
  eachEdition(desk, (edition, origin) => {
    if (!edition.digitalEdition) return;
    for (const { label, mode, copies, receipts: base, rate, product, amount } of edition.digital) {
      const at = sheet.nextLine;
      const own = [text(label ?? words.digitalModes[mode]), copiesCell(copies), moneyCell(base), rateCell(rate)];
      const places = { base: `F${at}`, rate: `G${at}`, product: `H${at}` };
      sheet.add(...origin, ...own, ...ratedCells({ base, rate, product, amount }, places));
    }
    for (const fee of edition.flatFees ?? [])
      sheet.add(...origin, text(fee.label), ...blanks(4), moneyCell(fee.amount));
  });
  if (sheet.rows.length === 2) sheet.add(empty, text(words.noDigital, 'note'));
  return finished('digital', sheet, [9, 38, 20, 30, 12, 14, 10, 16, 16], desk);
}
