import { formatDate, formatMoment, formatMoney, formatNumber, formatPercent } from '@colophon/ui/locale';
import { hyphenateIsbn } from '@colophon/ui/values';
import { toldJson } from './told-json';
import { VALUE_WORDS } from './value-words';

/** How a value is spoken: `say` gives the words of a key, or undefined where there are none. */
export interface Speech {
  readonly tag: string;
  readonly say: (key: string, values?: Readonly<Record<string, string>>) => string | undefined;
}

const MONEY = /^(amount|total_\w+|payment_threshold|retail_price_incl_vat|unit_cost|yearly_ceiling)$/;
const PERCENT = /_(rate|percent)$/;
const COPIES = /^(quantity_\w+|copies_before|excluded_\w+|minimum_first_run|accepted_(before|after))$/;
const NUMBER = /^-?\d+(\.\d+)?$/;
const UNITS: Readonly<Record<string, string>> = { height_mm: 'mm', width_mm: 'mm', weight_g: 'g' };

/** A kept value as its reader would say it: codes in words, amounts and dates as written, JSON as a sentence. */
export function toldValue(column: string, value: string | null, entity: string, speech: Speech): string {
  if (value === null || value === '') return '—';
  const group = VALUE_WORDS[`${entity}.${column}`];
  const word = group && speech.say(`${group}.${value}`);
  if (word) return word;
  if (value === 'true' || value === 'false') return speech.say(`ui.history.${value}`) ?? value;
  if (NUMBER.test(value)) return toldNumber(column, value, speech);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(value, speech.tag);
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+/.test(value)) return formatMoment(value, speech.tag);
  if (column === 'edition_id') return value.replace(/\b97[89]\d{10}\b/, hyphenateIsbn);
  return toldJson(column, value, speech) ?? value;
}

function toldNumber(column: string, value: string, { tag, say }: Speech): string {
  if (MONEY.test(column)) return formatMoney(value, tag);
  if (PERCENT.test(column)) return formatPercent(value, tag);
  if (COPIES.test(column)) return formatNumber(value, tag);
  if (column === 'isbn13') return hyphenateIsbn(value);
  if (column === 'pool_index') return String(Number(value) + 1);
  if (column.endsWith('_file_id')) return say('ui.history.picture', { number: value }) ?? value;
  const unit = UNITS[column];
  return unit ? `${formatNumber(value, tag)}\u202f${unit}` : value;
}
