import { hyphenate } from 'isbn3';

/** « 978-2-07-061275-8 »; text that is no ISBN is shown as it came. */
export function formatIsbn(isbn: string): string {
  return hyphenate(isbn) ?? isbn;
}

/** IBAN in groups of four that do not break. */
export function formatIban(iban: string): string {
  return grouped(iban, 4);
}

/** SIREN as « 732 829 320 ». */
export function formatSiren(siren: string): string {
  return grouped(siren, 3);
}

/** SIRET as « 732 829 320 00074 »: the SIREN, then the establishment. */
export function formatSiret(siret: string): string {
  const digits = siret.replace(/\s/g, '');
  return `${grouped(digits.slice(0, 9), 3)}\u00a0${digits.slice(9)}`;
}

function grouped(text: string, size: number): string {
  const groups = text.replace(/\s/g, '').match(new RegExp(`.{1,${size}}`, 'gu'));
  return (groups ?? []).join('\u00a0');
}
