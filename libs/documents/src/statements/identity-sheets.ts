import { formatIsbn, formatPeriod, formatSiret } from '../locale';
import { legalIdentity } from '../page';
import { copiesCell, copiesFormula, dateCell, moneyCell, rateCell, SheetRows, text, type Sheet } from '../xlsx';
import type { StatementEdition, StockAccount } from './book-data';
import { chapterRows, finished, startTable, type Desk } from './sheet-desk';

/** Sheet 1: parties, contract, editions and prices. */
export function generalSheet(desk: Desk): Sheet {
  const { data, sheetWords } = desk;
  const { words } = desk.voice;
  const sheet = chapterRows('general', [], desk);
  identities(sheet, desk);
  data.contract.clauses.forEach((clause) => sheet.add(text(words.clauses), text(clause)));
  (data.notes ?? []).forEach((note) => sheet.add(text(words.notes), text(note)));
  const prices = [sheetWords.from, sheetWords.priceInclVat, sheetWords.vatRate, sheetWords.priceExclVat];
  startTable(sheet, [words.book, words.isbn, words.edition, ...prices]);
  for (const book of data.books) {
    for (const edition of book.editions) {
      for (const price of edition.prices) {
        sheet.add(
          text([book.title, book.subtitle].filter(Boolean).join(' · ')),
          text(formatIsbn(edition.isbn)),
          text(edition.form),
          dateCell(price.from),
          moneyCell(price.inclVat),
          rateCell(price.vatRate),
          moneyCell(price.exclVat),
        );
      }
    }
  }
  return finished('general', sheet, [38, 30, 22, 14, 14, 10, 14], desk, 0);
}

function identities(sheet: SheetRows, desk: Desk): void {
  const { data, voice } = desk;
  const { words } = voice;
  const { contributor, payee, contract } = data;
  const fact = (label: string, value: string | undefined): void => {
    if (value) sheet.add(text(label), text(value));
  };
  fact(words.statementNumber, data.number ?? words.draftNumber);
  sheet.add(text(words.issuedOn), dateCell(data.issuedOn));
  fact(words.period, formatPeriod(data.period, voice.locale));
  fact(words.publisher, legalIdentity(data.house, voice.locale));
  fact(words.contributor, [contributor.name, contributor.pseudonym, contributor.role].filter(Boolean).join(', '));
  fact(words.payee, [payee.name, ...payee.address].join(', '));
  fact(words.siret, payee.siret ? formatSiret(payee.siret) : undefined);
  fact(words.socialSecurity, payee.socialSecurityNumber);
  fact(words.contractNumber, contract.reference);
  if (contract.signedOn !== null) sheet.add(text(words.contract), dateCell(contract.signedOn));
}

/** Sheet 2: a line an edition that adds up by itself, then the runs, then what the totals are made of. */
export function stockSheet(desk: Desk): Sheet {
  const { words } = desk.voice;
  const totals = [
    words.openingShort,
    words.printedCopies,
    words.sold,
    words.returned,
    words.free,
    words.destroyed,
    words.counted,
  ];
  const sheet = chapterRows(
    'stock',
    [words.book, words.isbn, words.edition, ...totals, words.expected, words.closingShort, words.gap, words.gapReason],
    desk,
  );
  const editions = stocked(desk);
  editions.forEach((entry) => addMovements(sheet, entry));
  startTable(sheet, [
    words.book,
    words.isbn,
    words.run,
    words.date,
    words.printer,
    words.ordered,
    words.delivered,
    words.accepted,
  ]);
  for (const { title, edition, stock } of editions) {
    for (const run of stock.runs) {
      const copies = [run.ordered, run.delivered, run.accepted].map((count) => copiesCell(count));
      sheet.add(
        text(title),
        text(formatIsbn(edition.isbn)),
        text(run.label),
        dateCell(run.date),
        text(run.printer),
        ...copies,
      );
    }
  }
  startTable(sheet, [words.book, words.isbn, words.movement, desk.sheetWords.kind, words.copies]);
  editions.forEach((entry) => addKinds(sheet, entry, desk));
  return finished('stock', sheet, [38, 20, 16, 13, 22, 12, 12, 12, 12, 12, 12, 12, 10, 36], desk);
}

interface Stocked {
  readonly title: string;
  readonly edition: StatementEdition;
  readonly stock: StockAccount;
}

function stocked(desk: Desk): Stocked[] {
  return desk.data.books.flatMap((book) =>
    book.editions.flatMap((edition) => (edition.stock ? [{ title: book.title, edition, stock: edition.stock }] : [])),
  );
}

function addMovements(sheet: SheetRows, { title, edition, stock }: Stocked): void {
  const at = sheet.nextLine;
  const counts = [
    stock.opening,
    stock.printed,
    stock.sold,
    stock.returned,
    stock.freeTotal,
    stock.destroyedTotal,
    stock.counted,
  ];
  sheet.add(
    text(title, 'wrap'),
    text(formatIsbn(edition.isbn)),
    text(edition.form),
    ...counts.map((count) => copiesCell(count)),
    copiesFormula(`D${at}+E${at}-F${at}+G${at}-H${at}-I${at}+J${at}`, stock.expected),
    copiesCell(stock.closing),
    copiesFormula(`L${at}-K${at}`, stock.gap),
    text(stock.gapReason, 'wrap'),
  );
}

function addKinds(sheet: SheetRows, { title, edition, stock }: Stocked, desk: Desk): void {
  const { words } = desk.voice;
  const kinds = [
    ...stock.free.map((kind) => [words.free, kind] as const),
    ...stock.destroyed.map((kind) => [words.destroyed, kind] as const),
    ...(stock.closingAt ?? []).map((kind) => [words.closingShort, kind] as const),
    ...(stock.soldBy ?? []).map((by) => [words.sold, { label: by.label, copies: by.sold }] as const),
    ...(stock.soldBy ?? []).map((by) => [words.returned, { label: by.label, copies: by.returned }] as const),
  ];
  kinds.forEach(([movement, kind]) =>
    sheet.add(text(title), text(formatIsbn(edition.isbn)), text(movement), text(kind.label), copiesCell(kind.copies)),
  );
}
