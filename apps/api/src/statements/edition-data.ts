import type { StatementEdition } from '@colophon/documents/statements';
import { unitPriceExclVat } from '@colophon/domain/catalogue';
import { formatIsbn, parseIsbn } from '@colophon/domain/identifiers';
import { Money, Rate, Rational } from '@colophon/domain/money';
import type { EarnedRun, IssuedStatement, SoldCount, TierLine, UnitPriceTrace } from '@colophon/domain/royalties';

import { productFormWords } from '../catalogue';
import type { SnapshotEdition } from '../royalties';
import type { StatementToPrint } from './statement-to-print';
import { stockData } from './stock-data';
import { exclusionWords, word, type Locale } from './words';

/** One edition's part of the statement: its prices, its stock, and what each run or sale earned. */
export function editionData(statement: StatementToPrint, edition: SnapshotEdition, locale: Locale): StatementEdition {
  const { issued } = statement;
  const own = { edition: String(edition.id) };
  const runs = issued.runs.filter((run) => run.edition === own.edition);
  const sold = issued.soldCounts.filter((count) => count.edition === own.edition);
  const printRuns = runs.map((run) => printRun(run, edition, locale));
  const sales = sold.flatMap((count) => salesOf(count, { issued, locale, statement }));
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
    digital: [],
    digitalEdition: edition.isDigital,
    earned: Money.sum([...printRuns, ...sales].map(({ amount }) => Money.parse(amount))).toString(),
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
    price: first?.unitPrice
      ? unitPrice(first.unitPrice)
      : { inclVat: '0.00', vatRate: edition.vatRate, exclVat: '0.00', rounding: '2' },
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

/** One block a price: its quantities, and the tiers they went through. */
function salesOf(
  count: SoldCount,
  given: { issued: IssuedStatement; locale: Locale; statement: StatementToPrint },
): StatementEdition['sales'][number][] {
  const { issued, locale, statement } = given;
  const { periodFrom, periodTo } = statement.snapshot;
  return count.prices.map((quantities) => {
    const lines = issued.lines.filter(
      (line) =>
        line.kind === 'sold' && line.clause === count.clause && line.unitPrice?.from === quantities.unitPrice?.from,
    ) as (TierLine & { kind: 'sold' })[];
    const { sold, returned, held, released, net } = quantities;
    return {
      label: locale === 'fr' ? `Ventes du ${periodFrom} au ${periodTo}` : `Sales from ${periodFrom} to ${periodTo}`,
      ...{ sold, returned, reserveHeld: held, reserveReleased: released, bearing: net },
      ...(count.reserve ? { reserveMethod: reserveMethod(count.reserve.percent, locale) } : {}),
      price: quantities.unitPrice
        ? unitPrice(quantities.unitPrice)
        : { inclVat: '0.00', vatRate: '0', exclVat: '0.00', rounding: '2' },
      tiers: lines.map(tierLine),
      amount: Money.sum(lines.map((line) => Money.parse(line.amount))).toString(),
    };
  });
}

function reserveMethod(percent: string, locale: Locale): string {
  return locale === 'fr' ? `${percent.replace('.', ',')} % des ventes nettes` : `${percent}% of net sales`;
}

function unitPrice(price: UnitPriceTrace) {
  const exclVatText = price.inCents ?? decimal(price.used);
  return { inclVat: price.retailPriceInclVat, vatRate: price.vatRate, exclVat: exclVatText, rounding: price.rounding };
}

function tierLine(line: TierLine) {
  const { copies, tier, amount } = line;
  return {
    from: tier.above + 1,
    to: tier.upTo,
    copies,
    rate: tier.rate ?? '0',
    product: decimal(line.product),
    amount,
  };
}

/** An exact number for the eye: a fraction without end is shown to six decimals. */
function decimal(exact: string): string {
  if (!exact.includes('/')) return exact;
  const [numerator, denominator] = exact.split('/');
  return Rational.of(BigInt(numerator ?? '0'), BigInt(denominator ?? '1'))
    .roundedHalfAwayFromZero(6)
    .toExactText(2);
}
