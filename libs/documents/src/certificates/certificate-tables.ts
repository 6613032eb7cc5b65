import type { Content, TableCell } from 'pdfmake/interfaces';

import { formatMoney, formatRate, formatShortDate, isZero, negated, type Decimal, type Locale } from '../locale';
import { figure, head, numberHead, strongFigure, strongWords, table, twoLines } from '../page';
import type { CertificateData } from './certificate-data';
import type { CertificateWords } from './words';

export interface Desk {
  readonly words: CertificateWords;
  readonly locale: Locale;
}

/** Each statement or instalment paid, or each payment of the year. */
export function paidTable(data: CertificateData, { words, locale }: Desk): Content {
  const money = (value: Decimal) => figure(formatMoney(value, locale));
  const { of } = data;
  const first = of.kind === 'payment' ? words.label : words.payment;
  const header = [head(first), ...[words.grossShort, words.socialShort, words.netShort].map(numberHead)];
  const rows =
    of.kind === 'payment'
      ? of.items.map((item) => [
          twoLines(item.label, item.isPart ? words.part : undefined),
          ...[item.gross, item.social, item.net].map(money),
        ])
      : of.payments.map((payment) => [
          twoLines(formatShortDate(payment.paidOn), payment.number),
          ...[payment.gross, payment.social, payment.net].map(money),
        ]);
  const total = [
    strongWords(words.total),
    ...[data.gross, data.social, data.net].map((value) => strongFigure(formatMoney(value, locale))),
  ];
  return table(header, [...rows, total], { widths: ['*', 76, 76, 76], layout: 'denseTotal' });
}

/** Gross to net, each contribution with its base and rate. */
export function withheldTable(data: CertificateData, { words, locale }: Desk): Content {
  const header = [head(words.label), ...[words.base, words.rate, words.amount].map(numberHead)];
  const line = (label: string, amount: Decimal, base = '', rate = ''): TableCell[] => [
    { text: label },
    figure(base),
    figure(rate),
    figure(formatMoney(amount, locale)),
  ];
  const strong = (label: string, amount: Decimal): TableCell[] => [
    strongWords(label),
    { text: '' },
    { text: '' },
    strongFigure(formatMoney(amount, locale)),
  ];
  const contributions = data.lines.map(({ kind, base, rate, amount }) =>
    line(words.kinds[kind], negated(amount), formatMoney(base, locale), formatRate(rate, locale)),
  );
  const others = (
    [
      [words.vat, data.vat],
      [words.vatWithheld, negated(data.vatWithheld)],
      [words.withholdingTax, negated(data.withholdingTax)],
      [words.agentShare, negated(data.agentShare)],
    ] as const
  ).filter(([, amount]) => !isZero(amount));
  const rows = [
    strong(words.gross, data.gross),
    ...contributions,
    line(words.social, negated(data.social)),
    ...others.map(([label, amount]) => line(label, amount)),
    strong(words.net, data.net),
  ];
  return table(header, rows, { widths: ['*', 74, 50, 80], layout: 'denseTotal' });
}

/** For information: 0.75 and 0.40 points that the author does not pay. */
export function reliefLines({ relief }: CertificateData, { words, locale }: Desk): Content[] {
  if (relief.length === 0) return [];
  const lines = relief.map(({ kind, base, rate, amount }) =>
    words.reliefLine(
      words.reliefKinds[kind],
      `${formatRate(rate, locale)} × ${formatMoney(base, locale)}`,
      formatMoney(amount, locale),
    ),
  );
  return [
    { text: words.relief, style: 'section', margin: [0, 8, 0, 2] },
    { text: lines.join('\n'), style: 'table' },
    { text: words.reliefNote, style: 'note', margin: [0, 2, 0, 0] },
  ];
}
