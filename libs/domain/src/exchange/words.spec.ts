import { productForms } from '../catalogue';
import {
  choiceWords,
  foldText,
  readChoice,
  readCountry,
  readLanguage,
  readPaymentTerms,
  readShares,
  readTiers,
  readYesNo,
} from '.';

it.each([
  ['Prix public T.T.C. (€)', 'prix public ttc'],
  ['N° de sécurité sociale', 'no de securite sociale'],
  ['Œuvre', 'oeuvre'],
  ['  Date   de parution ', 'date de parution'],
])('%s is folded to %s', (text, folded) => expect(foldText(text)).toBe(folded));

it.each(['oui', 'O', 'x', 'X', 'VRAI', '1', 'Yes', '✓', 'payé', 'Réglés', 'déjà payé'])('%s is yes', (text) =>
  expect(readYesNo(text)).toBe(true),
);
it.each(['non', 'N', 'FAUX', '0', 'no', '☐', 'à payer', 'dû', 'non payé', '-'])('%s is no', (text) =>
  expect(readYesNo(text)).toBe(false),
);
it('anything else is asked', () => expect(() => readYesNo('peut-être')).toThrow('yes-no-unreadable'));

it.each([
  ['8 %', [{ rate: '8' }]],
  ['8', [{ rate: '8' }]],
  ['8 % jusqu’à 3 000 ; 10 % au-delà', [{ upTo: 3000, rate: '8' }, { rate: '10' }]],
  ['8% jusqu’à 3000 ex. / 10%', [{ upTo: 3000, rate: '8' }, { rate: '10' }]],
  [
    '0-3000 : 8 % ; 3001-5000 : 9 % ; au-delà : 10,5 %',
    [{ upTo: 3000, rate: '8' }, { upTo: 5000, rate: '9' }, { rate: '10.5' }],
  ],
  ['3000@8;10', [{ upTo: 3000, rate: '8' }, { rate: '10' }]],
  ['8 % les 3000 premiers puis 10 %', [{ upTo: 3000, rate: '8' }, { rate: '10' }]],
  ['de 1 à 2000 : 7 % | plus de 2000 : 9 %', [{ upTo: 2000, rate: '7' }, { rate: '9' }]],
  ['8 % jusqu’à 3000', [{ upTo: 3000, rate: '8' }]],
])('the rates “%s” are %j', (text, tiers) => expect(readTiers(text)).toEqual(tiers));

it.each(['selon accord', '', '8 % parfois 3000 peut-être'])('the rates “%s” can not be read', (text) =>
  expect(() => readTiers(text)).toThrow('tiers-unreadable'),
);

it('reads shares of a pool and terms of payment', () => {
  expect(readShares('50/50')).toEqual(['50', '50']);
  expect(readShares('60 % ; 40 %')).toEqual(['60', '40']);
  expect(() => readShares('tout')).toThrow('shares-unreadable');
  expect(readPaymentTerms('60 jours fin de mois')).toEqual({ days: 60, kind: 'end-of-month' });
  expect(readPaymentTerms('45 JFDM')).toEqual({ days: 45, kind: 'end-of-month' });
  expect(readPaymentTerms('30 j net')).toEqual({ days: 30, kind: 'net' });
  expect(readPaymentTerms('Comptant')).toEqual({ days: 0, kind: 'net' });
});

it('knows the words of the trade, and says which it knows', () => {
  expect(readChoice('productForm', 'Broché')).toBe('paperback');
  expect(readChoice('pointOfSaleKind', 'Librairie indépendante')).toBe('independent-bookshop');
  expect(readChoice('basis', 'Tirage')).toBe('printed');
  expect(readChoice('basis', 'Recettes nettes')).toBe('netReceipts');
  expect(() => readChoice('basis', 'au poids')).toThrow(
    expect.objectContaining({ values: { known: 'tirage, ventes, recettes nettes, droits cédés, forfait' } }),
  );
  expect(readCountry('Belgique')).toBe('BE');
  expect(['fr', 'UK', 'Suède', 'Côte d’Ivoire', 'Etats-Unis', 'Germany', 'La Réunion'].map(readCountry)).toEqual([
    'FR',
    'GB',
    'SE',
    'CI',
    'US',
    'DE',
    'RE',
  ]);
  expect(() => readCountry('Syldavie')).toThrow('country-unknown');
  expect(readLanguage('Français')).toBe('fre');
});

it('names no word twice within a choice, and only forms that the catalogue has', () => {
  for (const words of Object.values<Readonly<Record<string, readonly string[]>>>(choiceWords)) {
    const folded = Object.entries(words).flatMap(([value, names]) =>
      [...new Set(names.map(foldText))].map((name) => [name, value]),
    );
    const seen = new Map(folded.map(([name, value]) => [name, value]));
    for (const [name, value] of folded) expect([name, seen.get(name ?? '')]).toEqual([name, value]);
  }
  for (const form of Object.keys(choiceWords.productForm)) expect(productForms).toContain(form);
});
