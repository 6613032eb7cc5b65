import type { IsoDate, Locale } from './locale';

const MONTHS: Readonly<Record<Locale, readonly string[]>> = {
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

/** « 1er janvier 2026 », “1 January 2026”; the day and its month stay on one line. */
export function formatLongDate(date: IsoDate, locale: Locale): string {
  const { year, month, day } = dateParts(date);
  const ordinal = locale === 'fr' && day === 1 ? '1er' : String(day);
  return `${ordinal}\u00a0${MONTHS[locale][month - 1]}\u00a0${year}`;
}

/** « 30/06/2026 » in both languages, day first. */
export function formatShortDate(date: IsoDate): string {
  dateParts(date);
  return date.split('-').reverse().join('/');
}

/** « du 1er janvier au 30 juin 2026 », the year said once where it is one. */
export function formatPeriod(period: { readonly from: IsoDate; readonly to: IsoDate }, locale: Locale): string {
  const sameYear = period.from.slice(0, 4) === period.to.slice(0, 4);
  const to = formatLongDate(period.to, locale);
  const whole = formatLongDate(period.from, locale);
  const from = sameYear ? whole.slice(0, whole.lastIndexOf('\u00a0')) : whole;
  if (period.from === period.to) return locale === 'fr' ? `le ${to}` : `on ${to}`;
  return locale === 'fr' ? `du ${from} au ${to}` : `from ${from} to ${to}`;
}

function dateParts(date: IsoDate): { year: string; month: number; day: number } {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const month = Number(match?.[2]);
  if (!match || month < 1 || month > 12) throw new Error(`Not a calendar date: ${JSON.stringify(date)}`);
  return { year: match[1] ?? '', month, day: Number(match[3]) };
}
