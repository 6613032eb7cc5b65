import type { Content, TableCell } from 'pdfmake/interfaces';

import { isZero, negated, type Decimal } from '../locale';
import { figure, head, numberHead, strongFigure, strongWords, table } from '../page';
import type { PlannedPayment, Recap } from './statement-data';
import { note, type Voice } from './voice';

/** What one payee receives. */
export interface RecapPart {
  readonly recap: Recap;
  /** What goes to agents out of the recap's net. */
  readonly agentFee?: Decimal;
  /** What is left of the recap's net after it; the recap's net where absent. */
  readonly net?: Decimal;
}

/** Gross to net of one payee, each contribution with its base and rate, then what decides them in sentences. */
export function recapWithNotes(part: RecapPart, voice: Voice): Content[] {
  return [recapTable(part, voice), ...[...recapNotes(part.recap, voice), ...payerNote(part.recap, voice)].map(note)];
}

function recapTable({ recap, agentFee = '0', net = recap.net }: RecapPart, voice: Voice): Content {
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
    ...(isZero(agentFee) ? [] : [row(words.agentPart, voice.money(negated(agentFee)))]),
    strong(words.net, voice.money(net)),
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

export function paymentSentence(part: { recap: Recap; payment: PlannedPayment }, voice: Voice): string {
  const { words } = voice;
  const { recap, payment } = part;
  if (isZero(recap.net) || payment.date === null) return words.nothingPaid;
  const line = words.paymentLine(voice.money(recap.net), words.means[payment.means], voice.date(payment.date));
  return payment.account ? `${line}, ${words.account(payment.account)}.` : `${line}.`;
}
