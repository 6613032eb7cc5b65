import type { Content, TableCell } from 'pdfmake/interfaces';

import { isZero, negated } from '../locale';
import { figure, head, numberHead, strongFigure, strongWords, table, twoLines } from '../page';
import type { PayeePart, RatedAmount, Recap, StatementData } from './statement-data';
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
  const { words } = voice;
  const title = heading(chapterTitle('recap', words), 'chapter');
  if (data.payees) {
    const shares = together([title, sharesTable(data, data.payees, voice)], data.payees.length);
    return [shares, ...payeeParts(data.payees, voice)];
  }
  return [title, ...recapBlock({ recap: data.recap, payment: data.payment }, voice)];
}

/** Who is paid: one line each, and the statement's own totals under them. */
function sharesTable(data: StatementData, payees: readonly PayeePart[], voice: Voice): Content {
  const { words } = voice;
  const header = [head(words.beneficiary), ...[words.share, words.gross, words.agentPart, words.net].map(numberHead)];
  const rows = payees.map((payee) => [
    twoLines(payee.name, words.payeeKinds[payee.kind]),
    figure(voice.rate(payee.share)),
    figure(voice.money(payee.recap.gross)),
    figure(payee.agentFee === undefined ? '' : voice.money(negated(payee.agentFee))),
    figure(voice.money(payee.net)),
  ]);
  const total = [
    strongWords(words.total),
    { text: '' },
    strongFigure(voice.money(data.recap.gross)),
    { text: '' },
    strongFigure(voice.money(data.recap.net)),
  ];
  return table(header, [...rows, total], { widths: ['*', 44, 76, 76, 76], layout: 'denseTotal' });
}

/** A recap each for those from whom something may be withheld; an agent has none. */
function payeeParts(payees: readonly PayeePart[], voice: Voice): Content[] {
  return payees
    .filter(({ kind }) => kind !== 'agent')
    .flatMap((payee) => [
      { text: payee.name, style: 'section', margin: [0, 6, 0, 2], headlineLevel: 1 } as Content,
      ...recapBlock(payee, voice),
    ]);
}

type RecapPart = Pick<PayeePart, 'recap' | 'payment'> & Partial<Pick<PayeePart, 'agentFee' | 'net'>>;

function recapBlock(part: RecapPart, voice: Voice): Content[] {
  const notes = [...recapNotes(part.recap, voice), ...payerNote(part.recap, voice)].map(note);
  const sentence: Content = { text: paymentSentence(part, voice), bold: true, margin: [0, 4, 0, 0] };
  return [recapTable(part, voice), ...notes, sentence];
}

function recapTable({ recap, agentFee, net }: RecapPart, voice: Voice): Content {
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
    ...(vat ? [row(words.vat, voice.money(vat.amount), voice.money(recap.gross), rateOf(vat, voice))] : []),
    ...(vatWithheld ? [row(words.vatWithheld, voice.money(negated(vatWithheld)))] : []),
    ...(withholdingTax
      ? [
          row(
            words.withholdingTax,
            voice.money(negated(withholdingTax.amount)),
            voice.money(recap.gross),
            rateOf(withholdingTax, voice),
          ),
        ]
      : []),
    ...(agentFee === undefined || isZero(agentFee) ? [] : [row(words.agentPart, voice.money(negated(agentFee)))]),
    strong(words.net, voice.money(net ?? recap.net)),
  ];
  return table(header, rows, { widths: ['*', 74, 50, 80], layout: 'denseTotal' });
}

function rateOf({ rate }: RatedAmount, voice: Voice): string {
  return rate === null ? '' : voice.rate(rate);
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
    ...(recap.vatRegime === 'reverseCharge' ? [words.vatReverse] : []),
    ...(earlier === undefined || isZero(earlier) ? [] : [words.paidEarlier(voice.money(earlier))]),
    ...(recap.ceiling ? [words.ceiling(voice.money(recap.ceiling.yearly), voice.money(recap.ceiling.used))] : []),
    ...abatement(recap, voice),
  ];
}

/** Why the base of CSG and CRDS is less than the gross. */
function abatement(recap: Recap, voice: Voice): string[] {
  const of = recap.social.find((line) => line.of !== undefined)?.of;
  if (!of) return [];
  const part = voice.rate(of.abatedPart);
  const { abatedBase, abatedBaseAndFull } = voice.words;
  return [
    isZero(of.full)
      ? abatedBase(part, voice.money(of.abated))
      : abatedBaseAndFull(part, voice.money(of.abated), voice.money(of.full)),
  ];
}

function payerNote(recap: Recap, voice: Voice): string[] {
  const { words } = voice;
  return recap.payerContribution === null
    ? []
    : [`${words.payer}${words.colon}${voice.money(recap.payerContribution)}.`];
}

export function paymentSentence(part: RecapPart, voice: Voice): string {
  const { words } = voice;
  const { payment } = part;
  const net = part.net ?? part.recap.net;
  if (isZero(net) || payment.date === null) return words.nothingPaid;
  const line = words.paymentLine(voice.money(net), words.means[payment.means], voice.date(payment.date));
  return payment.account ? `${line}, ${words.account(payment.account)}.` : `${line}.`;
}
