import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

type Words = { readonly [key: string]: string | Words };

const read = (lang: string, file: string): Words =>
  JSON.parse(readFileSync(join(__dirname, lang, file), 'utf8')) as Words;

function flat(words: Words, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[prefix + key, value]] : [...flat(value, `${prefix}${key}.`)],
    ),
  );
}

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name = '']) => name).sort();

const files = readdirSync(join(__dirname, 'fr'));

it('has the same files in both languages', () => {
  expect(readdirSync(join(__dirname, 'en'))).toEqual(files);
});

describe.each(files)('%s', (file) => {
  const french = flat(read('fr', file));
  const english = flat(read('en', file));

  it('has the same keys in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...french.keys()].sort());
  });

  it('has the same placeholders in both languages', () => {
    const differing = [...french].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(english.get(key) ?? '').join(),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('leaves no sentence empty and no straight apostrophe in French', () => {
    const wrong = [...french].filter(([, text]) => text.trim() === '' || /\p{L}'\p{L}/u.test(text));
    expect(wrong).toEqual([]);
  });
});
