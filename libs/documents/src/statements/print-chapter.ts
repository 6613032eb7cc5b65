import type { Content, TableCell } from 'pdfmake/interfaces';

import { formatDecimal } from '../locale';
import { figure, head, numberHead, strongFigure, strongWords, table } from '../page';
import type { PrintRunRoyalty, SalesRoyalty, StatementEdition, TierLine, UnitPrice } from './book-data';
import { flatFeeTable, receiptsTable } from './other-bases';
import { note, type Voice } from './voice';

/** Chapter 3 for one edition: each run, or the sales at each price, with the whole trace of its amount. */
export function printChapter(edition: StatementEdition, voice: Voice): Content[] {
  const { words } = voice;
  const { printRuns, sales, flatFees = [] } = edition;
  const receipts = edition.digitalEdition ? [] : edition.digital;
  if (printRuns.length + sales.length + flatFees.length + receipts.length === 0) return [note(words.noPrintRoyalties)];
  return [
    ...printRuns.flatMap((run) => runBlock(run, voice)),
    ...sales.flatMap((sale) => salesBlock(sale, voice)),
    ...(receipts.length > 0 ? [sectionTitle(words.netReceipts), receiptsTable(edition, voice)] : []),
    ...flatFeeTable(edition, voice),
    ...(printRuns.length > 0 && sales.length === 0 ? [note(words.noReserve)] : []),
  ];
}

function sectionTitle(text: string): Content {
  return { text, style: 'section', margin: [0, 4, 0, 1], headlineLevel: 2 };
}

function runBlock(run: PrintRunRoyalty, voice: Voice): Content[] {
  const { words } = voice;
  const excluded = run.exclusions.map((kind) => ` − ${voice.copies(kind.copies)} ${kind.label}`).join('');
  const bearing = words.runBearing(voice.copies(run.accepted), excluded, voice.copies(run.bearing));
  const before =
    run.countedBefore > 0 ? `${words.countedBefore(voice.copies(run.countedBefore))}${words.semicolon}` : '';
  const price = run.price ? priced(run.price, voice) : words.perCopyPrice;
  const trace = `${bearing}${words.semicolon}${before}${price}${run.late ? `${words.semicolon}${words.late}` : ''}.`;
  const pool = run.pool
    ? [
        [
          { text: words.poolLine(voice.money(run.pool.total), run.pool.share), colSpan: 5 },
          ...blanks(4),
          figure(voice.money(run.pool.part)),
        ],
      ]
    : [];
  const title = `${run.label}, ${voice.date(run.date)}`;
  const { tiers, label } = run;
  return block({ title, trace, tiers, price: run.price, pool, label, amount: voice.money(run.amount) }, voice);
}

function salesBlock(sale: SalesRoyalty, voice: Voice): Content[] {
  const { words } = voice;
  const price = sale.price ? priced(sale.price, voice) : words.perCopyPrice;
  const trace = [`${bearingSentence(sale, voice)}${words.semicolon}${price}.`, ...salesNotes(sale, voice)].join(' ');
  const title = sale.scope ? `${sale.label} (${sale.scope})` : sale.label;
  const { tiers, label } = sale;
  return block({ title, trace, tiers, price: sale.price, label, amount: voice.money(sale.amount) }, voice);
}

/** sold − returned − held + released = bearing, in words. */
export function bearingSentence(sale: SalesRoyalty, voice: Voice): string {
  const { sold: all, returned: back, bearing: left } = sale;
  if (sale.reserveHeld === 0 && sale.reserveReleased === 0) {
    return voice.words.soldBearing(voice.copies(all), voice.copies(back), voice.copies(left));
  }
  const [sold, returned, held, released, bearing] = [
    sale.sold,
    sale.returned,
    sale.reserveHeld,
    sale.reserveReleased,
    sale.bearing,
  ].map((count) => voice.copies(count)) as [string, string, string, string, string];
  return voice.words.salesBearing(sold, returned, held, released, bearing);
}

function salesNotes(sale: SalesRoyalty, voice: Voice): string[] {
  const { words } = voice;
  const { late, copiesLeft } = sale;
  return [
    ...(sale.reserveMethod ? [`${words.reserve}${words.colon}${sale.reserveMethod}.`] : []),
    ...(late ? [`${words.lateSales(voice.copies(late.sold), voice.copies(late.returned))}.`] : []),
    ...(copiesLeft ? [`${words.copiesLeft(voice.copies(copiesLeft.before), voice.copies(copiesLeft.after))}.`] : []),
  ];
}

interface Block {
  readonly title: string;
  readonly trace: string;
  readonly tiers: readonly TierLine[];
  readonly price: UnitPrice | null;
  readonly pool?: TableCell[][];
  readonly label: string;
  readonly amount: string;
}

function block(given: Block, voice: Voice): Content[] {
  const { words } = voice;
  const [unit, rate] = given.price === null ? [words.perCopy, ''] : [words.unitPrice, words.rate];
  const header = [head(words.tier), ...[words.copies, unit, rate, words.beforeRounding, words.amount].map(numberHead)];
  const total = [
    { ...(strongWords(words.runTotal(given.label)) as object), colSpan: 5 } as TableCell,
    ...blanks(4),
    strongFigure(given.amount),
  ];
  const rows = [...tierRows(given.tiers, given.price, voice), ...(given.pool ?? []), total];
  return [
    sectionTitle(given.title),
    note(given.trace),
    table(header, rows, { widths: ['*', 54, 62, 44, 76, 66], layout: 'denseTotal' }),
  ];
}

function tierRows(tiers: readonly TierLine[], price: UnitPrice | null, voice: Voice): TableCell[][] {
  const { words, locale } = voice;
  return tiers.map((tier) => [
    {
      text:
        tier.to === null
          ? words.openTier(voice.copies(tier.from))
          : words.tierRange(voice.copies(tier.from), voice.copies(tier.to)),
    },
    figure(voice.copies(tier.copies)),
    figure(tier.amountPerCopy ? voice.money(tier.amountPerCopy) : voice.money(price?.exclVat ?? '0')),
    figure(tier.rate === undefined ? '' : voice.rate(tier.rate)),
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
