/**
 * Money, prices and rates are exact numbers from the database to the page. A float that looks right today is a cent
 * wrong in a statement tomorrow: integer cents times a float discount is wrong on about one line in a hundred.
 */
import { isSpec, sourceFiles, type SourceFile } from './source-files';

const FLOATS: readonly [RegExp, string][] = [
  [/\bparseFloat\s*\(/, 'read amounts with Money, rates with Rate'],
  [/\.toFixed\s*\(/, 'format with Money, Rate or Intl'],
  [/\bMath\.(round|floor|ceil|trunc)\s*\([^)]*(amount|price|total|royalt|cents|discount|vat)/i, 'round with Money'],
  [/\bNumber\s*\(\s*[\w.?]*(amount|price|royalt|discount|balance)\w*\s*\)/i, 'keep it a Money or a Rate'],
  [/(?<![\w'"`-])\w*(amount|price|royalty|cents)\w*\s*[*/]\s*\d+\.\d/i, 'multiply with Money and Rate'],
];

function complaints({ path, text }: SourceFile): string[] {
  return text.split('\n').flatMap((line, index) => {
    if (/^\s*(\/\/|\*|\/\*)/.test(line)) return [];
    const found = FLOATS.find(([pattern]) => pattern.test(line));
    return found ? [`${path}:${index + 1}: ${line.trim()}: ${found[1]}.`] : [];
  });
}

it('computes with exact numbers wherever there is money', () => {
  const files = sourceFiles('libs/domain', 'libs/documents', 'apps/api', 'apps/admin', 'libs/ui');
  expect(files.filter((file) => !isSpec(file)).flatMap(complaints)).toEqual([]);
});

it.each([
  'const price = parseFloat(text);',
  'return total.toFixed(2);',
  'const cents = Math.round(price * 100);',
  'const due = Number(line.amount);',
  'const net = priceInclVat / 1.055;',
])('sees the float in %s', (line) => {
  expect(complaints({ path: 'a.ts', text: line })).toHaveLength(1);
});
