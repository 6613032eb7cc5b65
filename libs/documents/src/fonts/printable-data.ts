import { printableText, withoutInvisible } from './printable';

export interface PrintableData<T> {
  readonly data: T;
  /** Characters that the fonts lack, replaced visibly in `data`. */
  readonly missing: readonly string[];
}

/** A copy of plain data with each text made printable; bytes (a logo) go through untouched. */
export function printableData<T>(source: T): PrintableData<T> {
  const missing = new Set<string>();
  const data = mapTexts(source, (text) => {
    const printable = printableText(text);
    printable.missing.forEach((character) => missing.add(character));
    return printable.text;
  });
  return { data, missing: [...missing] };
}

/** A copy of plain data without control characters, which a workbook's XML cannot hold. */
export function visibleData<T>(source: T): T {
  return mapTexts(source, withoutInvisible);
}

/** The characters of some data that its PDF would show as a replacement mark: ask before issuing. */
export function missingCharacters(data: unknown): readonly string[] {
  return printableData(data).missing;
}

function mapTexts<T>(value: T, map: (text: string) => string): T {
  if (typeof value === 'string') return map(value) as T;
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, map)) as T;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, map)])) as T;
}
