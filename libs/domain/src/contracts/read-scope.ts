/**
 * When a clause is in force, and which sales or income it takes.
 *
 * What people get wrong: a clause that names no channel is not a clause for all channels. It takes what no more specific
 * clause takes, so that a rate for direct sales never pays the same copy a second time.
 */
import { parseCalendarDate, type CalendarDate } from '../calendar';
import { quoted, RuleViolation, within } from '../rules';
import type { ClauseDraft } from './drafts';

export interface Term {
  readonly from?: CalendarDate;
  readonly until?: CalendarDate;
}

/** @throws RuleViolation `date-malformed`, `dates-inverted` */
export function readTerm(draft: Pick<ClauseDraft, 'from' | 'until'>): Term {
  const from = readDate(draft, 'from');
  const until = readDate(draft, 'until');
  if (from !== undefined && until !== undefined && from > until) {
    throw new RuleViolation('dates-inverted', {
      message: `The clause ends (${until}) before it begins (${from})`,
      pointer: '/until',
      values: { from, to: until },
    });
  }
  return { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
}

function readDate(draft: Pick<ClauseDraft, 'from' | 'until'>, name: 'from' | 'until'): CalendarDate | undefined {
  const text = draft[name];
  return text === undefined ? undefined : within(`/${name}`, () => parseCalendarDate(text));
}

/** @throws RuleViolation `clause-scope-invalid` for lists that are empty, or hold a text twice or of another form */
export function readScope(draft: Pick<ClauseDraft, 'channels' | 'territories'>) {
  const channels = readTexts(draft.channels, { at: '/channels', form: /\S/, noun: 'the name of a channel' });
  const territories = readTexts(draft.territories, {
    at: '/territories',
    form: /^[A-Z]{2}$/,
    noun: 'the two-letter code of a country',
  });
  return { ...(channels ? { channels } : {}), ...(territories ? { territories } : {}) };
}

function readTexts(
  texts: readonly string[] | undefined,
  { at, form, noun }: { readonly at: string; readonly form: RegExp; readonly noun: string },
): readonly string[] | undefined {
  if (texts === undefined) return undefined;
  const refuse = (message: string, pointer: string): never => {
    throw new RuleViolation('clause-scope-invalid', { message, pointer });
  };
  if (!Array.isArray(texts) || texts.length === 0) return refuse('Name at least one, or leave the list out', at);
  const list = texts as readonly string[];
  list.forEach((text, index) => {
    const pointer = `${at}/${index}`;
    if (typeof text !== 'string' || !form.test(text)) return refuse(`${quoted(text)} is not ${noun}`, pointer);
    if (list.indexOf(text) !== index) return refuse(`${quoted(text)} is named twice: once is enough`, pointer);
  });
  return list;
}

/** A name that is left out or says something. @throws RuleViolation `clause-scope-invalid` */
export function readName(
  draft: ClauseDraft,
  name: 'counter' | 'right',
): { readonly counter?: string; readonly right?: string } {
  const text = draft[name];
  if (text === undefined) return {};
  if (typeof text === 'string' && text.trim() !== '') return { [name]: text };
  throw new RuleViolation('clause-scope-invalid', { message: `${quoted(text)} is not a name`, pointer: `/${name}` });
}
