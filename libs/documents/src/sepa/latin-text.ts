import anyAscii from 'any-ascii';

/** Signs outside the set of the banks that have a plain equivalent in it. */
const EQUIVALENTS: Readonly<Record<string, string>> = {
  '&': '+',
  _: '-',
  '"': "'",
  '`': "'",
  ';': ',',
  '[': '(',
  '{': '(',
  '<': '(',
  ']': ')',
  '}': ')',
  '>': ')',
  '\\': '/',
  '|': '/',
  '~': '-',
  '=': '-',
};

/**
 * A text in the characters that every bank of the SEPA takes (EPC 230-15: a-z A-Z 0-9 / - ? : ( ) . , ' + and the
 * space). Letters of other scripts are transliterated ("Łukasz Čapek" is "Lukasz Capek", "Œuvres" is "Oeuvres"), signs
 * take their nearest equivalent, and what has none becomes a full stop. It never begins or ends with a slash and never
 * has two in a row, which the rulebooks refuse.
 * @param longest characters kept, from the start
 * @returns an empty text where nothing can be written: the caller refuses it where one is needed
 */
export function latinText(source: string, longest: number): string {
  const plain = anyAscii(source.normalize('NFC'))
    .replace(/[^a-zA-Z0-9/\-?:().,'+\s]/g, (sign) => EQUIVALENTS[sign] ?? '.')
    .replace(/\s+/g, ' ')
    .replace(/\/{2,}/g, '/');
  return bare(bare(plain).slice(0, longest));
}

/** Without what a text may not begin or end with. */
function bare(text: string): string {
  return text.replace(/^[\s/]+|[\s/]+$/g, '');
}
