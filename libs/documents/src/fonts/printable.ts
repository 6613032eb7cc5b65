import { coverage } from './font-files';

/** What stands, visibly, for a character that the fonts lack: a silent .notdef would lose a letter of a name. */
export const REPLACEMENT = '■';

/** Characters without a glyph of their own that have a plain equivalent. */
const EQUIVALENTS: ReadonlyMap<string, string> = new Map([
  ['\u2011', '-'],
  ['\u2010', '-'],
  ['\u2015', '—'],
  ['\u02bc', '’'],
  ['\u2002', '\u00a0'],
  ['\u2003', '\u00a0'],
  ['\u2007', '\u00a0'],
  ['\u2008', '\u2009'],
  ['\u2028', '\n'],
  ['\u2029', '\n'],
  ['\t', ' '],
  ['\u0132', 'IJ'],
  ['\u0133', 'ij'],
]);

/** Zero-width marks, soft hyphens, direction marks and control characters print nothing and break XML. */
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000d\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/g;

let covered: ReadonlySet<number> | undefined;

/** Code points that every face has, so that a text may be set in any of them. */
export function coveredCodePoints(): ReadonlySet<number> {
  covered ??= new Set(
    coverage().flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index)),
  );
  return covered;
}

export interface PrintableText {
  readonly text: string;
  /** Characters replaced, each once, in order of appearance. */
  readonly missing: readonly string[];
}

/** The text as the fonts can print it: composed, spaces and dashes mapped, and what is missing replaced visibly. */
export function printableText(source: string): PrintableText {
  const missing: string[] = [];
  const text = Array.from(plain(source), (character) => {
    if (character === '\n' || coveredCodePoints().has(character.codePointAt(0) ?? 0)) return character;
    if (!missing.includes(character)) missing.push(character);
    return REPLACEMENT;
  }).join('');
  return { text, missing };
}

/** Without what cannot be seen; lone surrogates become U+FFFD. Enough for a spreadsheet, whose fonts are not ours. */
export function withoutInvisible(source: string): string {
  return source
    .replace(/[\ud800-\udfff]/gu, '\ufffd')
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(INVISIBLE, '');
}

function plain(source: string): string {
  return Array.from(withoutInvisible(source), (character) => EQUIVALENTS.get(character) ?? character).join('');
}
