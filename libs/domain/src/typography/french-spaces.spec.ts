import { frenchSpaces } from './french-spaces';

describe('the spaces of French', () => {
  it.each([
    ['Quitter sans enregistrer ?', 'Quitter sans enregistrer\u202f?'],
    [
      '« Le dernier » : 5,5 % ; 12 €',
      '«\u202fLe dernier\u202f»\u202f: 5,5\u202f% ; 12\u202f€'.replace(' ;', '\u202f;'),
    ],
    ['Période\u00a0: 2026', 'Période\u202f: 2026'],
  ])('hold the mark of %j to its word', (written, set) => {
    expect(frenchSpaces(written)).toBe(set);
  });

  it.each(['2 de presse, 3 d’auteur.', 'https://colophon.example/a?b', 'à 14:05'])('leave %j alone', (text) => {
    expect(frenchSpaces(text)).toBe(text);
  });
});
