const combiningMarks = /[\u0300-\u036f]/g;

/**
 * A text without case, accents and punctuation, to compare what people typed: "Prix public T.T.C. (€)" and
 * "prix public ttc" are the same header. Ligatures are written out, so that "œuvre" is "oeuvre".
 */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(combiningMarks, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/([a-z])\.(?=[a-z]\b|\s|$)/g, '$1')
    .replace(/n°|nº/g, 'no ')
    .replace(/[^a-z0-9%]+/g, ' ')
    .trim();
}
