import { formatNumber, formatPercent } from '@colophon/ui/locale';
import type { Speech } from './told-value';

type Parts = Readonly<Record<string, unknown>>;

/** A kept structure in words: an address, people to reach, tiers, shares; undefined for what is no JSON. */
export function toldJson(column: string, value: string, speech: Speech): string | undefined {
  const read = parsed(value);
  if (read === undefined) return undefined;
  if (column === 'tiers' && Array.isArray(read)) return (read as Parts[]).map(tier(speech)).join(', ');
  if (column === 'pool_shares' && Array.isArray(read)) return read.map((share) => percent(share, speech)).join(' / ');
  if (Array.isArray(read)) return read.map((item) => listed(item, speech)).join('\u202f; ') || '—';
  return listed(read, speech) || '—';
}

function parsed(value: string): object | undefined {
  if (!/^[[{]/.test(value)) return undefined;
  try {
    return JSON.parse(value) as object;
  } catch {
    return undefined;
  }
}

const tier =
  (speech: Speech) =>
  ({ upTo, rate }: Parts, at: number): string => {
    const values = { rate: percent(rate, speech), copies: upTo ? formatNumber(upTo as number, speech.tag) : '' };
    const shape = upTo ? 'upTo' : at === 0 ? 'all' : 'above';
    return speech.say(`ui.history.tiers.${shape}`, values) ?? values.rate;
  };

function percent(value: unknown, { tag }: Speech): string {
  return formatPercent(String(value), tag);
}

/** « 12 rue des Arts, 35000 Rennes, France »: what is there, in the order people write it. */
function listed(item: unknown, { tag }: Speech): string {
  if (item === null || typeof item !== 'object') return String(item ?? '');
  const { line1, line2, postalCode, city, country, ...rest } = item as Parts;
  const town = [postalCode, city].filter(Boolean).join(' ');
  return [...Object.values(rest), line1, line2, town, country ? countryName(String(country), tag) : '']
    .filter((part) => part !== null && part !== undefined && part !== '')
    .join(', ');
}

function countryName(code: string, tag: string): string {
  return new Intl.DisplayNames([tag], { type: 'region', fallback: 'code' }).of(code) ?? code;
}
