/**
 * The price of a row of titles.
 *
 * What people get wrong: French law fixes the public price with VAT, but old files keep it without, under whichever
 * header. A price that only makes sense without VAT is told; it is never converted in silence.
 */
import { addMonths } from '@colophon/domain/calendar';
import { unitPriceExclVat } from '@colophon/domain/catalogue';
import { Money, Rate } from '@colophon/domain/money';

import type { ImportRow } from '../run/import-row';
import type { KnownEdition } from './known-titles';

type Prices = KnownEdition['prices'];

/** The prices known with the row's; undefined where it says nothing new. */
export function readPrices(
  row: ImportRow,
  known: {
    readonly prices: Prices;
    readonly vatRate: string;
    readonly publicationDate: string | null;
    readonly today: string;
  },
): Prices | undefined {
  const price = row.amount('priceInclVat');
  const from = row.date('priceFrom');
  checkExclVat(row, { price, vatRate: known.vatRate });
  if (price === undefined || !/^\d+(\.\d{1,2})?$/.test(price)) return refuseMalformed(row, price);
  const retailPriceInclVat = Money.parse(price).toString();
  const validFrom = from ?? (known.prices.length === 0 ? firstDayOfPrice(known) : known.today);
  const inForce = known.prices.filter((each) => from === undefined || each.validFrom <= from).at(-1);
  if (inForce?.retailPriceInclVat === retailPriceInclVat) return undefined;
  const others = known.prices.filter((each) => each.validFrom !== validFrom);
  return [...others, { validFrom, retailPriceInclVat }].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
}

const MONTHS_ANNOUNCED = 12;

/** A price is announced well before publication, and the first print run arrives before it: it is in force by then. */
function firstDayOfPrice({ publicationDate, today }: { publicationDate: string | null; today: string }): string {
  return publicationDate === null ? today : addMonths(publicationDate, -MONTHS_ANNOUNCED);
}

function refuseMalformed(row: ImportRow, price: string | undefined): undefined {
  if (price !== undefined) row.error('priceInclVat', 'money');
  return undefined;
}

function checkExclVat(row: ImportRow, { price, vatRate }: { price: string | undefined; vatRate: string }): void {
  const exclVat = row.amount('priceExclVat');
  if (exclVat === undefined) return;
  if (!row.has('priceInclVat')) return row.error('priceExclVat', 'price-only-without-vat');
  if (price === undefined || !/^\d+(\.\d{1,2})?$/.test(price)) return;
  const expected = exclVatOf(price, vatRate);
  if (exclVat === expected) return;
  if (Money.parse(price).toString() === exclVat) row.warn('priceInclVat', 'price-seems-without-vat');
  else
    row.warn('priceExclVat', 'price-not-of-vat', {
      expected: expected.replace('.', ','),
      rate: vatRate.replace('.', ','),
    });
}

function exclVatOf(price: string, vatRate: string): string {
  const exact = unitPriceExclVat({
    retailPriceInclVat: Money.parse(price),
    vatRate: Rate.parse(vatRate),
    rounding: '2',
  });
  return exact.toExactText(2);
}

/**
 * Whether the prices of a file look like prices without VAT: round ones, as people fix them, only appear once VAT is
 * added. 14.22 is 15.00 at 5.5 %.
 */
export function looksWithoutVat(prices: readonly { readonly price: string; readonly vatRate: string }[]): boolean {
  const told = prices.filter(({ price }) => /^\d+(\.\d{1,2})?$/.test(price));
  const odd = told.filter(({ price, vatRate }) => {
    const inclVat = Money.parse(price).times(Rate.parse(vatRate).onePlus).roundedHalfAwayFromZero(2).toExactText(2);
    return !isRound(Money.parse(price).toString()) && isRound(inclVat);
  });
  return told.length >= 3 && odd.length * 2 > told.length;
}

const isRound = (price: string): boolean => /(0|5|9)$/.test(price);
