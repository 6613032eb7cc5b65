import type { Content, TableCell } from 'pdfmake/interfaces';

import { formatDecimal } from '../locale';
import { figure, head, numberHead, strongFigure, strongWords, table } from '../page';
import type { PrintRunRoyalty, SalesRoyalty, StatementEdition, TierLine, UnitPrice } from './book-data';
import { note, type Voice } from './voice';

/** Chapter 3 for one edition: each run, or the sales at each price, with the whole trace of its amount. */
export function printChapter(edition: StatementEdition, voice: Voice): Content[] {
  const { words } = voice;
  if (edition.printRuns.length + edition.sales.length === 0) return [note(words.noPrintRoyalties)];
  const runs = edition.printRuns.flatMap((run) => runBlock(run, voice));
  const sales = edition.sales.flatMap((sale) => salesBlock(sale, voice));
  return [...runs, ...sales, ...(edition.sales.length === 0 ? [note(words.noReserve)] : [])];
}

function runBlock(run: PrintRunRoyalty, voice: Voice): Content[] {
  const { words } = voice;
  const excluded = run.exclusions.map((kind) => ` − ${voice.copies(kind.copies)} ${kind.label}`).join('');
  const bearing = words.runBearing(voice.copies(run.accepted), excluded, voice.copies(run.bearing));
  const before =
    run.countedBefore > 0 ? `${words.countedBefore(voice.copies(run.countedBefore))}${words.semicolon}` : '';
  const trace = `${bearing}${words.semicolon}${before}${priced(run.price, voice)}.`;
  const pool = run.pool
    ? [
        [
          { text: words.poolLine(voice.money(run.pool.total), run.pool.share), colSpan: 5 },
          ...blanks(4),
          figure(voice.money(run.pool.part)),
        ],
      ]
    : [];
  return block(`${run.label}, ${voice.date(run.date)}`, trace, [...tierRows(run.tiers, run.price, voice), ...pool], {
    label: words.runTotal(run.label),
    amount: voice.money(run.amount),
    voice,
  });
}

function salesBlock(sale: SalesRoyalty, voice: Voice): Content[] {
  const { words } = voice;
  const [sold, returned, held, released, bearing] = [
    sale.sold,
    sale.returned,
    sale.reserveHeld,
    sale.reserveReleased,
    sale.bearing,
  ].map((count) => voice.copies(count)) as [string, string, string, string, string];
  const method = sale.reserveMethod ? ` ${words.reserve}${words.colon}${sale.reserveMethod}.` : '';
  const trace = `${words.salesBearing(sold, returned, held, released, bearing)} ; ${priced(sale.price, voice)}.${method}`;
  const total = { label: words.runTotal(sale.label), amount: voice.money(sale.amount), voice };
  return block(sale.label, trace, tierRows(sale.tiers, sale.price, voice), total);
}

function block(
  title: string,
  trace: string,
  rows: TableCell[][],
  total: { label: string; amount: string; voice: Voice },
): Content[] {
  const { words } = total.voice;
  const header = [
    head(words.tier),
    ...[words.copies, words.unitPrice, words.rate, words.beforeRounding, words.amount].map(numberHead),
  ];
  const totalRow = [
    { ...(strongWords(total.label) as object), colSpan: 5 } as TableCell,
    ...blanks(4),
    strongFigure(total.amount),
  ];
  return [
    { text: title, style: 'section', margin: [0, 4, 0, 1], headlineLevel: 2 },
    note(trace),
    table(header, [...rows, totalRow], { widths: ['*', 54, 62, 44, 76, 66], layout: 'denseTotal' }),
  ];
}

function tierRows(tiers: readonly TierLine[], price: UnitPrice, voice: Voice): TableCell[][] {
  const { words, locale } = voice;
  return tiers.map((tier) => [
    {
      text:
        tier.to === null
          ? words.openTier(voice.copies(tier.from))
          : words.tierRange(voice.copies(tier.from), voice.copies(tier.to)),
    },
    figure(voice.copies(tier.copies)),
    figure(voice.money(price.exclVat)),
    figure(voice.rate(tier.rate)),
    figure(formatDecimal(tier.product, locale, 2)),
    figure(voice.money(tier.amount)),
  ]);
}

function priced(price: UnitPrice, voice: Voice): string {
  const { words } = voice;
  const sentence = words.pricedAt(voice.money(price.inclVat), voice.rate(price.vatRate), voice.money(price.exclVat));
  return `${sentence} (${words.rounding[price.rounding]})`;
}

function blanks(count: number): TableCell[] {
  return Array.from({ length: count }, () => ({ text: '' }));
}
