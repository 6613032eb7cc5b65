import { frenchSpaces } from '@colophon/domain/typography';

/** A table of French words, written with plain spaces, as it is printed: each text and what each sentence makes. */
export function frenchWords<T>(words: T): T {
  if (typeof words === 'string') return frenchSpaces(words) as T;
  if (typeof words === 'function') return ((...values: unknown[]) => frenchWords(words(...values) as unknown)) as T;
  if (Array.isArray(words)) return words.map((item) => frenchWords(item as unknown)) as T;
  if (words === null || typeof words !== 'object') return words;
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, frenchWords(value as unknown)])) as T;
}
