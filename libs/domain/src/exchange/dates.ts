/**
 * Dates as people write them: 31/12/2025, 31.12.25, 2025-12-31, 31 décembre 2025, or the 46022 of a spreadsheet.
 *
 * What people get wrong: 05/06/2025 is the fifth of June in a French house. The day comes first, always; a date that
 * only makes sense the American way (12/31/2025) is refused with that reason.
 */
import { addDays, isCalendarDate, makeDate, daysInMonth, type CalendarDate, type Period } from '../calendar';
import { CellFault } from './cell-fault';
import { foldText } from './fold';

const months: Readonly<Record<string, number>> = {
  ...named(['janvier', 'fevrier', 'mars', 'avril', 'mai', 'juin', 'juillet', 'aout', 'septembre', 'octobre']),
  ...{ novembre: 11, decembre: 12, janv: 1, fevr: 2, avr: 4, juil: 7, sept: 9, oct: 10, nov: 11, dec: 12 },
  ...named(['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october']),
  ...{ november: 11, december: 12, jan: 1, feb: 2, mar: 3, apr: 4, jun: 6, jul: 7, aug: 8, sep: 9 },
};

/** Day 0 of a spreadsheet's calendar (its leap day of 1900 that never was is already counted out). */
const spreadsheetOrigin = '1899-12-30';

/** @throws CellFault `date-unreadable`, `date-not-in-calendar` */
export function readDate(text: string): CalendarDate {
  const trimmed = text.trim().replace(/^(lun|mar|mer|jeu|ven|sam|dim)[a-z.]*\s+(?=\d)/i, '');
  const parts = isoParts(trimmed) ?? dayFirstParts(trimmed) ?? namedMonthParts(trimmed);
  if (parts) return existing(parts);
  if (/^\d{5}([.,]0+)?$/.test(trimmed) && Number(trimmed.slice(0, 5)) >= 20_000) {
    return addDays(spreadsheetOrigin, Number(trimmed.slice(0, 5)));
  }
  throw new CellFault('date-unreadable');
}

/**
 * A period: "2025", "S1 2025", "1er semestre 2025", "T3 2025", "03/2025", "mars 2025".
 * @throws CellFault `period-unreadable`
 */
export function readPeriod(text: string): Period {
  const folded = foldText(text);
  const year = Number(/\b(\d{4})\b/.exec(folded)?.[1] ?? '0');
  const rest = folded.replace(/\b\d{4}\b/, ' ').trim();
  if (year < 1900) throw new CellFault('period-unreadable');
  if (/^(annee|exercice|year)?$/.test(rest)) return monthsOf(year, 1, 12);
  const half = /^(?:s|h|semestre|half)? ?([12])(?:er|e|eme|nd|st)?(?: semestre)?$/.exec(rest)?.[1];
  if (half && /s|h/.test(rest)) return monthsOf(year, half === '1' ? 1 : 7, 6);
  const quarter = /^(?:t|q|trimestre|quarter)? ?([1-4])(?:er|e|eme|nd|st)?(?: trimestre)?$/.exec(rest)?.[1];
  if (quarter && /t|q/.test(rest)) return monthsOf(year, Number(quarter) * 3 - 2, 3);
  const month = months[rest] ?? (/^\d{1,2}$/.test(rest) ? Number(rest) : 0);
  if (month < 1 || month > 12) throw new CellFault('period-unreadable');
  return monthsOf(year, month, 1);
}

function isoParts(text: string): DateParts | undefined {
  const found =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text) ?? /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(text);
  return found ? { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) } : undefined;
}

function dayFirstParts(text: string): DateParts | undefined {
  const found = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})(?:[T ].*)?$/.exec(text);
  return found ? { year: fullYear(found[3] ?? ''), month: Number(found[2]), day: Number(found[1]) } : undefined;
}

function namedMonthParts(text: string): DateParts | undefined {
  const found = /^(\d{1,2})(?:er|st|nd|rd|th)? ([a-z]+) (\d{4}|\d{2})$/.exec(foldText(text.replace(/-/g, ' ')));
  const month = months[found?.[2] ?? ''];
  return found && month ? { year: fullYear(found[3] ?? ''), month, day: Number(found[1]) } : undefined;
}

interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function existing({ year, month, day }: DateParts): CalendarDate {
  const text = [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
  if (!isCalendarDate(text)) throw new CellFault('date-not-in-calendar', { day, month, year });
  return text;
}

/** Two digits: 70 to 99 are of the last century. */
function fullYear(digits: string): number {
  if (digits.length === 4) return Number(digits);
  return Number(digits) + (Number(digits) >= 70 ? 1900 : 2000);
}

function monthsOf(year: number, first: number, count: number): Period {
  const last = first + count - 1;
  return { from: makeDate(year, first, 1), to: makeDate(year, last, daysInMonth(year, last)) };
}

function named(names: readonly string[]): Record<string, number> {
  return Object.fromEntries(names.map((name, index) => [name, index + 1]));
}
