import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { camelCase } from '../app/platform/i18n/languages';

const roots = [resolve(__dirname, '../app'), resolve(__dirname, '../../../../libs/ui/src')];
const sources = roots
  .flatMap((root) => readdirSync(root, { recursive: true, encoding: 'utf8' }).map((file) => join(root, file)))
  .filter((file) => /\.(ts|html)$/.test(file) && !file.endsWith('.spec.ts'));

const words = Object.fromEntries(
  readdirSync(join(__dirname, 'fr')).map((file) => [
    camelCase(file.replace('.json', '')),
    JSON.parse(readFileSync(join(__dirname, 'fr', file), 'utf8')) as unknown,
  ]),
);

/** A group counts too: `'parties.pointsOfSale'` is completed at run time. */
function has(key: string): boolean {
  const found = key
    .split('.')
    .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], words);
  return found !== undefined;
}

it('finds every key that a page names in full', () => {
  const features = Object.keys(words).join('|');
  const quoted = new RegExp(`'((?:${features})(?:\\.[\\w-]+)+)'(?!\\s*\\+)`, 'g');
  const missing = sources.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(quoted)].flatMap(([, key = '']) =>
      has(key) || isPermission(key) ? [] : [`${file.split('/').slice(-2).join('/')}: ${key}`],
    ),
  );
  expect(missing).toEqual([]);
});

/** `parties.read` looks like a key and is a permission. */
function isPermission(key: string): boolean {
  return /^[\w-]+\.(read|write|bank|manage|post|close|approve|accept|import|export)$/.test(key);
}
