import { columnsOfKind, fileKinds, recogniseTable } from '.';

const fieldsOf = (rows: string[][], fileName = 'fichier.csv') => {
  const table = recogniseTable(rows, { fileName });
  return (
    table && { kind: table.kind, headerRow: table.headerRow, fields: table.columns.map(({ column }) => column?.field) }
  );
};

it.each([
  ['titles', ['ISBN', 'Titre', 'Auteur(s)', 'Prix TTC', 'Date de parution']],
  ['titles', ['EAN / ISBN', 'TITRE', 'COLLECTION', 'P.P.T.T.C.', 'Parution']],
  ['contributors', ['Nom', 'Prénom', 'E-mail', 'IBAN', 'N° de sécurité sociale']],
  ['points-of-sale', ['Nom', 'Ville', 'Remise', 'Gencod']],
  ['contracts', ['Contrat', 'Auteur', 'ISBN', 'Taux', 'À-valoir']],
  ['print-runs', ['ISBN', 'Tirage', 'Date', 'Droits déjà payés']],
  ['figures', ['ISBN', 'Période', 'Ventes', 'Retours', 'Pilon']],
  ['titles', ['ISBN', 'Title', 'Author', 'Price', 'Publication date']],
])('recognises %s by %j', (kind, headers) => expect(fieldsOf([headers])).toMatchObject({ kind, headerRow: 0 }));

it('finds the header below titles and empty rows', () => {
  const rows = [
    ['Catalogue général 2025', '', ''],
    ['', '', ''],
    ['mis à jour le 3 mars', '', ''],
    ['ISBN', 'Titre', 'Prix TTC'],
  ];
  expect(fieldsOf(rows)).toEqual({ kind: 'titles', headerRow: 3, fields: ['isbn', 'title', 'priceInclVat'] });
});

it('says which columns it does not know, and which are missing', () => {
  const table = recogniseTable([['ISBN', 'Auteur', 'Prix TTC', 'Couleur du dos']], { fileName: 'x', kind: 'titles' });
  expect(table?.columns.filter(({ column }) => !column).map(({ header }) => header)).toEqual(['Couleur du dos']);
  expect(table?.missing.map(({ field }) => field)).toEqual(['title']);
});

it('does not take a shopping list for a catalogue', () => {
  expect(
    fieldsOf([
      ['pain', 'beurre'],
      ['2', '3'],
    ]),
  ).toBeUndefined();
});

it.each(fileKinds.flatMap((kind) => (['fr', 'en'] as const).map((language) => [kind, language] as const)))(
  'recognises its own template of %s in %s, column by column',
  (kind, language) => {
    const columns = columnsOfKind[kind];
    const table = recogniseTable([columns.map((column) => column[language][0])], { fileName: 'modele.csv' });
    expect(table?.kind).toBe(kind);
    expect(table?.columns.map(({ column }) => column?.field)).toEqual(columns.map(({ field }) => field));
  },
);
