import { isZero, negated, type Decimal } from '../locale';
import {
  copiesCell,
  dateCell,
  empty,
  emptyStrong,
  moneyCell,
  moneyFormula,
  sumOf,
  text,
  type Sheet,
  type SheetRows,
} from '../xlsx';
import { EARNED_COLUMN } from './royalty-sheets';
import { chapterRows, finished, sheetReference, startTable, type Desk, type Places } from './sheet-desk';

/** Column of the amounts on sheets 6 and 8, so that their formulas read alike. */
export const AMOUNT = 'F';

/** Sheet 6: books, corrections, guarantee and advance down to the gross, every total a formula. */
export function accountSheet(desk: Desk): { sheet: Sheet; places: Places } {
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
  const topUp = addTopUp(sheet, desk);
  sheet.add();
  const lines = addDue(sheet, { earned, adjustments, topUp }, desk);
  addAdvance(sheet, desk);
  const places = Object.fromEntries(
    Object.entries({ earned, adjustments, topUp, ...lines }).map(([name, line]) => [
      name,
      `${sheetReference('account', desk)}${AMOUNT}${line}`,
    ]),
  );
  return { sheet: finished('account', sheet, [19, 52, 32, 14, 14, 16], desk), places };
}

/** due = earned + adjustments + top-up + carried in; balance = due − recouped; gross = balance − carried out. */
function addDue(
  sheet: SheetRows,
  above: { earned: number; adjustments: number; topUp: number | undefined },
  desk: Desk,
): Record<string, number> {
  const { words } = desk.voice;
  const { account } = desk.data;
  const carriedIn = addLine(sheet, words.carriedIn, account.carriedIn);
  const parts = [above.earned, above.adjustments, above.topUp, carriedIn].filter((line) => line !== undefined);
  const due = addSum(sheet, words.due, addition(parts), account.due);
  const recouped = addLine(sheet, words.recouped, negated(account.recouped));
  const setOff = (account.setOff ?? []).map((one) =>
    addLine(sheet, words.setOff(one.contract, one.agreement), negated(one.amount)),
  );
  const balance = addSum(sheet, words.balance, addition([due, recouped, ...setOff]), account.balance);
  const carriedOut = addLine(sheet, words.carriedOut, negated(account.carriedOut));
  const gross = addSum(sheet, words.gross, addition([balance, carriedOut]), account.gross);
  const numbered = Object.fromEntries(setOff.map((line, index) => [`setOff${index}`, line]));
  return { carriedIn, due, recouped, ...numbered, balance, carriedOut, gross };
}

export function addition(lines: readonly number[]): string {
  return `ROUND(${lines.map((line) => `${AMOUNT}${line}`).join('+')},2)`;
}

function addLine(sheet: SheetRows, label: string, value: Decimal): number {
  return sheet.add(empty, text(label, 'wrap'), empty, empty, empty, moneyCell(value));
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
  const heads = [desk.sheetWords.correctedStatement, words.adjustment, desk.sheetWords.reason];
  startTable(sheet, [...heads, words.before, words.after, words.amount]);
  const first = sheet.nextLine;
  for (const line of account.adjustments) {
    const at = sheet.nextLine;
    sheet.add(
      text(line.originStatement),
      text(`${line.book}, ${line.origin}`, 'wrap'),
      text(line.reason, 'wrap'),
      moneyCell(line.before),
      moneyCell(line.after),
      moneyFormula(`ROUND(E${at}-D${at},2)`, line.amount),
    );
  }
  return addSum(sheet, words.adjustments, sumOf(AMOUNT, first, sheet.nextLine - 1), account.adjustmentsTotal);
}

/** The guaranteed minimum less what was earned and topped up before, and never below nothing. */
function addTopUp(sheet: SheetRows, desk: Desk): number | undefined {
  const { topUp } = desk.data.account;
  if (!topUp) return undefined;
  const own = desk.sheetWords;
  sheet.add();
  const guaranteed = addLine(sheet, own.guaranteed, topUp.guaranteed);
  const earned = addLine(sheet, own.earnedSoFar, topUp.earned);
  const before = addLine(sheet, own.toppedUpBefore, topUp.before);
  const formula = `ROUND(MAX(0,F${guaranteed}-F${earned}-F${before}),2)`;
  return addSum(sheet, desk.voice.words.topUp, formula, topUp.amount);
}

function addAdvance(sheet: SheetRows, desk: Desk): void {
  const { words } = desk.voice;
  const { account } = desk.data;
  startTable(sheet, ['', words.advances, '', '', desk.sheetWords.paidOn, words.amount]);
  for (const paid of account.advances) {
    sheet.add(empty, text(paid.label), empty, empty, dateCell(paid.paidOn), moneyCell(paid.amount));
  }
  const lines = [
    addLine(sheet, words.unrecoupedBefore, account.unrecoupedBefore),
    addLine(sheet, words.recouped, negated(account.recouped)),
    ...(account.recoupedBy ?? []).map((one) => addLine(sheet, words.recoupedBy(one.contract), negated(one.amount))),
  ];
  addSum(sheet, words.unrecouped, addition(lines), account.unrecouped);
  if (account.writtenOff !== undefined) addLine(sheet, words.writtenOff, account.writtenOff);
  if (account.paymentThreshold !== undefined && !isZero(account.paymentThreshold)) {
    sheet.add(empty, text(words.threshold(desk.voice.money(account.paymentThreshold)), 'note'));
  }
  if (account.carriedWhy && !isZero(account.carriedOut)) {
    sheet.add(empty, text(words.carriedWhy[account.carriedWhy], 'note'));
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
