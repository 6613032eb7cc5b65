/** The words of a statement that come from the house's data rather than from the document itself. */
export type Locale = 'fr' | 'en';

type Words = Readonly<Record<Locale, Readonly<Record<string, string>>>>;

export const freeWords: Words = {
  fr: {
    author: 'exemplaires d’auteur',
    'legal-deposit': 'dépôt légal',
    review: 'service de presse',
    promotion: 'promotion',
  },
  en: { author: 'author copies', 'legal-deposit': 'legal deposit', review: 'review copies', promotion: 'promotion' },
};

export const destroyedWords: Readonly<Record<Locale, string>> = {
  fr: 'pilon, pertes et défectueux',
  en: 'pulped, lost and defective',
};

/** Roles of ONIX list 17 that a house pays; another code prints as a contributor. */
export const roleWords: Words = {
  fr: {
    A01: 'auteur ou autrice',
    A12: 'illustration',
    A13: 'photographie',
    A15: 'préface',
    A19: 'postface',
    A23: 'avant-propos',
    A36: 'couverture',
    B01: 'direction d’ouvrage',
    B06: 'traduction',
    B09: 'direction de collection',
    other: 'contribution',
  },
  en: {
    A01: 'author',
    A12: 'illustrator',
    A13: 'photographer',
    A15: 'preface',
    A19: 'afterword',
    A23: 'foreword',
    A36: 'cover artist',
    B01: 'editor',
    B06: 'translator',
    B09: 'series editor',
    other: 'contributor',
  },
};

export const exclusionWords: Words = {
  fr: {
    authorCopies: 'exemplaires d’auteur',
    legalDeposit: 'dépôt légal',
    reviewCopies: 'service de presse',
    reviewCopiesOfPercent: 'service de presse (pourcentage)',
  },
  en: {
    authorCopies: 'author copies',
    legalDeposit: 'legal deposit',
    reviewCopies: 'review copies',
    reviewCopiesOfPercent: 'review copies (percentage)',
  },
};

/** What a licence is of: the words of `licensedRights`. */
export const rightWords: Words = {
  fr: {
    translation: 'traduction',
    paperback: 'poche',
    'book-club': 'club',
    audio: 'audio',
    adaptation: 'adaptation audiovisuelle',
    serial: 'prépublication',
    digital: 'exploitation numérique',
    extract: 'extraits',
    other: 'autre droit',
  },
  en: {
    translation: 'translation',
    paperback: 'paperback',
    'book-club': 'book club',
    audio: 'audio',
    adaptation: 'film and television',
    serial: 'serialisation',
    digital: 'digital exploitation',
    extract: 'extracts',
    other: 'other right',
  },
};

/** A right in words; one of the house's own stays as it was typed. */
export function rightWord(locale: Locale, right: string): string {
  return rightWords[locale][right] ?? right;
}

const tags: Readonly<Record<Locale, string>> = { fr: 'fr-FR', en: 'en-GB' };

/** Countries by their names; what is no country's code stays as it was typed. */
export function countryNames(codes: readonly string[], locale: Locale): string {
  const names = new Intl.DisplayNames(tags[locale], { type: 'region' });
  return codes.map((code) => (/^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code)).join(', ');
}

/** « en librairie, Belgique »: channels are words of the house's own. */
export function scopeWords(
  scope: { readonly channels?: readonly string[] | undefined; readonly territories?: readonly string[] | undefined },
  locale: Locale,
): string {
  return [...(scope.channels ?? []), countryNames(scope.territories ?? [], locale)]
    .filter((text) => text !== '')
    .join(', ');
}

export const elsewhere: Readonly<Record<Locale, string>> = { fr: 'autres', en: 'other' };

export function percentWords(rate: string, locale: Locale): string {
  return locale === 'fr' ? `${rate.replace('.', ',')} %` : `${rate}%`;
}

export function word(words: Words, locale: Locale, key: string): string {
  return words[locale][key] ?? words[locale]['other'] ?? key;
}
