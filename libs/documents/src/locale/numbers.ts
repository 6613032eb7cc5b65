import { decimalParts } from './decimal';
import type { Decimal, Locale } from './locale';

/** Narrow no-break space: between thousands and before € and %, as the Imprimerie nationale sets it. */
export const THIN = '\u202f';
const MINUS = '\u2212';

interface NumberStyle {
  readonly group: string;
  readonly point: string;
}

const STYLES: Readonly<Record<Locale, NumberStyle>> = {
  fr: { group: THIN, point: ',' },
  en: { group: ',', point: '.' },
};

/** An amount in euros: `-1234.5` is « −1 234,50 € » or “−€1,234.50”. At least two decimals, none lost. */
export function formatMoney(value: Decimal, locale: Locale): string {
  const sign = decimalParts(value).negative ? MINUS : '';
  const digits = unsigned(value, 2, locale);
  return locale === 'fr' ? `${sign}${digits}${THIN}€` : `${sign}€${digits}`;
}

/** An amount without its currency, for columns whose head says €. */
export function formatAmount(value: Decimal, locale: Locale): string {
  return formatDecimal(value, locale, 2);
}

/** Any decimal, with at least `minimumDecimals` digits after the point. */
export function formatDecimal(value: Decimal, locale: Locale, minimumDecimals = 0): string {
  const sign = decimalParts(value).negative ? MINUS : '';
  return `${sign}${unsigned(value, minimumDecimals, locale)}`;
}

/** A rate in percent: `5.50` is « 5,5 % », `10` « 10 % ». */
export function formatRate(value: Decimal, locale: Locale): string {
  const { whole, fraction, negative } = decimalParts(value);
  const significant = fraction.replace(/0+$/, '');
  const short = `${negative ? '-' : ''}${whole}${significant === '' ? '' : `.${significant}`}`;
  return `${formatDecimal(short, locale)}${locale === 'fr' ? THIN : ''}%`;
}

/** A number of copies. */
export function formatCopies(copies: number, locale: Locale): string {
  if (!Number.isSafeInteger(copies)) throw new Error(`Not a whole number of copies: ${copies}`);
  return formatDecimal(String(copies), locale);
}

/** A movement of copies with its sign: « + 120 », « − 40 », « 0 ». */
export function formatMovement(copies: number, locale: Locale): string {
  const text = formatCopies(copies, locale);
  return copies > 0 ? `+${text}` : text;
}

function unsigned(value: Decimal, minimumDecimals: number, locale: Locale): string {
  const { whole, fraction } = decimalParts(value);
  const style = STYLES[locale];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, style.group);
  const decimals = fraction.padEnd(minimumDecimals, '0');
  return decimals === '' ? grouped : `${grouped}${style.point}${decimals}`;
}
