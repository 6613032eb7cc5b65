/**
 * Writes the files of the demonstration house into samples/demo, as such a house would have them: some from Excel, some
 * from an old FileMaker on a Macintosh, some from a text editor. The same seed gives the same bytes.
 *
 *   node samples/generate-demo.mjs [folder]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { stringify } from 'csv-stringify/sync';
import iconv from 'iconv-lite';

import { makeHouse } from './demo-data/house.mjs';

const folder = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), 'demo');

/** Workbooks carry the moment they were made in: here it is always the same. */
const MADE = Date.UTC(2026, 6, 14, 9);
const RealDate = globalThis.Date;
globalThis.Date = class extends RealDate {
  constructor(...parts) {
    super(...(parts.length > 0 ? parts : [MADE]));
  }
  static now() {
    return MADE;
  }
};
const { default: ExcelJS } = await import('exceljs');

const french = (date) => date.split('-').reverse().join('/');
const dotted = (date) => `${date.slice(8)}.${date.slice(5, 7)}.${date.slice(2, 4)}`;
const euros = (price) => `${price.replace('.', ',')} €`;
const hyphens = (isbn) => isbn.replace(/^(\d{3})(\d\d)(\d{6})(\d)(\d)$/, '$1-$2-$3-$4-$5');
const lastFirst = (person) => `${person.lastName}, ${person.firstName}`;
const firstLast = (person) => `${person.firstName} ${person.lastName}`;
const all = (list, write, between) => (list ?? []).map(write).join(between);

function text(name, rows, { encoding = 'utf-8', delimiter = ';', end = 'windows', bom = false } = {}) {
  const content = stringify(rows, { delimiter, record_delimiter: end });
  // The library's table of the Macintosh is older than the euro.
  const written = encoding === 'macintosh' ? content.replaceAll('€', '¤') : content;
  write(name, iconv.encode(written, encoding, { addBOM: bom }));
}

async function workbook(name, sheetName, rows, style = () => undefined) {
  const book = new ExcelJS.Workbook();
  book.created = book.modified = new Date();
  const sheet = book.addWorksheet(sheetName);
  for (const row of rows) sheet.addRow(row);
  style(sheet);
  write(name, Buffer.from(await book.xlsx.writeBuffer()));
}

function write(name, bytes) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), bytes);
}

const house = makeHouse();
const titles = (genres, form) =>
  house.works
    .filter(({ genre }) => genres.includes(genre))
    .flatMap((work) => work.editions.filter((edition) => (edition.form === 'numérique') === form).map((edition) => ({ work, edition })));

text(
  'autrices-et-auteurs.csv',
  [
    ['Référence', 'Nom', 'Prénom', 'Pseudonyme', 'Courriel', 'Adresse', 'CP', 'Ville', 'Pays', 'IBAN', 'N° de sécurité sociale', 'Précompte', 'TVA'],
    ...house.authors.map((person) => [
      ...[person.reference, person.lastName, person.firstName, person.pseudonym, person.email, person.line1],
      ...[person.postalCode, person.city, person.country, person.iban.replace(/(.{4})(?=.)/g, '$1 '), person.nir, person.social, person.vat],
    ]),
  ],
  { encoding: 'windows-1252' },
);

await workbook(
  'catalogue-romans-et-essais.xlsx',
  'Catalogue',
  [
    ['Les Éditions du Gué aux Loutres – catalogue', '', '', '', '', '', '', '', ''],
    [],
    ['Œuvre', 'ISBN', 'Titre', 'Sous-titre', 'Auteur(s)', 'Traducteur', 'Préface', 'Collection', 'N°', 'Format', 'Parution', 'Prix TTC', 'Pages'],
    ...titles(['novel', 'translation', 'essay'], false).map(({ work, edition }) => [
      ...[work.reference, Number(edition.isbn), work.title, work.subtitle, all(work.credits.authors, lastFirst, ' ; ')],
      ...[all(work.credits.translators, firstLast, ' ; '), all(work.credits.prefaceAuthors, firstLast, ' ; ')],
      ...[work.collection, work.number, edition.form, new Date(`${edition.published}T00:00:00Z`), Number(edition.price), work.pages],
    ]),
  ],
  (sheet) => {
    sheet.mergeCells('A1:I1');
    sheet.getColumn(11).numFmt = 'dd/mm/yyyy';
    sheet.getColumn(12).numFmt = '#,##0.00 "€"';
  },
);

text(
  'fichier-filemaker.csv',
  [
    ['Réf œuvre', 'EAN / ISBN', 'TITRE', 'SOUS-TITRE', 'AUTEUR', 'ILLUSTRATEUR', 'COLLECTION', 'N°', 'FORMAT', 'PARUTION', 'P.P.T.T.C.', 'NB PAGES'],
    ...titles(['picture', 'poetry', 'practical'], false).map(({ work, edition }) => [
      ...[work.reference, hyphens(edition.isbn), work.title, work.subtitle, all(work.credits.authors, firstLast, ' & ')],
      ...[all(work.credits.illustrators, firstLast, ' & '), work.collection, work.number, edition.form, dotted(edition.published)],
      ...[euros(edition.price), work.pages],
    ]),
  ],
  { encoding: 'macintosh', end: 'mac' },
);

text(
  'numerique.txt',
  [
    ['Œuvre', 'ISBN', 'Titre', 'Auteurs', 'Collection', 'Format', 'Date de parution', 'Prix TTC'],
    ...titles(['novel', 'translation', 'essay'], true).map(({ work, edition }) => [
      ...[work.reference, edition.isbn, work.title, all(work.credits.authors, lastFirst, ' ; '), work.collection],
      ...['numérique', edition.published, edition.price.replace('.', ',')],
    ]),
  ],
  { encoding: 'utf-16le', bom: true, delimiter: '\t' },
);

text('jeux-et-papeterie.csv', [
  ['Œuvre', 'EAN', 'Titre', 'Illustration', 'Collection', 'Format', 'Parution', 'Prix TTC', 'TVA'],
  ...titles(['goods'], false).map(({ work, edition }) => [
    ...[work.reference, edition.ean, work.title, all(work.credits.illustrators, lastFirst, ' ; '), work.collection, edition.form],
    ...[french(edition.published), edition.price.replace('.', ','), '20 %'],
  ]),
]);

text(
  'points-de-vente.csv',
  [
    ['Code client', 'Raison sociale', 'Type', 'Gencod', 'SIREN', 'SIRET', 'Adresse', 'CP', 'Ville', 'Pays', 'Courriel', 'Téléphone', 'Remise', 'Règlement', 'Contact'],
    ...house.shops.map((shop) => [
      ...[shop.reference, shop.name, shop.kind, shop.gln, shop.siren, shop.siret, shop.line1, shop.postalCode, shop.city, shop.country],
      ...[shop.email, shop.phone, shop.discount, shop.terms, shop.contact],
    ]),
  ],
  { encoding: 'windows-1252' },
);

await workbook('contrats.xlsx', 'Contrats', [
  [
    ...['Contrat', 'Auteur', 'ISBN', 'Titre', 'Assiette', 'Taux', 'Ex. auteur', 'Dépôt légal', 'SP', 'SP %', 'Partage', 'Rang', 'À-valoir'],
    ...['Libellé à-valoir', 'À-valoir versé le', 'Signé le', 'Seuil', 'Tirage minimum', 'Reddition'],
  ],
  ...house.contracts.flatMap(contractRows),
]);

function contractRows(contract) {
  const { reference, person, work, advances } = contract;
  return contract.rows.map((clause, index) => {
    const advance = advances[index];
    return [
      ...[reference, person.reference, clause.edition.isbn || clause.edition.ean, work.title, clause.basis, clause.tiers],
      ...[clause.authorCopies ?? '', clause.legalDeposit ?? '', clause.reviewCopies ?? '', clause.reviewPercent ?? '', clause.shares ?? '', clause.rank ?? ''],
      ...[advance?.amount ?? '', advance?.label ?? '', advance ? french(advance.paidOn) : '', french(contract.signedOn)],
      ...[contract.threshold, contract.minimumFirstRun, contract.frequency],
    ];
  });
}

text(
  'tirages.csv',
  [
    ['ISBN', 'Titre', 'N° tirage', 'Date', 'Tirage', 'Imprimeur', 'Papier', 'Label', 'Coût unitaire', 'Droits déjà payés'],
    ...house.runs.map((run) => [
      ...[run.edition.isbn || run.edition.ean, run.work.title, run.number, french(run.date), run.quantity.toLocaleString('fr-FR')],
      ...[run.printer, run.paper, run.label, run.cost, run.isPaid ? 'oui' : 'non'],
    ]),
  ],
  { bom: true },
);

text(
  'chiffres-par-periode.csv',
  [
    ['ISBN', 'Titre', 'Période', 'Ventes', 'Retours', 'Gratuits', 'Pilon', 'Écart d’inventaire'],
    ...house.figures.map((figure) => [
      ...[figure.edition.isbn || figure.edition.ean, figure.work.title, figure.period, figure.sold, figure.returned],
      ...[figure.free ?? '', figure.destroyed ?? '', figure.counted ?? ''],
    ]),
  ],
  { encoding: 'windows-1252' },
);

text(
  'plateformes-numeriques.csv',
  [
    ['ISBN', 'Titre', 'Période', 'Ventes', 'Retours', 'Plateforme', 'Mode de vente', 'Recettes nettes HT', 'Référence du relevé'],
    ...house.reports.map(({ work, edition, period, sold, returned, platform, mode, cents, reference }) => [
      ...[edition.isbn, work.title, period, sold, returned, platform, mode],
      ...[`${Math.trunc(cents / 100)},${String(cents % 100).padStart(2, '0')}`, reference],
    ]),
  ],
  { bom: true },
);

// Not imported: the demonstration posts them one by one, as people would have.
text('factures/factures.csv', [
  ['facture', 'date', 'client', 'code', 'quantite'],
  ...house.invoices.flatMap(({ date, shop, lines }, index) =>
    lines.map(({ edition, quantity }) => [index + 1, date, shop.reference, edition.isbn || edition.ean, quantity]),
  ),
]);
text('factures/avoirs.csv', [
  ['facture', 'ligne', 'date', 'quantite'],
  ...house.credits.map(({ invoice, line, date, quantity }) => [invoice + 1, line + 1, date, quantity]),
]);

const count = (list) => list.length;
process.stdout.write(
  `${count(house.works)} works, ${count(house.authors)} people, ${count(house.shops)} shops, ${count(house.contracts)} contracts, ` +
    `${count(house.runs)} runs, ${count(house.figures)} figures, ${count(house.reports)} reports, ${count(house.invoices)} invoices, ${count(house.credits)} credit notes\n`,
);
