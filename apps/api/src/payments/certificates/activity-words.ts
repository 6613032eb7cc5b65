export type Locale = 'fr' | 'en';

/** The nature of the activity that a certificate names (order of 19 April 1995), by ONIX role. */
const activities: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  A01: { fr: 'auteur d’œuvres littéraires', en: 'author of literary works' },
  A12: { fr: 'illustrateur', en: 'illustrator' },
  A13: { fr: 'photographe', en: 'photographer' },
  A36: { fr: 'illustrateur de couverture', en: 'cover artist' },
  B01: { fr: 'directeur d’ouvrage', en: 'editor of a collective work' },
  B06: { fr: 'traducteur', en: 'translator' },
};

const OTHER = { fr: 'auteur', en: 'author' } as const;

/** In the reader's language; who has no role in the works paid is an author. */
export function activityOf(roles: readonly string[], locale: Locale): string {
  const names = new Set(roles.map((role) => (activities[role] ?? OTHER)[locale]));
  return names.size === 0 ? OTHER[locale] : [...names].join(', ');
}

const itemWords = {
  fr: { statement: 'Reddition', advance: 'À-valoir' },
  en: { statement: 'Statement', advance: 'Advance' },
} as const;

/** « Reddition RED-2026-00012, La Nuit des marées ». */
export function itemLabel(
  {
    kind,
    label,
    workTitle,
  }: { readonly kind: 'statement' | 'advance'; readonly label: string; readonly workTitle: string },
  locale: Locale,
): string {
  return [[itemWords[locale][kind], label].filter(Boolean).join(' '), workTitle].filter(Boolean).join(', ');
}
