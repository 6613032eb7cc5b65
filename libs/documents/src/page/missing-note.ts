import type { Content } from 'pdfmake/interfaces';

import { REPLACEMENT } from '../fonts';
import type { Locale } from '../locale';

/** Says on the paper itself which characters the fonts could not print, by their code; nothing where there is none. */
export function missingNote(missing: readonly string[], locale: Locale): Content[] {
  if (missing.length === 0) return [];
  const codes = missing.map((character) => `U+${codeOf(character)}`).join(', ');
  const text =
    locale === 'fr'
      ? `${REPLACEMENT} tient la place d’un caractère que nos polices ne contiennent pas (${codes}).`
      : `${REPLACEMENT} stands for a character that our typefaces lack (${codes}).`;
  return [{ text, style: 'note', margin: [0, 10, 0, 0] }];
}

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
