import { hyphenate } from 'isbn3';

/** "9782070612758" → "978-2-07-061275-8", by the ISBN agency's ranges; anything that is no ISBN comes back unchanged. */
export function hyphenateIsbn(isbn: string): string {
  return (/^[\d\s-]{13,17}$/.test(isbn) && hyphenate(isbn)) || isbn;
}
