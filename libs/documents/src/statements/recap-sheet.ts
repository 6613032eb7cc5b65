import { isZero, negated, type Decimal } from '../locale';
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
import { contributionLabel, paymentSentence, recapNotes } from './recap-chapter';
import { chapterRows, finished, sheetReference, type Desk, type Places } from './sheet-desk';
import type { PayeePart, Recap } from './statement-data';

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

/** Sheet 8: gross to net; where several are paid, each of them, then all together. */
export function recapSheet(desk: Desk, account: Places): { sheet: Sheet; places: Places } {
  const { words } = desk.voice;
  const { payees, recap, payment } = desk.data;
  const sheet = chapterRows('recap', [words.label, '', '', words.base, words.rate, words.amount], desk);
  const stated = moneyFormula(account['gross'] ?? '0', recap.gross);
  const lines = payees ? addPayees(sheet, payees, desk) : addRecap(sheet, { recap, gross: stated }, desk);
  if (!payees) addPayment(sheet, { recap, payment }, desk);
  const places = Object.fromEntries(
    PARTS.map((part) => [part, `${sheetReference('recap', desk)}${AMOUNT}${lines[part]}`]),
  );
  return { sheet: finished('recap', sheet, [52, 4, 4, 16, 10, 16], desk), places };
}

interface Given {
  readonly recap: Recap;
  readonly gross: ReturnType<typeof moneyCell>;
  readonly agentFee?: Decimal | undefined;
  readonly net?: Decimal;
}

function addRecap(sheet: SheetRows, { recap, gross, agentFee, net }: Given, desk: Desk): RecapLines {
  const { words } = desk.voice;
  const top = sheet.add(text(words.gross), ...blanks(4), gross);
  const social = addSocial(sheet, recap, desk);
  const vat = addRated(sheet, words.vat, { recap, one: recap.vat, sign: 1 });
  const vatWithheld = addLine(sheet, words.vatWithheld, negated(recap.vatWithheld ?? '0.00'));
  const withholdingTax = addRated(sheet, words.withholdingTax, { recap, one: recap.withholdingTax, sign: -1 });
  const agent = agentFee === undefined || isZero(agentFee) ? [] : [addLine(sheet, words.agentPart, negated(agentFee))];
  const parts = [top, social, vat, vatWithheld, withholdingTax, ...agent];
  const bottom = addSum(sheet, words.net, addition(parts), net ?? recap.net);
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
  if (one.rate === null) return addLine(sheet, label, sign < 0 ? negated(one.amount) : one.amount);
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

/** A recap each, then what all come to; the agents' gross is part of the others' net. */
function addPayees(sheet: SheetRows, payees: readonly PayeePart[], desk: Desk): RecapLines {
  const all: { payee: PayeePart; lines: RecapLines }[] = [];
  for (const payee of payees) {
    sheet.add(
      headCell(payee.name),
      headCell(''),
      headCell(''),
      headCell(desk.voice.words.payeeKinds[payee.kind]),
      headCell(''),
      headCell(''),
    );
    const gross = moneyCell(payee.recap.gross);
    const lines = addRecap(sheet, { recap: payee.recap, gross, agentFee: payee.agentFee, net: payee.net }, desk);
    all.push({ payee, lines });
    addPayment(sheet, payee, desk);
    sheet.add();
  }
  return addTotals(sheet, all, desk);
}

function addTotals(sheet: SheetRows, all: readonly { payee: PayeePart; lines: RecapLines }[], desk: Desk): RecapLines {
  const { words } = desk.voice;
  const { recap } = desk.data;
  sheet.add(...[words.total, '', '', '', '', ''].map((word) => headCell(word)));
  const shared = all.filter(({ payee }) => payee.kind !== 'agent').map(({ lines }) => lines);
  const add = (label: string, part: keyof RecapLines, result: Decimal, of = shared): number =>
    addSum(sheet, label, addition(of.map((lines) => lines[part])), result);
  return {
    gross: add(words.gross, 'gross', recap.gross),
    social: add(words.socialTotal, 'social', negated(recap.socialTotal)),
    vat: add(words.vat, 'vat', recap.vat?.amount ?? '0.00'),
    vatWithheld: add(words.vatWithheld, 'vatWithheld', negated(recap.vatWithheld ?? '0.00')),
    withholdingTax: add(words.withholdingTax, 'withholdingTax', negated(recap.withholdingTax?.amount ?? '0.00')),
    net: add(
      words.net,
      'net',
      recap.net,
      all.map(({ lines }) => lines),
    ),
  };
}

function addPayment(
  sheet: SheetRows,
  part: Pick<PayeePart, 'recap' | 'payment'> & { net?: Decimal },
  desk: Desk,
): void {
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
