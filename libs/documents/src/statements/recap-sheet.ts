import { negated, type Decimal } from '../locale';
import {
  dateCell,
  empty,
  emptyStrong,
  headCell,
  moneyCell,
  moneyFormula,
  rateCell,
  sumOf,
  text,
  type Sheet,
  type SheetRows,
} from '../xlsx';
import { addition, AMOUNT } from './account-sheets';
import { takenCell } from './product-cells';
import { sharedPayment } from './recap-chapter';
import { contributionLabel, paymentSentence, recapNotes } from './recap-table';
import { chapterRows, finished, sheetReference, type Desk, type Places } from './sheet-desk';
import type { PayeePart, PlannedPayment, Recap } from './statement-data';

/** Lines of one recap by what they are. */
interface RecapLines {
  readonly gross: number;
  readonly social: number;
  readonly vat: number;
  readonly vatWithheld: number;
  readonly withholdingTax: number;
  readonly net: number;
}

const PARTS = ['gross', 'social', 'vat', 'vatWithheld', 'withholdingTax', 'net'] as const;

/** Sheet 8: gross to net; where several are paid, who shares the gross and no more. */
export function recapSheet(desk: Desk, account: Places): { sheet: Sheet; places: Places } {
  const { words } = desk.voice;
  const { payees = [], recap, payment } = desk.data;
  const stated = moneyFormula(account['gross'] ?? '0', desk.data.account.gross);
  if (!recap) return { sheet: sharesSheet(payees, stated, desk), places: {} };
  const sheet = chapterRows('recap', [words.label, '', '', words.base, words.rate, words.amount], desk);
  payees.forEach(({ name, kind }) =>
    sheet.add(...[name, '', '', words.payeeKinds[kind], '', ''].map((word) => headCell(word))),
  );
  const lines = addRecap(sheet, { recap, gross: stated }, desk);
  addPayment(sheet, { recap, payment }, desk);
  const places = Object.fromEntries(
    PARTS.map((part) => [part, `${sheetReference('recap', desk)}${AMOUNT}${lines[part]}`]),
  );
  return { sheet: finished('recap', sheet, [52, 4, 4, 16, 10, 16], desk), places };
}

/** Who is paid with their share and gross; an agent's is part of the others'. */
function sharesSheet(payees: readonly PayeePart[], stated: Cell, desk: Desk): Sheet {
  const { words } = desk.voice;
  const heads = [words.beneficiary, '', '', words.share, words.agentPart, words.gross];
  const sheet = chapterRows('recap', heads, desk);
  const lines = payees.map(({ name, kind, share, gross, agentFee }) => {
    const fee = agentFee === undefined ? empty : moneyCell(negated(agentFee));
    const who = text(`${name}, ${words.payeeKinds[kind]}`);
    return { kind, line: sheet.add(who, empty, empty, rateCell(share), fee, moneyCell(gross)) };
  });
  const paid = lines.filter(({ kind }) => kind !== 'agent').map(({ line }) => line);
  addSum(sheet, words.total, addition(paid), desk.data.account.gross);
  sheet.add(text(words.gross), ...blanks(4), stated);
  if (desk.data.payment.date !== null)
    sheet.add(text(desk.sheetWords.payment), ...blanks(4), dateCell(desk.data.payment.date));
  [words.ownPages, sharedPayment(desk.data, desk.voice)].forEach((sentence) => sheet.add(text(sentence, 'note')));
  return finished('recap', sheet, [52, 4, 4, 12, 16, 16], desk);
}

type Cell = ReturnType<typeof moneyCell>;

interface Given {
  readonly recap: Recap;
  readonly gross: Cell;
}

function addRecap(sheet: SheetRows, { recap, gross }: Given, desk: Desk): RecapLines {
  const { words } = desk.voice;
  const top = sheet.add(text(words.gross), ...blanks(4), gross);
  const social = addSocial(sheet, recap, desk);
  const vat = addRated(sheet, words.vat, { recap, one: recap.vat, sign: 1 });
  const vatWithheld = addLine(sheet, words.vatWithheld, negated(recap.vatWithheld ?? '0.00'));
  const withholdingTax = addRated(sheet, words.withholdingTax, { recap, one: recap.withholdingTax, sign: -1 });
  const parts = [top, social, vat, vatWithheld, withholdingTax];
  const bottom = addSum(sheet, words.net, addition(parts), recap.net);
  return { gross: top, social, vat, vatWithheld, withholdingTax, net: bottom };
}

function addSocial(sheet: SheetRows, recap: Recap, desk: Desk): number {
  const first = sheet.nextLine;
  for (const one of recap.social) {
    const { base, rate } = one;
    const label = text(contributionLabel(one, desk.voice));
    sheet.add(label, empty, empty, moneyCell(base), rateCell(rate), takenCell(one, sheet.nextLine));
  }
  const formula = sumOf(AMOUNT, first, sheet.nextLine - 1);
  return addSum(sheet, desk.voice.words.socialTotal, formula, negated(recap.socialTotal));
}

function addRated(sheet: SheetRows, label: string, given: { recap: Recap; one: Recap['vat']; sign: 1 | -1 }): number {
  const { recap, one, sign } = given;
  if (one === null) return addLine(sheet, label, '0.00');
  const taken = takenCell({ base: recap.gross, rate: one.rate, amount: one.amount }, sheet.nextLine);
  return sheet.add(
    text(label),
    empty,
    empty,
    moneyCell(recap.gross),
    rateCell(one.rate),
    sign < 0 ? taken : opposite(taken),
  );
}

/** VAT comes on top: the same product with the other sign. */
function opposite(cell: ReturnType<typeof moneyCell>): ReturnType<typeof moneyCell> {
  const { value } = cell;
  if (typeof value === 'number') return { ...cell, value: 0 - value };
  if (value === null || typeof value !== 'object' || value instanceof Date) return cell;
  return { ...cell, value: { formula: value.formula.replace(/^-/, ''), result: 0 - value.result } };
}

function addPayment(sheet: SheetRows, part: { recap: Recap; payment: PlannedPayment }, desk: Desk): void {
  const { recap, payment } = part;
  const { words } = desk.voice;
  if (payment.date !== null) sheet.add(text(desk.sheetWords.payment), ...blanks(4), dateCell(payment.date));
  if (recap.payerContribution !== null) addLine(sheet, words.payer, recap.payerContribution);
  [paymentSentence(part, desk.voice), ...recapNotes(recap, desk.voice)].forEach((sentence) =>
    sheet.add(text(sentence, 'note')),
  );
}

function addLine(sheet: SheetRows, label: string, value: Decimal): number {
  return sheet.add(text(label), ...blanks(4), moneyCell(value));
}

function addSum(sheet: SheetRows, label: string, formula: string, result: Decimal): number {
  const rule = [emptyStrong, emptyStrong, emptyStrong, emptyStrong];
  return sheet.add(text(label, 'strong'), ...rule, moneyFormula(formula, result, 'strong'));
}

function blanks(count: number): (typeof empty)[] {
  return Array.from({ length: count }, () => empty);
}
