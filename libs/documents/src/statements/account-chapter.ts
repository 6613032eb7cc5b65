import type { Content, TableCell } from 'pdfmake/interfaces';

import { formatShortDate, isZero, negated } from '../locale';
import { figure, SUM_MARGIN, head, numberHead, strongFigure, strongWords, table, twoLines } from '../page';
import type { StatementData } from './statement-data';
import { heading, note, type Voice } from './voice';
import { chapterTitle } from './words';

/** Chapter 6: from what was earned to what is payable, with the corrections of past periods and the advance. */
export function accountChapter(data: StatementData, voice: Voice): Content[] {
  const { words } = voice;
  return [
    heading(chapterTitle('account', words), 'chapter'),
    ...adjustments(data, voice),
    sums(data, voice),
    ...topUp(data, voice),
    ...carried(data, voice),
    threshold(data, voice),
    heading(words.advances, 'section', 6),
    ...advance(data, voice),
  ];
}

function adjustments(data: StatementData, voice: Voice): Content[] {
  const { words } = voice;
  const lines = data.account.adjustments;
  if (lines.length === 0) return [note(words.noAdjustments)];
  const header = [head(words.adjustment), ...[words.before, words.after, words.amount].map(numberHead)];
  const rows = lines.map((line) => [
    twoLines(
      { text: [{ text: line.book, style: 'work' }, `  ${origin(line.origin, line.originStatement, voice)}`] },
      line.reason,
    ),
    ...[line.before, line.after, line.amount].map((value) => figure(voice.money(value))),
  ]);
  return [table(header, rows, { widths: ['*', 70, 70, 70], layout: 'dense' })];
}

function origin(text: string, statement: string | null, voice: Voice): string {
  return statement === null ? text : voice.words.adjustmentOf(text, statement);
}

function sums(data: StatementData, voice: Voice): Content {
  const { account } = data;
  const { words } = voice;
  const line = (label: string, value: string): TableCell[] => [{ text: label }, figure(voice.money(value))];
  const strong = (label: string, value: string): TableCell[] => [strongWords(label), strongFigure(voice.money(value))];
  const rows = [
    line(words.earned, account.earned),
    line(words.adjustments, account.adjustmentsTotal),
    ...(account.topUp ? [line(words.topUp, account.topUp.amount)] : []),
    line(words.carriedIn, account.carriedIn),
    strong(words.due, account.due),
    line(words.recouped, negated(account.recouped)),
    ...(account.setOff ?? []).map((one) => line(words.setOff(one.contract, one.agreement), negated(one.amount))),
    line(words.balance, account.balance),
    line(words.carriedOut, negated(account.carriedOut)),
    strong(words.gross, account.gross),
  ];
  return table([], rows, { widths: ['*', 90], layout: 'denseTotal', margin: SUM_MARGIN });
}

function topUp({ account }: StatementData, voice: Voice): Content[] {
  if (!account.topUp) return [];
  const { guaranteed, earned, before, amount } = account.topUp;
  const [minimum, due, past, missing] = [guaranteed, earned, before, amount].map(voice.money) as [
    string,
    string,
    string,
    string,
  ];
  return [note(voice.words.topUpTrace(minimum, due, past, missing))];
}

/** What is not paid now, and why. */
function carried({ account }: StatementData, voice: Voice): Content[] {
  const { carriedWhy, carriedOut } = account;
  if (carriedWhy === undefined || isZero(carriedOut)) return [];
  return [note(voice.words.carriedWhy[carriedWhy])];
}

function threshold(data: StatementData, voice: Voice): Content {
  const { paymentThreshold } = data.account;
  const none = paymentThreshold === undefined || isZero(paymentThreshold);
  return note(none ? voice.words.noThreshold : voice.words.threshold(voice.money(paymentThreshold)));
}

function advance(data: StatementData, voice: Voice): Content[] {
  const { account } = data;
  const { words } = voice;
  if (account.advances.length === 0 && isZero(account.unrecoupedBefore)) return [note(words.noAdvance)];
  const line = (label: string, value: string): TableCell[] => [
    { text: label },
    { text: '' },
    figure(voice.money(value)),
  ];
  const paid = account.advances.map((one) => [
    { text: one.label },
    { text: formatShortDate(one.paidOn) },
    figure(voice.money(one.amount)),
  ]);
  const rows = [
    ...paid,
    line(words.unrecoupedBefore, account.unrecoupedBefore),
    line(words.recouped, negated(account.recouped)),
    ...(account.recoupedBy ?? []).map((one) => line(words.recoupedBy(one.contract), negated(one.amount))),
    [strongWords(words.unrecouped), { text: '' }, strongFigure(voice.money(account.unrecouped))],
    ...(account.writtenOff === undefined ? [] : [line(words.writtenOff, account.writtenOff)]),
  ];
  return [table([], rows, { widths: ['*', 80, 90], layout: 'dense', margin: SUM_MARGIN })];
}
