import fc from 'fast-check';

import { countryNamed } from '.';

it.each([
  ['FR', 'FR'],
  [' be ', 'BE'],
  ['Belgique', 'BE'],
  ['ÉTATS-UNIS', 'US'],
  ['Germany', 'DE'],
  ['Côte d’Ivoire', 'CI'],
  ['uk', 'GB'],
  ['Angleterre', 'GB'],
  ['ZZ', undefined],
  ['DD', undefined],
  ['Atlantide', undefined],
  ['', undefined],
])('%j names the country %s', (text, code) => expect(countryNamed(text)).toBe(code));

it('gives a code that names itself', () =>
  fc.assert(
    fc.property(fc.string({ minLength: 2, maxLength: 2 }), (text) => {
      const code = countryNamed(text);
      expect(code === undefined || countryNamed(code) === code).toBe(true);
    }),
  ));
