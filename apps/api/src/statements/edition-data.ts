import type { StatementEdition } from '@colophon/documents/statements';
import { unitPriceExclVat } from '@colophon/domain/catalogue';
import { formatIsbn, parseIsbn } from '@colophon/domain/identifiers';
import { Money, Rate } from '@colophon/domain/money';
import type { EarnedRun, PrintedLine } from '@colophon/domain/royalties';

import { productFormWords } from '../catalogue';
import type { SnapshotEdition } from '../royalties';
import { flatFeesData, receiptsData } from './income-data';
import { salesData } from './sales-data';
import type { StatementToPrint } from './statement-to-print';
import { stockData } from './stock-data';
import { tierLine, unitPrice } from './tier-data';
import { exclusionWords, word, type Locale } from './words';

/** One edition's part of the statement: its prices, its stock, and what each run or sale earned. */
export function editionData(statement: StatementToPrint, edition: SnapshotEdition, locale: Locale): StatementEdition {
  const { issued } = statement;
  const own = { edition: String(edition.id) };
  const runs = issued.runs.filter((run) => run.edition === own.edition);
  const sold = issued.soldCounts.filter((count) => count.edition === own.edition);
  const printRuns = runs.map((run) => printRun(run, edition, locale));
  const sales = sold.flatMap((count) => salesData(count, statement, locale));
  const digital = receiptsData(own.edition, statement, locale);
  const flatFees = flatFeesData(own.edition, statement, locale);
  return {
    isbn: edition.isbn13 ? formatIsbn(parseIsbn(edition.isbn13)) : '—',
    form: word(productFormWords, locale, edition.productForm),
    publishedOn: edition.publicationDate,
    prices: edition.prices.map((price) => ({
      ...price,
      vatRate: edition.vatRate,
      exclVat: exclVat(price.inclVat, edition.vatRate),
    })),
    stock: edition.stock ? stockData(statement, edition, locale) : null,
    printRuns,
    sales,
    digital,
    flatFees,
    digitalEdition: edition.isDigital,
    earned: Money.sum(
      [...printRuns, ...sales, ...digital, ...flatFees].map(({ amount }) => Money.parse(amount)),
    ).toString(),
  };
}

/** The price without VAT as a reader knows it, to the cent; a line's own unit price comes from its trace. */
function exclVat(inclVat: string, vatRate: string): string {
  const price = unitPriceExclVat({
    retailPriceInclVat: Money.parse(inclVat),
    vatRate: Rate.parse(vatRate),
    rounding: '2',
  });
  return price.toExactText(2);
}

function printRun(run: EarnedRun, edition: SnapshotEdition, locale: Locale): StatementEdition['printRuns'][number] {
  const { state } = run;
  const known = edition.runs.find((candidate) => candidate.id === run.run);
  const [first] = state.lines;
  return {
    label: `${locale === 'fr' ? 'Tirage' : 'Print run'} ${known?.number ?? ''}`.trim(),
    date: run.date,
    accepted: state.breakdown.accepted,
    exclusions: exclusions(state.breakdown, locale),
    bearing: state.breakdown.bearing,
    countedBefore: state.counterBefore,
    price: runPrice(first, edition),
    ...(run.late ? { late: true } : {}),
    tiers: state.lines.map(tierLine),
    ...(state.pool
      ? {
          pool: {
            total: state.total,
            share: `${state.pool.shares[state.pool.index] ?? ''} %`.replace('.', locale === 'fr' ? ',' : '.'),
            part: state.amount,
          },
        }
      : {}),
    amount: state.amount,
  };
}

function exclusions(breakdown: EarnedRun['state']['breakdown'], locale: Locale) {
  const kinds = ['authorCopies', 'legalDeposit', 'reviewCopies', 'reviewCopiesOfPercent'] as const;
  return kinds
    .filter((kind) => breakdown[kind] > 0)
    .map((kind) => ({ label: word(exclusionWords, locale, kind), copies: breakdown[kind] }));
}

/** None where an amount is due per copy; a run of which no copy bears royalties needs no price. */
function runPrice(line: PrintedLine | undefined, { vatRate }: SnapshotEdition) {
  if (!line) return { inclVat: '0.00', vatRate, exclVat: '0.00', rounding: '2' as const };
  return line.unitPrice ? unitPrice(line.unitPrice) : null;
}
