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
});
