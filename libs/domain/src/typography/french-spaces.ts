const NARROW_SPACE = '\u202f';

/**
 * French as it is set: a narrow no-break space within « » and before ; : ! ? % €, so that no line begins with a mark.
 * Sentences are written with plain spaces; whoever shows them calls this once, on the sentence and not on its values.
 * @see Lexique des règles typographiques en usage à l’Imprimerie nationale
 */
export function frenchSpaces(text: string): string {
  return text.replaceAll(/[ \u00a0](?=[;:!?%€»])|(?<=«)[ \u00a0]/g, NARROW_SPACE);
}
