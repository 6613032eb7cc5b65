import { isZero, negated, type Decimal } from '../locale';
import {
  copiesCell,
  dateCell,
  empty,
  emptyStrong,
  moneyCell,
  moneyFormula,
  rateCell,
  sumOf,
  text,
  type Sheet,
  type SheetRows,
} from '../xlsx';
import { contributionLabel, paymentSentence, recapNotes } from './recap-chapter';
import { EARNED_COLUMN } from './royalty-sheets';
import { chapterRows, finished, sheetReference, startTable, type Desk } from './sheet-desk';

/** Column of the amounts on sheets 6 and 8, so that their formulas read alike. */
const AMOUNT = 'F';

/** Sheet 6: books, corrections and advance down to the gross, every total a formula. */
export function accountSheet(desk: Desk): Sheet {
  const { words } = desk.voice;
  const { account } = desk.data;
  const sheet = chapterRows('account', [desk.sheetWords.bookNumber, words.book, '', '', '', words.royalties], desk);
  const firstBook = sheet.nextLine;
  desk.data.books.forEach((book, index) => {
    const earned = moneyFormula(earnedFormula(sheet.nextLine, desk), book.earned);
    sheet.add(copiesCell(index + 1), text(book.title, 'wrap'), empty, empty, empty, earned);
  });
  const earned = addSum(sheet, words.earned, sumOf(AMOUNT, firstBook, sheet.nextLine - 1), account.earned);
  const adjustments = addAdjustments(sheet, desk);
  const line = (label: string, value: Decimal): number =>
    sheet.add(empty, text(label), empty, empty, empty, moneyCell(value));
  sheet.add();
  const carriedIn = line(words.carriedIn, account.carriedIn);
  const due = addSum(sheet, words.due, `ROUND(F${earned}+F${adjustments}+F${carriedIn},2)`, account.due);
  const recouped = line(words.recouped, negated(account.recouped));
  const balance = addSum(sheet, words.balance, `ROUND(F${due}+F${recouped},2)`, account.balance);
  const carriedOut = line(words.carriedOut, negated(account.carriedOut));
  addSum(sheet, words.gross, `ROUND(F${balance}+F${carriedOut},2)`, account.gross);
  addAdvance(sheet, desk);
  return finished('account', sheet, [19, 52, 32, 14, 14, 16], desk);
}

/** What the sheets of chapters 3 to 5 hold for the book whose number stands in column A of this line. */
function earnedFormula(line: number, desk: Desk): string {
  const parts = (['print', 'digital', 'rights'] as const).map((chapter) => {
    const sheet = sheetReference(chapter, desk);
    const column = EARNED_COLUMN[chapter];
    return `SUMIF(${sheet}$A:$A,$A${line},${sheet}$${column}:$${column})`;
  });
  return `ROUND(${parts.join('+')},2)`;
}

function addSum(sheet: SheetRows, label: string, formula: string, result: Decimal): number {
  const rule = [emptyStrong, emptyStrong, emptyStrong];
  return sheet.add(empty, text(label, 'strong'), ...rule, moneyFormula(formula, result, 'strong'));
}

function addAdjustments(sheet: SheetRows, desk: Desk): number {
  const { words } = desk.voice;
  const { account } = desk.data;
  startTable(sheet, [
    desk.sheetWords.correctedStatement,
    words.adjustment,
    desk.sheetWords.reason,
    words.before,
    words.after,
    words.amount,
  ]);
  const first = sheet.nextLine;
  for (const line of account.adjustments) {
    const amounts = [line.before, line.after, line.amount].map((value) => moneyCell(value));
    sheet.add(
      text(line.originStatement),
      text(`${line.book}, ${line.origin}`, 'wrap'),
      text(line.reason, 'wrap'),
      ...amounts,
    );
  }
  return addSum(sheet, words.adjustments, sumOf(AMOUNT, first, sheet.nextLine - 1), account.adjustmentsTotal);
}

function addAdvance(sheet: SheetRows, desk: Desk): void {
  const { words } = desk.voice;
  const { account } = desk.data;
  startTable(sheet, ['', words.advances, '', '', desk.sheetWords.paidOn, words.amount]);
  for (const paid of account.advances) {
    sheet.add(empty, text(paid.label), empty, empty, dateCell(paid.paidOn), moneyCell(paid.amount));
  }
  const line = (label: string, value: Decimal): number =>
    sheet.add(empty, text(label), empty, empty, empty, moneyCell(value));
  const before = line(words.unrecoupedBefore, account.unrecoupedBefore);
  const recouped = line(words.recouped, negated(account.recouped));
  addSum(sheet, words.unrecouped, `ROUND(F${before}+F${recouped},2)`, account.unrecouped);
  if (account.writtenOff !== undefined) line(words.writtenOff, account.writtenOff);
  if (account.paymentThreshold !== undefined && !isZero(account.paymentThreshold)) {
    sheet.add(empty, text(words.threshold(desk.voice.money(account.paymentThreshold)), 'note'));
  }
}

/** Sheet 7, for information. */
export function collectiveSheet(desk: Desk): Sheet {
  const { words } = desk.voice;
  const lines = desk.data.collectiveManagement;
  const sheet = chapterRows('collective', [words.society, words.right, words.period, words.amount], desk);
  for (const line of lines) {
    const amount = line.amount === null ? text(words.notCommunicated, 'note') : moneyCell(line.amount);
    sheet.add(text(line.society), text(line.right), text(line.period), amount);
  }
  if (lines.length === 0) sheet.add(text(words.noCollective, 'note'));
  sheet.add();
  sheet.add(text(words.collectiveNote, 'note'));
  return finished('collective', sheet, [24, 40, 18, 18], desk);
}

/** Sheet 8: gross to net. */
export function recapSheet(desk: Desk): Sheet {
  const { words } = desk.voice;
  const { recap } = desk.data;
  const sheet = chapterRows('recap', [words.label, '', '', words.base, words.rate, words.amount], desk);
  const line = (label: string, value: Decimal): number =>
    sheet.add(text(label), empty, empty, empty, empty, moneyCell(value));
  const gross = line(words.gross, recap.gross);
  const first = sheet.nextLine;
  for (const one of recap.social) {
    sheet.add(
      text(contributionLabel(one, desk.voice)),
      empty,
      empty,
      moneyCell(one.base),
      rateCell(one.rate),
      moneyCell(negated(one.amount)),
    );
  }
  const social = sheet.add(
    text(words.socialTotal, 'strong'),
    emptyStrong,
    emptyStrong,
    emptyStrong,
    emptyStrong,
    moneyFormula(sumOf(AMOUNT, first, sheet.nextLine - 1), negated(recap.socialTotal), 'strong'),
  );
  const rated = (label: string, one: { rate: Decimal; amount: Decimal } | null): number =>
    one === null
      ? line(label, '0.00')
      : sheet.add(text(label), empty, empty, moneyCell(recap.gross), rateCell(one.rate), moneyCell(one.amount));
  const vat = rated(words.vat, recap.vat);
  const withheld = line(words.vatWithheld, negated(recap.vatWithheld ?? '0.00'));
  const tax = rated(
    words.withholdingTax,
    recap.withholdingTax && { ...recap.withholdingTax, amount: negated(recap.withholdingTax.amount) },
  );
  const net = [gross, social, vat, withheld, tax].map((row) => `${AMOUNT}${row}`).join('+');
  sheet.add(
    text(words.net, 'strong'),
    emptyStrong,
    emptyStrong,
    emptyStrong,
    emptyStrong,
    moneyFormula(`ROUND(${net},2)`, recap.net, 'strong'),
  );
  addPayment(sheet, desk);
  return finished('recap', sheet, [52, 4, 4, 16, 10, 16], desk);
}

function addPayment(sheet: SheetRows, desk: Desk): void {
  const { recap, payment } = desk.data;
  const { words } = desk.voice;
  sheet.add();
  if (payment.date !== null)
    sheet.add(text(desk.sheetWords.payment), empty, empty, empty, empty, dateCell(payment.date));
  if (recap.payerContribution !== null) {
    sheet.add(text(words.payer), empty, empty, empty, empty, moneyCell(recap.payerContribution));
  }
  [paymentSentence(desk.data, desk.voice), ...recapNotes(recap, desk.voice)].forEach((sentence) =>
    sheet.add(text(sentence, 'note')),
  );
}
