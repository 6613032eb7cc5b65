import type { Content, TableCell } from 'pdfmake/interfaces';

import { isZero, negated } from '../locale';
import { figure, head, numberHead, strongFigure, strongWords, table, twoLines } from '../page';
import { paymentSentence, recapWithNotes } from './recap-table';
import type { PayeePart, StatementData } from './statement-data';
import { heading, note, together, type Voice } from './voice';
import { chapterTitle } from './words';

/** Chapter 7: what collecting societies pay the author themselves, for information. */
export function collectiveChapter(data: StatementData, voice: Voice): Content[] {
  const { words } = voice;
  const lines = data.collectiveManagement;
  const title = heading(chapterTitle('collective', words), 'chapter');
  if (lines.length === 0) return [title, note(words.noCollective), note(words.collectiveNote)];
  const header = [head(words.society), head(words.right), head(words.period), numberHead(words.amount)];
  const rows = lines.map((line) => [
    { text: line.society },
    { text: line.right },
    { text: line.period },
    figure(line.amount === null ? words.notCommunicated : voice.money(line.amount)),
  ]);
  return [title, table(header, rows, { widths: [90, '*', 110, 80], layout: 'dense' }), note(words.collectiveNote)];
}

/** Chapter 8: gross to net, each contribution with its base and rate, so that the author can redo the sum (R4, R5). */
export function recapChapter(data: StatementData, voice: Voice): Content[] {
  const { payees, recap, payment } = data;
  const title = heading(chapterTitle('recap', voice.words), 'chapter');
  const shares = payees && together([title, sharesTable(data, payees, voice)], payees.length);
  if (!recap) return [shares ?? title, note(voice.words.ownPages), strongSentence(sharedPayment(data, voice))];
  const block = [...recapWithNotes({ recap }, voice), strongSentence(paymentSentence({ recap, payment }, voice))];
  return shares ? [shares, ...payeeNames(payees), ...block] : [title, ...block];
}

/** Who is paid: one line each, and the statement's own totals under them; the net only where one alone is paid. */
function sharesTable({ recap, account }: StatementData, payees: readonly PayeePart[], voice: Voice): Content {
  const { words } = voice;
  const net = (cell: TableCell): TableCell[] => (recap ? [cell] : []);
  const heads = [words.share, words.gross, words.agentPart, ...(recap ? [words.net] : [])];
  const rows = payees.map((payee) => [
    twoLines(payee.name, words.payeeKinds[payee.kind]),
    figure(voice.rate(payee.share)),
    figure(voice.money(payee.gross)),
    figure(payee.agentFee === undefined ? '' : voice.money(negated(payee.agentFee))),
    ...net(figure(voice.money(recap?.net ?? '0'))),
  ]);
  const total = [
    strongWords(words.total),
    { text: '' },
    strongFigure(voice.money(account.gross)),
    { text: '' },
    ...net(strongFigure(voice.money(recap?.net ?? '0'))),
  ];
  const widths = ['*', 44, 76, 76, ...(recap ? [76] : [])];
  return table([head(words.beneficiary), ...heads.map(numberHead)], [...rows, total], { widths, layout: 'denseTotal' });
}

function payeeNames(payees: readonly PayeePart[]): Content[] {
  return payees.map(({ name }) => ({ text: name, style: 'section', margin: [0, 6, 0, 2], headlineLevel: 1 }));
}

function strongSentence(text: string): Content {
  return { text, bold: true, margin: [0, 4, 0, 0] };
}

/** The day on which several are paid: how much each is, only they read. */
export function sharedPayment({ account, payment }: StatementData, { words, date }: Voice): string {
  if (isZero(account.gross) || payment.date === null) return words.nothingPaid;
  return words.paidAll(date(payment.date));
}
