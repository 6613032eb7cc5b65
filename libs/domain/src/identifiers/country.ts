/**
 * Countries by their ISO 3166-1 codes, and by the names that people give them in French and in English.
 *
 * What people get wrong: a code is not any two letters. "UK" is said and is no code; "DD" was one.
 */

/** What people call countries besides their names in French and English. */
const nicknames: Readonly<Record<string, string>> = {
  uk: 'GB',
  angleterre: 'GB',
  ecosse: 'GB',
  'pays de galles': 'GB',
  'grande bretagne': 'GB',
  usa: 'US',
  'u s a': 'US',
  hollande: 'NL',
  quebec: 'CA',
  'la reunion': 'RE',
  guyane: 'GF',
  'republique tcheque': 'CZ',
  congo: 'CG',
};

/** Codes for private use, and of unions of countries. */
const notCountries = /^(AA|EU|EZ|Q[M-Z]|UN|X[A-Z]|ZZ)$/;

let names: ReadonlyMap<string, string> | undefined;
const codes = new Set<string>();

/** Every country by its name in French and in English; the names are those of the CLDR. */
function countryNames(): ReadonlyMap<string, string> {
  if (names) return names;
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const found = new Map(Object.entries(nicknames));
  // A code that is another's former one (DD of DE) gives way to it.
  const current = letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => !notCountries.test(code))
    .filter((code) => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`);
  for (const language of ['fr', 'en']) {
    const namesOf = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const code of current) {
      const name = folded(namesOf.of(code) ?? '');
      if (!name) continue;
      codes.add(code);
      if (!found.has(name)) found.set(name, code);
    }
  }
  names = found;
  return found;
}

/** The code of a country given by its code or its name, accents and case set aside; undefined where it is none. */
export function countryNamed(text: string): string | undefined {
  const known = countryNames();
  const code = text.trim().toUpperCase();
  return codes.has(code) ? code : known.get(folded(text));
}

function folded(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/œ/g, 'oe')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
