import { formatIsbn, formatPeriod, negated, type Decimal } from '../locale';
import {
  copiesFormula,
  dateCell,
  empty,
  emptyStrong,
  headCell,
  moneyFormula,
  SheetRows,
  text,
  type Sheet,
} from '../xlsx';
import { sheetReference, startTable, type Desk, type Places } from './sheet-desk';
import { statementTitle } from './voice';

/** First sheet: what the first page of the paper says, every figure taken by a formula from the sheet that explains it. */
export function summarySheet(desk: Desk, account: Places, recap: Places): Sheet {
  const { data, voice, sheetWords } = desk;
  const { words } = voice;
  const sheet = new SheetRows();
  sheet.add(text(`${statementTitle(data.kind, words)} ${data.number ?? words.draftNumber}`, 'title'));
  sheet.add(text(words.period), text(formatPeriod(data.period, voice.locale)));
  sheet.add(text(words.issuedOn), dateCell(data.issuedOn));
  sheet.add(text(words.contractNumber), text(data.contract.reference));
  sheet.add(text(words.contributor), text(data.contributor.name));
  sheet.add(text(words.payee), text(data.payee.name));
  sheet.add();
  sheet.add(headCell(data.recap ? words.fromDueToNet : words.fromDueToGross), headCell(''));
  sumLines(desk, account, recap).forEach(({ label, place, value, strong }) =>
    sheet.add(
      text(label, strong ? 'strong' : undefined),
      moneyFormula(place, value, ...(strong ? (['strong'] as const) : [])),
    ),
  );
  addBooks(sheet, desk);
  return { name: sheetWords.summary, widths: [52, 26, 18, 12, 12, 12, 12, 16], rows: sheet.rows, frozenRows: 0 };
}

interface SumLine {
  readonly label: string;
  readonly place: string;
  readonly value: Decimal;
  readonly strong?: boolean;
}

function sumLines(desk: Desk, account: Places, recap: Places): SumLine[] {
  const { words } = desk.voice;
  const { account: said, recap: taken } = desk.data;
  const line = (label: string, place: string | undefined, value: Decimal, strong = false): SumLine[] =>
    place === undefined ? [] : [{ label, place, value, strong }];
  return [
    ...line(words.earned, account['earned'], said.earned, true),
    ...line(words.adjustments, account['adjustments'], said.adjustmentsTotal),
    ...(said.topUp ? line(words.topUp, account['topUp'], said.topUp.amount) : []),
    ...line(words.carriedIn, account['carriedIn'], said.carriedIn),
    ...line(words.recouped, account['recouped'], negated(said.recouped)),
    ...(said.setOff ?? []).flatMap((one, index) =>
      line(words.setOffShort(one.contract), account[`setOff${index}`], negated(one.amount)),
    ),
    ...line(words.carriedOut, account['carriedOut'], negated(said.carriedOut)),
    ...line(words.gross, account['gross'], said.gross, true),
    ...(taken
      ? [
          ...line(words.socialTotal, recap['social'], negated(taken.socialTotal)),
          ...line(words.vat, recap['vat'], taken.vat?.amount ?? '0.00'),
          ...line(words.vatWithheld, recap['vatWithheld'], negated(taken.vatWithheld ?? '0.00')),
          ...line(words.withholdingTax, recap['withholdingTax'], negated(taken.withholdingTax?.amount ?? '0.00')),
          ...line(words.net, recap['net'], taken.net, true),
        ]
      : []),
  ];
}

/** Copies of each edition, from the lines of sheet 2; what each book earned, from those of sheet 6. */
function addBooks(sheet: SheetRows, desk: Desk): void {
  const { words } = desk.voice;
  const copies = [words.printedCopies, words.soldNet, words.returnedCopies, words.closingStock];
  startTable(sheet, [words.book, words.isbn, words.edition, ...copies, words.royalties]);
  const stock = sheetReference('stock', desk);
  const account = sheetReference('account', desk);
  let stockLine = FIRST_LINE;
  desk.data.books.forEach((book, index) => {
    book.editions.forEach((edition, place) => {
      const own = edition.stock;
      const counts = own
        ? (['E', 'F', 'G', 'L'] as const).map((column, at) =>
            copiesFormula(`${stock}${column}${stockLine}`, [own.printed, own.sold, own.returned, own.closing][at] ?? 0),
          )
        : [empty, empty, empty, empty];
      if (own) stockLine += 1;
      const earned = place === 0 ? moneyFormula(`${account}F${FIRST_LINE + index}`, book.earned) : empty;
      sheet.add(
        text(place === 0 ? book.title : '', 'wrap'),
        text(formatIsbn(edition.isbn)),
        text(edition.form),
        ...counts,
        earned,
      );
    });
  });
  const rule = Array.from({ length: 6 }, () => emptyStrong);
  const last = sheet.nextLine - 1;
  const first = sheet.nextLine - desk.data.books.reduce((sum, book) => sum + book.editions.length, 0);
  const total = moneyFormula(`ROUND(SUM(H${first}:H${last}),2)`, desk.data.account.earned, 'strong');
  sheet.add(text(words.total, 'strong'), ...rule, total);
}

/** Where the rows of a chapter begin, under its title and its heads. */
const FIRST_LINE = 3;
