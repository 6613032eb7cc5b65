import type { Content } from 'pdfmake/interfaces';

import { formatDecimal } from '../locale';
import { figure, head, numberHead, table, twoLines } from '../page';
import type { DigitalLine, StatementEdition } from './book-data';
import type { Voice } from './voice';

/** Net receipts of an edition, a line a mode of exploitation. */
export function receiptsTable(edition: StatementEdition, voice: Voice): Content {
  const { words } = voice;
  const header = [
    head(words.mode),
    ...[words.copies, words.receipts, words.rate, words.beforeRounding, words.amount].map(numberHead),
  ];
  const rows = edition.digital.map((line) => digitalRow(line, edition, voice));
  return table(header, rows, { widths: ['*', 54, 70, 44, 76, 66], layout: 'dense' });
}

function digitalRow(line: DigitalLine, edition: StatementEdition, voice: Voice): ReturnType<typeof figure>[] {
  const { copies, product, lateReceipts } = line;
  const late = lateReceipts === undefined ? '' : voice.words.lateReceipts(voice.money(lateReceipts));
  return [
    twoLines(
      line.label ?? voice.words.digitalModes[line.mode],
      [edition.form, late].filter((text) => text !== '').join(', '),
    ),
    figure(copies === null || copies === undefined ? '' : voice.copies(copies)),
    figure(voice.money(line.receipts)),
    figure(voice.rate(line.rate)),
    figure(product === undefined ? '' : formatDecimal(product, voice.locale, 2)),
    figure(voice.money(line.amount)),
  ];
}

/** Sums agreed once and for all, for this edition. */
export function flatFeeTable({ flatFees: fees = [] }: StatementEdition, voice: Voice): Content[] {
  const { words } = voice;
  if (fees.length === 0) return [];
  const rows = fees.map((fee) => [
    twoLines(fee.label, fee.late ? words.late : undefined),
    { text: voice.date(fee.dueOn) },
    figure(voice.money(fee.amount)),
  ]);
  const header = [head(words.flatFee), head(words.dueOn), numberHead(words.amount)];
  return [table(header, rows, { widths: ['*', 120, 66], layout: 'dense' })];
}
