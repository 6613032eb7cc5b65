import type { Content, TableCell } from 'pdfmake/interfaces';

import { isZero, negated } from '../locale';
import { figure, head, numberHead, strongFigure, strongWords, table } from '../page';
import type { Recap, StatementData } from './statement-data';
import { heading, note, type Voice } from './voice';
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
  const { words } = voice;
  return [
    heading(chapterTitle('recap', words), 'chapter'),
    recapTable(data.recap, voice),
    ...[...recapNotes(data.recap, voice), ...payerNote(data.recap, voice)].map(note),
    { text: paymentSentence(data, voice), bold: true, margin: [0, 4, 0, 0] },
  ];
}

function recapTable(recap: Recap, voice: Voice): Content {
  const { words } = voice;
  const header = [head(words.label), ...[words.base, words.rate, words.amount].map(numberHead)];
  const row = (label: string, amount: string, base = '', rate = ''): TableCell[] => [
    { text: label },
    figure(base),
    figure(rate),
    figure(amount),
  ];
  const strong = (label: string, amount: string): TableCell[] => [
    strongWords(label),
    { text: '' },
    { text: '' },
    strongFigure(amount),
  ];
  const social = recap.social.map((line) =>
    row(
      contributionLabel(line, voice),
      voice.money(negated(line.amount)),
      voice.money(line.base),
      voice.rate(line.rate),
    ),
  );
  const { vat, vatWithheld, withholdingTax } = recap;
  const rows = [
    strong(words.gross, voice.money(recap.gross)),
    ...social,
    ...(social.length > 0 ? [row(words.socialTotal, voice.money(negated(recap.socialTotal)))] : []),
    ...(vat ? [row(words.vat, voice.money(vat.amount), voice.money(recap.gross), voice.rate(vat.rate))] : []),
    ...(vatWithheld ? [row(words.vatWithheld, voice.money(negated(vatWithheld)))] : []),
    ...(withholdingTax
      ? [
          row(
            words.withholdingTax,
            voice.money(negated(withholdingTax.amount)),
            voice.money(recap.gross),
            voice.rate(withholdingTax.rate),
          ),
        ]
      : []),
    strong(words.net, voice.money(recap.net)),
  ];
  return table(header, rows, { widths: ['*', 74, 50, 80], layout: 'denseTotal' });
}

export function contributionLabel(line: Recap['social'][number], voice: Voice): string {
  if (line.label !== undefined) return line.label;
  if (line.code === 'other') throw new Error('A social contribution of code other needs its label.');
  return voice.words.contributions[line.code];
}

/** What decides the sums above, in sentences. */
export function recapNotes(recap: Recap, voice: Voice): string[] {
  const { words } = voice;
  const { paidEarlierThisYear: earlier } = recap;
  return [
    ...(recap.socialRegime === 'exempt' ? [words.exempt] : []),
    ...(recap.vatRegime === 'none' ? [words.vatNone] : []),
    ...(recap.vatRegime === 'liable' ? [words.vatLiable] : []),
    ...(earlier === undefined || isZero(earlier) ? [] : [words.paidEarlier(voice.money(earlier))]),
  ];
}

function payerNote(recap: Recap, voice: Voice): string[] {
  const { words } = voice;
  return recap.payerContribution === null
    ? []
    : [`${words.payer}${words.colon}${voice.money(recap.payerContribution)}.`];
}

export function paymentSentence(data: StatementData, voice: Voice): string {
  const { words } = voice;
  const { payment, recap } = data;
  if (isZero(recap.net) || payment.date === null) return words.nothingPaid;
  const line = words.paymentLine(voice.money(recap.net), words.means[payment.means], voice.date(payment.date));
  return payment.account ? `${line}, ${words.account(payment.account)}.` : `${line}.`;
}
