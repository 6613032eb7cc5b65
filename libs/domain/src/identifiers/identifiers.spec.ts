import * as fc from 'fast-check';
import * as ids from '.';

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((list) => list.join(''));

describe('an ISBN', () => {
  it.each([
    ['978-2-07-061275-8', '9782070612758'],
    ['9782070612758', '9782070612758'],
    ['979-10-91599-50-4', '9791091599504'],
    ['ISBN 978-2-39999-500-6', '9782399995006'],
    ['2-07-061275-9', '9782070612758'],
    ['ISBN-13: 978 2 07 061275 8', '9782070612758'],
    ['0-8044-2957-X', '9780804429573'],
  ])('reads %s', (text, isbn) => {
    expect(ids.parseIsbn(text)).toBe(isbn);
  });

  it.each(['9.78E+12', '9782070612759', '978207061275', '9772070612758', '2070612758', '', 'X'])(
    'refuses %j',
    (text) => {
      expect(ids.isIsbn(text)).toBe(false);
      expect(() => ids.parseIsbn(text)).toThrow(expect.objectContaining({ code: 'isbn-invalid' }));
    },
  );

  it('has its hyphens where the publisher’s range puts them', () => {
    expect(ids.formatIsbn('9782070612758')).toBe('978-2-07-061275-8');
    expect(ids.formatIsbn('9791091599504')).toBe('979-10-91599-50-4');
  });

  it('is what it was after being formatted and read', () => {
    fc.assert(
      fc.property(digits(8), (body) => {
        const isbn = `9782${body}${ids.gs1CheckDigit(`9782${body}`)}`;
        expect(ids.parseIsbn(ids.formatIsbn(isbn))).toBe(isbn);
      }),
    );
  });
});

describe('a number of GS1', () => {
  it.each(['3012410001024', '5901234123457'])('reads %s', (text) => {
    expect([ids.parseEan13(text), ids.parseGln(text)]).toEqual([text, text]);
    expect(ids.parseEan13(ids.formatEan13(text))).toBe(text);
    expect(ids.parseGln(ids.formatGln(text))).toBe(text);
  });

  it.each(['5901234123456', '123', '', '590123412345X'])('refuses %j', (text) => {
    expect([ids.isEan13(text), ids.isGln(text)]).toEqual([false, false]);
  });

  it('sees any one wrong digit', () => {
    fc.assert(
      fc.property(digits(12), fc.nat(11), fc.integer({ min: 1, max: 9 }), (body, at, by) => {
        const right = body + ids.gs1CheckDigit(body);
        const wrong = right.slice(0, at) + ((Number(right[at]) + by) % 10) + right.slice(at + 1);
        expect([ids.isEan13(right), ids.isEan13(wrong)]).toEqual([true, false]);
      }),
    );
  });
});

describe('the numbers of a French company', () => {
  it('reads a SIREN, a SIRET and the VAT number of a SIREN', () => {
    expect(ids.parseSiren('732 829 320')).toBe('732829320');
    expect(ids.parseSiret('732 829 320 00074')).toBe('73282932000074');
    expect(ids.vatNumberOfSiren('732829320')).toBe('FR44732829320');
    expect(ids.parseVatNumber('FR 44 732 829 320')).toBe('FR44732829320');
  });

  it('knows that the establishments of La Poste do not follow Luhn', () => {
    expect(ids.isSiret('35600000000042')).toBe(true);
    expect(ids.isSiret('35600000000048')).toBe(true);
    expect(ids.isSiret('35600000000043')).toBe(false);
  });

  it.each(['732829321', '73282932', '000000000', '', 'ABC'])('refuses %j as a SIREN', (text) => {
    expect(() => ids.parseSiren(text)).toThrow(expect.objectContaining({ code: 'siren-invalid' }));
  });

  it.each(['73282932000075', '73282932100074', '732829320'])('refuses %j as a SIRET', (text) => {
    expect(() => ids.parseSiret(text)).toThrow(expect.objectContaining({ code: 'siret-invalid' }));
  });

  it.each(['FR45732829320', 'FR44732829321', 'FR44', 'B', '44732829320'])('refuses %j as a VAT number', (text) => {
    expect(() => ids.parseVatNumber(text)).toThrow(expect.objectContaining({ code: 'vat-number-invalid' }));
  });

  it('takes VAT numbers of other countries by their form', () => {
    expect([ids.isVatNumber('BE0123456749'), ids.isVatNumber('ATU12345678')]).toEqual([true, true]);
  });

  it('formats what it reads', () => {
    expect(ids.formatSiren('732829320')).toBe('732 829 320');
    expect(ids.formatSiret('73282932000074')).toBe('732 829 320 00074');
    expect(ids.formatVatNumber('FR44732829320')).toBe('FR 44 732829320');
    expect(ids.parseSiret(ids.formatSiret('73282932000074'))).toBe('73282932000074');
    expect(ids.parseVatNumber(ids.formatVatNumber('FR44732829320'))).toBe('FR44732829320');
  });
});

describe('a bank account', () => {
  it('reads and formats an IBAN and a BIC', () => {
    expect(ids.parseIban('fr14 2004 1010 0505 0001 3m02 606')).toBe('FR1420041010050500013M02606');
    expect(ids.formatIban('FR1420041010050500013M02606')).toBe('FR14 2004 1010 0505 0001 3M02 606');
    expect(ids.maskIban('FR1420041010050500013M02606')).toBe('FR14 •••• 2606');
    expect(ids.formatBic(ids.parseBic('psst fr pp par'))).toBe('PSSTFRPPPAR');
  });

  it.each(['FR1420041010050500013M02607', 'FR14', '', 'XX00'])('refuses %j as an IBAN', (text) => {
    expect(() => ids.parseIban(text)).toThrow(expect.objectContaining({ code: 'iban-invalid' }));
  });

  it.each(['PSST', 'PSSTFRPPPA', ''])('refuses %j as a BIC', (text) => {
    expect(() => ids.parseBic(text)).toThrow(expect.objectContaining({ code: 'bic-invalid' }));
  });
});

describe('the number of a person', () => {
  it.each(['0000 0001 2103 2683', 'https://isni.org/isni/0000000121032683', 'ISNI 0000000121032683'])(
    'reads the ISNI %s',
    (text) => {
      expect(ids.parseIsni(text)).toBe('0000000121032683');
    },
  );

  it('knows that an ISNI may end with X, and formats it', () => {
    expect(ids.parseIsni('0000 0001 2281 955x')).toBe('000000012281955X');
    expect(ids.formatIsni('000000012281955X')).toBe('0000 0001 2281 955X');
  });

  it.each(['0000000121032684', '000000012103268', ''])('refuses %j as an ISNI', (text) => {
    expect(() => ids.parseIsni(text)).toThrow(expect.objectContaining({ code: 'isni-invalid' }));
  });

  it.each(['1 84 12 76 451 089 46', '2 69 05 2A 588 157 17', '2 69 05 2B 588 157 44'])('reads the NIR %s', (text) => {
    const nir = ids.parseNir(text);
    expect(ids.parseNir(ids.formatNir(nir))).toBe(nir);
    expect(ids.formatNir(nir)).toBe(text);
  });

  it.each(['184127645108945', '184137645108946', '1841276451089', '984127645108946', ''])(
    'refuses %j as a NIR',
    (text) => {
      expect(() => ids.parseNir(text)).toThrow(expect.objectContaining({ code: 'nir-invalid' }));
    },
  );

  it('shows no more of a NIR than sex and year', () => {
    expect(ids.maskNir('184127645108946')).toBe('1 84 •• •• ••• ••• ••');
  });
});

it('answers no rather than stop, whatever it is asked', () => {
  fc.assert(
    fc.property(fc.anything(), (anything) => {
      for (const is of [
        ids.isIsbn,
        ids.isEan13,
        ids.isSiret,
        ids.isVatNumber,
        ids.isIban,
        ids.isBic,
        ids.isIsni,
        ids.isNir,
      ]) {
        expect(typeof is(anything)).toBe('boolean');
      }
    }),
  );
});

it.each([
  [() => ids.parseNir('184127645108945'), '184127645108945'],
  [() => ids.parseIban('FR1420041010050500013M02607'), 'FR1420041010050500013M02607'],
])('repeats no secret in what it says (%#)', (parse, secret) => {
  try {
    parse();
    throw new Error('it was to be refused');
  } catch (error) {
    expect(JSON.stringify([error, (error as Error).message])).not.toContain(secret);
    expect(error).toHaveProperty('code');
  }
});
