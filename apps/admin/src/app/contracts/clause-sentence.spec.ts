import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { clauseSentences, type SpokenClause } from './clause-sentence';

type Words = { readonly [key: string]: string | Words };

const wordsOf = (lang: string): Words =>
  (JSON.parse(readFileSync(resolve(__dirname, `../../i18n/${lang}/contracts.json`), 'utf8')) as { clause: Words })
    .clause;

const speech = (lang: 'fr' | 'en') => ({
  tag: lang === 'fr' ? 'fr-FR' : 'en-GB',
  say: (key: string, values: Readonly<Record<string, string>> = {}) => {
    const text = key.split('.').reduce<string | Words>((at, part) => (at as Words)[part] ?? `?${key}`, wordsOf(lang));
    return (text as string).replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '?');
  },
});

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

function aClause(with_: Partial<SpokenClause> = {}): SpokenClause {
  return {
    edition: { productForm: 'paperback', isbn13: '9782070612758' },
    basis: 'printed',
    tiers: [{ upTo: null, rate: '8' }],
    copiesBefore: null,
    excluded: { authorCopies: null, legalDeposit: null, reviewCopies: null, reviewCopiesPercent: '' },
    poolShares: null,
    poolIndex: null,
    returnReserve: null,
    ...with_,
  };
}

const spoken = (clause: SpokenClause, lang: 'fr' | 'en' = 'fr') => clauseSentences(clause, speech(lang)).map(plain);

describe('a clause in plain words', () => {
  it('says its edition, its tiers and what they are counted on', () => {
    const tiers = [
      { upTo: 3000, rate: '8' },
      { upTo: 10000, rate: '10.5' },
      { upTo: null, rate: '12' },
    ];
    expect(spoken(aClause({ tiers }))).toEqual([
      'Broché (978-2-07-061275-8) : 8 % jusqu’à 3 000 exemplaires, puis 10,5 % jusqu’à 10 000, puis 12 % du prix public hors taxes, sur les exemplaires imprimés.',
    ]);
    expect(spoken(aClause({ tiers }), 'en')[0]).toContain('8% up to 3,000 copies, then 10.5% up to 10,000, then 12%');
  });

  it('says what bears no royalty, and leaves out what is zero', () => {
    const excluded = { authorCopies: 20, legalDeposit: 2, reviewCopies: 0, reviewCopiesPercent: '3' };
    expect(spoken(aClause({ excluded }))[1]).toBe(
      'Hors droits à chaque tirage : 20 ex. d’auteur, 2 de dépôt légal, 3 % du tirage pour la presse.',
    );
    const none = { authorCopies: 0, legalDeposit: 0, reviewCopies: 0, reviewCopiesPercent: '0' };
    expect(spoken(aClause({ excluded: none }))).toHaveLength(1);
  });

  it('says which part of a common rate is this contract’s', () => {
    expect(spoken(aClause({ poolShares: ['60', '40'], poolIndex: 1 }))[1]).toBe(
      'Taux commun partagé (60 / 40) ; la part de ce contrat est de 40.',
    );
  });

  it('says the reserve of a clause on sales, and the copies counted before', () => {
    const clause = aClause({ basis: 'sold', copiesBefore: 1200, returnReserve: { percent: '20', maxStatements: 2 } });
    expect(spoken(clause).slice(1)).toEqual([
      'Provision pour retours de 20 % sur 2 redditions.',
      '1 200 exemplaires antérieurs comptent déjà dans les paliers.',
    ]);
  });

  it('can be read while it is typed: what is missing is an ellipsis', () => {
    const clause = aClause({ edition: undefined, tiers: [{ upTo: null, rate: '' }] });
    expect(spoken(clause)[0]).toBe('Édition à choisir : … du prix public hors taxes, sur les exemplaires imprimés.');
  });

  it.each([
    [{ basis: 'netReceipts', tiers: [], rate: '25' }, ' : 25 % des recettes nettes encaissées.'],
    [
      { basis: 'thirdParty', tiers: [], rate: '50', right: 'translation' },
      ' : 50 % des sommes encaissées pour les droits cédés à des tiers (traduction).',
    ],
    [
      { basis: 'flatFee', tiers: [], amount: '1500', dueOn: '2026-09-01' },
      ' : forfait de 1 500,00 €, dû le 1 septembre 2026.',
    ],
    [
      {
        tiers: [
          { upTo: 1000, amountPerCopy: '0.80' },
          { upTo: null, amountPerCopy: '1' },
        ],
      },
      ' : 0,80 € par exemplaire jusqu’à 1 000 exemplaires, puis 1,00 € par exemplaire, sur les exemplaires imprimés.',
    ],
  ])('says any basis: %j', (clause, sentence) => {
    expect(spoken(aClause(clause))[0]).toBe(`Broché (978-2-07-061275-8)${sentence}`);
  });

  it('says where and when it applies', () => {
    const clause = aClause({
      basis: 'sold',
      channels: ['online'],
      territories: ['BE', 'CH'],
      from: '2026-01-01',
      until: '2026-12-31',
      copiesLeft: 400,
    });
    expect(spoken(clause).slice(1)).toEqual([
      'Seulement : vente en ligne ; Belgique, Suisse.',
      'En vigueur du 1 janvier 2026 au 31 décembre 2026.',
      '400 exemplaires imprimés avant cette fin restent payés à la vente.',
    ]);
  });
});
