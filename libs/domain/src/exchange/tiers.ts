/**
 * The rates of a contract in one cell: "8 %", "8 % jusqu'à 3000 ; 10 %", "0-3000 : 8 % / au-delà : 10 %", "3000@8;10".
 *
 * What people get wrong: a list that ends with a ceiling says nothing of the copy after it. It is read as written, and
 * the contract's own check refuses it.
 */
import type { TierDraft } from '../contracts';
import { CellFault } from './cell-fault';
import { foldText } from './fold';
import { readRate, readWholeNumber } from './numbers';

/** @throws CellFault `tiers-unreadable`, `rate-is-fraction` */
export function readTiers(text: string): TierDraft[] {
  const parts = text
    .split(/\s*(?:[;|\n]|\/(?!\d))\s*|\s*\/\s*|\s+puis\s+|\s+then\s+/i)
    .map((part) => part.trim())
    .filter(Boolean);
  if (parts.length === 0) throw new CellFault('tiers-unreadable');
  return parts.map(readTier);
}

function readTier(part: string): TierDraft {
  const text = part.replace(/[\s\u00a0\u202f]+/g, ' ').replace(/(\d) (?=\d{3}(\D|$))/g, '$1');
  const at = /^(\d+)\s*@\s*([\d.,]+ ?%?)$/.exec(text);
  if (at) return { upTo: readWholeNumber(at[1] ?? ''), rate: readRate(at[2] ?? '') };
  const rate = /(\d+(?:[.,]\d+)?) ?%/.exec(text)?.[0] ?? /^(\d+(?:[.,]\d+)?)$/.exec(text)?.[0];
  if (!rate) throw new CellFault('tiers-unreadable');
  const rest = foldText(text.replace(rate, ' '));
  const upTo = ceilingOf(rest);
  return upTo === undefined ? { rate: readRate(rate) } : { upTo, rate: readRate(rate) };
}

const ceilingForms = [
  /^(?:jusqu a|jusqu aux?|up to|a concurrence de|<|premiers?|les|first|de 0 a|de 1 a|0 a|1 a|0|1) (\d+)(?: premiers)?(?: ex\w*| copies)?$/,
  /^(?:de|du|from)? ?\d+(?:e|eme|er)? (?:a|au|to)? ?(\d+)(?:e|eme)?(?: ex\w*| copies)?$/,
];

/** No number, or "au-delà de 3000", is an open end. */
function ceilingOf(rest: string): number | undefined {
  const text = rest
    .replace(/\b(les|the|de|of|ppht|ht|prix|public|sur|on|du)\b/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
  if (!/\d/.test(text) || /(au dela|above|over|plus|apres|suivants|ensuite|partir)/.test(text)) return undefined;
  for (const source of [rest, text]) {
    for (const form of ceilingForms) {
      const found = form.exec(source)?.[1];
      if (found) return Number(found);
    }
  }
  throw new CellFault('tiers-unreadable');
}

/** Shares of a pool: "50/50", "60 ; 40", "1/3 ; 1/3 ; 1/3" as "1;1;1". @throws CellFault `shares-unreadable` */
export function readShares(text: string): string[] {
  const parts = text
    .split(/\s*[;/|+-]\s*/)
    .map((part) => part.replace('%', '').replace(',', '.').trim())
    .filter(Boolean);
  if (parts.length < 2 || parts.some((part) => !/^\d{1,6}(\.\d{1,6})?$/.test(part))) {
    throw new CellFault('shares-unreadable');
  }
  return parts;
}

/** "60 jours fin de mois", "30 j net", "45 JFDM", "comptant". @throws CellFault `payment-terms-unreadable` */
export function readPaymentTerms(text: string): { readonly days: number; readonly kind: 'net' | 'end-of-month' } {
  const folded = foldText(text);
  if (/comptant|reception|immediat|cash/.test(folded)) return { days: 0, kind: 'net' };
  const days = /^(\d{1,3}) ?(?:j|jours?|days?|jfdm|jfm|$)/.exec(folded)?.[1];
  if (days === undefined) throw new CellFault('payment-terms-unreadable');
  return { days: Number(days), kind: /fin|fdm|jfm|end|eom/.test(folded) ? 'end-of-month' : 'net' };
}
