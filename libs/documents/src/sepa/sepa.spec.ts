import { Money } from '@colophon/domain/money';
import * as fc from 'fast-check';

import { latinText, painVersions, transferXml, type CreditTransfer, type TransferFile } from '.';
import { schemaErrors } from './validate-xml.fixture';

const transfer = (change: Partial<CreditTransfer> = {}): CreditTransfer => ({
  endToEndId: 'COL-2026-000001',
  amount: Money.parse('1799.83'),
  payee: { name: 'Léa Le Goff', iban: 'FR1420041010050500013M02606' },
  remittance: 'Droits d’auteur RED-2026-00001',
  ...change,
});
const file = (change: Partial<TransferFile> = {}): TransferFile => ({
  version: 'pain.001.001.09',
  messageId: 'COLOPHON-20260731-1-0af3',
  createdAt: '2026-07-15T09:00:00.000Z',
  executionDate: '2026-07-31',
  payer: {
    name: 'Éditions du Chèvrefeuille',
    iban: 'FR7630006000011234567890189',
    bic: 'AGRIFRPP',
    address: { street: '12 rue de l’Église', postalCode: '29200', town: 'Brest', country: 'FR' },
  },
  transfers: [transfer()],
  ...change,
});
const texts = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`, 'g'))].map(([, text]) => text ?? '');

describe.each(painVersions)('a file in %s', (version) => {
  it('is valid by the official schema, with an address and without, with a BIC and without', () => {
    const abroad = { town: 'München', country: 'DE', street: 'Schloßstraße 7', postalCode: '80331' };
    const payer = { name: 'Une maison', iban: 'FR7630006000011234567890189' };
    const documents = [
      transferXml(file({ version })),
      transferXml(file({ version, payer })),
      transferXml(
        file({
          version,
          transfers: [transfer({ payee: { ...transfer().payee, bic: 'PSSTFRPPXXX', address: abroad } })],
        }),
      ),
      transferXml(
        file({
          version,
          transfers: [transfer({ payee: { ...transfer().payee, address: { town: '', country: 'FR' } } })],
        }),
      ),
    ];
    expect(schemaErrors(version, documents)).toEqual([[], [], [], []]);
    expect(documents[1]).toContain('<Id>NOTPROVIDED</Id>');
    expect(documents[1]).not.toContain('PstlAdr');
    expect(documents[2]).toContain('<TwnNm>Munchen</TwnNm>');
    expect(texts(documents[3]!, 'TwnNm')).toEqual(['Brest']);
  });

  it('stays valid and exact whatever names, amounts and sentences come', () => {
    const nasty = fc.oneof(
      fc.string({ minLength: 1, maxLength: 200, unit: 'binary' }),
      fc.constantFrom(
        'a & b < c > "d"',
        'Łukasz Čapek',
        '中村 元',
        'O’Connor / Söhne //',
        '\u0000\u0007x',
        ']]>',
        '🙂 Zoé',
      ),
    );
    const some = fc.record({
      name: nasty,
      remittance: nasty,
      town: nasty,
      street: nasty,
      cents: fc.bigInt({ min: 1n, max: 99_999_999_999n }),
    });
    const made: string[] = [];
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 5 }), (payees) => {
        const transfers = payees.map(({ name, remittance, town, street, cents }, index) =>
          transfer({
            ...{ endToEndId: `COL-${index}`, amount: Money.ofCents(cents), remittance },
            payee: { ...transfer().payee, name: `A ${name}`, address: { town, street, country: 'FR' } },
          }),
        );
        const xml = transferXml(file({ version, transfers }));
        const sum = Money.sum(payees.map(({ cents }) => Money.ofCents(cents))).toString();
        expect(texts(xml, 'CtrlSum')).toEqual([sum, sum]);
        expect(texts(xml, 'NbOfTxs')).toEqual([String(payees.length), String(payees.length)]);
        expect(texts(xml, 'InstdAmt')).toEqual(payees.map(({ cents }) => Money.ofCents(cents).toString()));
        for (const text of [...texts(xml, 'Nm'), ...texts(xml, 'Ustrd'), ...texts(xml, 'TwnNm')]) {
          expect(text).toMatch(/^[a-zA-Z0-9/\-?:().,'+ ]+$/);
        }
        expect(Math.max(...texts(xml, 'Nm').map((name) => name.length))).toBeLessThanOrEqual(70);
        made.push(xml);
      }),
      { numRuns: 60 },
    );
    expect(schemaErrors(version, made).flat()).toEqual([]);
  });
});

it('asks for the day and the account, and says what each payee is told', () => {
  const xml = transferXml(file());
  expect(texts(xml, 'Dt')).toEqual(['2026-07-31']);
  expect(texts(xml, 'CreDtTm')).toEqual(['2026-07-15T09:00:00Z']);
  expect(texts(xml, 'IBAN')).toEqual(['FR7630006000011234567890189', 'FR1420041010050500013M02606']);
  expect(texts(xml, 'Ustrd')).toEqual(["Droits d'auteur RED-2026-00001"]);
  expect(texts(transferXml(file({ version: 'pain.001.001.03' })), 'ReqdExctnDt')).toEqual(['2026-07-31']);
});

it.each([
  ['Œuvres & Cie', 'Oeuvres + Cie'],
  ['Łukasz Čapek', 'Lukasz Capek'],
  ['Straße_7 <a>', 'Strasse-7 (a)'],
  ['//rue du 8 mai//', 'rue du 8 mai'],
  ['  a\n\tb  ', 'a b'],
  ['€ 5 “vraiment”', "EUR 5 'vraiment'"],
])('writes %j for the banks as %j', (source, expected) => {
  expect(latinText(source, 70)).toBe(expected);
});

it.each<[string, Partial<TransferFile>]>([
  ['no transfer', { transfers: [] }],
  ['an amount of zero', { transfers: [transfer({ amount: Money.zero })] }],
  [
    'an IBAN whose key is wrong',
    { transfers: [transfer({ payee: { name: 'A', iban: 'FR1420041010050500013M02607' } })] },
  ],
  ['a payee whose name says nothing', { transfers: [transfer({ payee: { ...transfer().payee, name: ' / ' } })] }],
  ['an identifier used twice', { transfers: [transfer(), transfer()] }],
  ['an identifier of 36 characters', { messageId: 'x'.repeat(36) }],
  ['an identifier with a letter of another set', { messageId: 'É1' }],
  ['a BIC that is none', { payer: { ...file().payer, bic: 'NOPE' } }],
])('is never made with %s', (_, wrong) => {
  expect(() => transferXml(file(wrong))).toThrow();
});

it('is judged by schemas that see a fault', () => {
  const broken = transferXml(file()).replace(/<MsgId>.*<\/MsgId>/, '<MsgId></MsgId>');
  expect(schemaErrors('pain.001.001.09', [broken, '<x'])).toEqual([
    expect.arrayContaining([expect.stringContaining('MsgId')]),
    [expect.any(String)],
  ]);
});
