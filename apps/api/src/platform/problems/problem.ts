import { frenchSpaces } from '@colophon/domain/typography';

/** One thing wrong with one member of a request. */
export interface FieldProblem {
  /** JSON pointer into the request body, `/tiers/0/upTo`. */
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

/** A code's status and its sentence in each language; `{name}` takes the detail of that name. */
export interface ProblemText {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503;
  readonly fr: string;
  readonly en: string;
}

export type Details = Readonly<Record<string, string | number | null | undefined>>;

/** Something expected that stops a request; becomes an RFC 9457 document with its sentence. */
export class Problem extends Error {
  constructor(
    readonly code: string,
    readonly details: Details = {},
    readonly fields: readonly FieldReference[] = [],
  ) {
    super(code);
  }
}

/** A field at fault, by code; its sentence is found when the language is known. */
export interface FieldReference {
  readonly pointer: string;
  readonly code: string;
  readonly details?: Details;
}

const table = new Map<string, ProblemText>();

/**
 * Declares a feature's problems: each code has a status and both sentences, or it does not compile.
 * @returns a maker of these problems that knows their codes.
 */
export function defineProblems<Code extends string>(texts: Record<Code, ProblemText>) {
  for (const [code, text] of Object.entries<ProblemText>(texts)) {
    if (table.has(code)) throw new Error(`The problem “${code}” is declared twice.`);
    table.set(code, text);
  }
  return {
    create: (code: Code, details?: Details, fields?: readonly FieldReference[]) => new Problem(code, details, fields),
    /** A problem of one field of the request. */
    at: (pointer: string, code: Code, details?: Details) =>
      new Problem(code, details, [{ pointer, code, ...(details ? { details } : {}) }]),
  };
}

export function problemText(code: string): ProblemText | undefined {
  return table.get(code);
}

/** All codes, for the documentation and the tests. */
export function problemCodes(): readonly string[] {
  return [...table.keys()].sort();
}

export function sentence(text: ProblemText, locale: 'fr' | 'en', details: Details): string {
  const told = locale === 'fr' ? frenchSpaces(text.fr) : text.en;
  return told.replace(/\{(\w+)\}/g, (_, name: string) => readable(String(details[name] ?? ''), locale));
}

const CALENDAR_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A date in a sentence is written as people write it. */
function readable(value: string, locale: 'fr' | 'en'): string {
  const [, year, month, day] = CALENDAR_DATE.exec(value) ?? [];
  if (year === undefined) return value;
  const date = Date.UTC(Number(year), Number(month) - 1, Number(day));
  return new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    date,
  );
}
