/**
 * Exact text for the amounts of the wire. Decimal strings go to Intl as strings, never through a float, and are only
 * grouped and rounded for the eye: what the API computed is what is shown.
 */
const NARROW_SPACE = '\u202f';

type DecimalText = `${number}`;

function formatters(make: (tag: string, digits: number) => Intl.NumberFormat) {
  const known = new Map<string, Intl.NumberFormat>();
  return (tag: string, digits = 2): Intl.NumberFormat => {
    const key = `${tag}/${digits}`;
    const found = known.get(key) ?? make(tag, digits);
    known.set(key, found);
    return found;
  };
}

const euros = formatters(
  (tag, digits) =>
    new Intl.NumberFormat(tag, {
      style: 'currency',
      currency: 'EUR',
      minimumFractionDigits: 2,
      maximumFractionDigits: digits,
    }),
);

const decimals = formatters((tag, digits) => new Intl.NumberFormat(tag, { maximumFractionDigits: digits }));

/** Thin spaces, and a minus sign as wide as the figures rather than a hyphen. */
const thin = (text: string): string => text.replaceAll('\u00a0', NARROW_SPACE).replace('-', '\u2212');

/** "1234.5" → "1 234,50 €" (fr), "€1,234.50" (en). */
export function formatMoney(value: string, tag: string, digits = 2): string {
  return thin(euros(tag, digits).format(value as DecimalText));
}

/** A count or a quantity: 12500 → "12 500". */
export function formatNumber(value: number | string, tag: string, digits = 6): string {
  return thin(decimals(tag, digits).format(value as DecimalText));
}

/** A rate of the wire, already in percent: "5.5" → "5,5 %". */
export function formatPercent(value: string, tag: string): string {
  return `${formatNumber(value, tag)}${tag.startsWith('fr') ? NARROW_SPACE : ''}%`;
}

/** "2026-03-31" → "31 mars 2026" or, short, "31/03/2026". Calendar dates have no time zone: read as UTC, shown as UTC. */
export function formatDate(value: string, tag: string, style: 'short' | 'long' = 'short'): string {
  const date = new Date(`${value.slice(0, 10)}T00:00:00Z`);
  const shape: Intl.DateTimeFormatOptions =
    style === 'long'
      ? { day: 'numeric', month: 'long', year: 'numeric' }
      : { day: '2-digit', month: '2-digit', year: 'numeric' };
  return new Intl.DateTimeFormat(tag, { ...shape, timeZone: 'UTC' }).format(date);
}

/** A moment (ISO timestamp) in the reader's own time zone: "22 nov. 2026, 14:05". */
export function formatMoment(value: string, tag: string): string {
  return new Intl.DateTimeFormat(tag, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(value));
}
