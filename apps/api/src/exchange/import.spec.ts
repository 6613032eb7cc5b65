import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import type request from 'supertest';

import { startTestApi, type ApiClient, type TestApi } from '../../../../tests/support/api';
import { Tasks } from '../platform/tasks/tasks';

let api: TestApi;
let owner: ApiClient;

beforeAll(async () => {
  api = await startTestApi();
  owner = await api.as('owner');
});
afterAll(() => api.close());

type Files = Record<string, string | Buffer>;
interface Issue {
  severity: string;
  fileName: string;
  row: number;
  column: string;
  value: string;
  code: string;
  reason: string;
}

async function bring(files: Files, client = owner) {
  const bytes = Object.entries(files).map(([name, content]) => [name, Buffer.from(content as string)]);
  const started = await client.uploadAll('/api/imports', Object.fromEntries(bytes)).expect(202);
  await api.get(Tasks).run(started.body.taskId);
  return report(started.body.importId, client);
}

async function report(id: number, client = owner) {
  const found = await client.get(`/api/imports/${id}`).expect(200);
  const issues = await client.get(`/api/imports/${id}/issues?limit=100`).set('Accept-Language', 'fr').expect(200);
  const items: Issue[] = issues.body.items;
  return { ...found.body, issues: items, errorsOf: items.filter(({ severity }) => severity === 'error') };
}

async function apply(id: number) {
  const started = await owner.post(`/api/imports/${id}/apply`).expect(202);
  await api.get(Tasks).run(started.body.taskId);
  return report(id);
}

async function importNow(files: Files) {
  const checked = await bring(files);
  expect(checked.errorsOf).toEqual([]);
  return apply(checked.id);
}

const count = async (table: string): Promise<number> =>
  (await api.sql<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`))[0]!.count;

const house: Files = {
  'auteurs.csv': iconv.encode(
    'Référence;Nom;Prénom;Courriel;Adresse;CP;Ville;IBAN;N° de sécurité sociale;Précompte;TVA\r\n' +
      'A1;Lefèvre;Zoé;zoe@example.org;3, rue des Frères;1000;Bourg-en-Bresse;FR76 3000 6000 0112 3456 7890 189;2 55 08 14 168 025 38;précompte;retenue\r\n' +
      'A2;N’Diaye;Awa;;;;;;;dispense;franchise\r\n',
    'windows-1252',
  ),
  'catalogue.csv': iconv.encode(
    'Catalogue 2025;;;;;;;\r' +
      'Œuvre;ISBN;Titre;Auteur(s);Collection;Format;Parution;Prix TTC\r' +
      'O1;978-2-07-061275-8;L’été à la forêt;Lefèvre, Zoé;Terres;broché;15/03/2024;1 018,50 ¤\r' +
      'O1;9782070612765;L’été à la forêt;Zoé Lefèvre;Terres;numérique;15/03/2024;9,99\r' +
      ';9782070612772;Où va l’eau;Awa N’Diaye & Luc Martin (ill.);;relié;31.12.25;24\r',
    'macintosh',
  ),
  'clients.csv':
    '\ufeffNom;Ville;CP;Pays;Remise;Gencod;Règlement\nLibrairie de l’Îlot;Rennes;35000;France;35 %;3020410000008;60 jours fin de mois\n',
  'contrats.csv':
    'Contrat;Auteur;ISBN;Assiette;Taux;Ex. auteur;À-valoir;Signé le;Tirage minimum\n' +
    'C1;A1;9782070612758;tirage;"8 % jusqu’à 3000 ; 10 %";20;1 500,00;10/01/2024;1000\n' +
    'C1;;9782070612765;ventes;12 %;;;;\n',
  'tirages.csv':
    'ISBN;N° tirage;Date;Tirage;Imprimeur;Coût unitaire;Droits déjà payés\n' +
    '9782070612758;1;12/03/2024;1 500;Imprimerie du Lez;2,35;oui\n' +
    '9782070612758;2;46022;1 000;Imprimerie du Lez;2,5;non\n',
  'chiffres.csv': 'ISBN;Période;Ventes;Retours;Gratuits;Pilon;Écart d’inventaire\n9782070612758;2025;420;35;12;0;-2\n',
};

describe('an import', () => {
  it('takes files in every encoding, resolves what they name of each other, and writes them together', async () => {
    const checked = await bring(house);
    expect(checked.errorsOf).toEqual([]);
    expect(checked.status).toBe('ready');
    expect(checked.tables.map((table: { kind: string; encoding: string }) => [table.kind, table.encoding])).toEqual([
      ['contributors', 'windows-1252'],
      ['titles', 'mac-roman'],
      ['points-of-sale', 'utf-8'],
      ['contracts', 'utf-8'],
      ['print-runs', 'utf-8'],
      ['figures', 'utf-8'],
    ]);
    expect(await count('work')).toBe(0);
    const codes = checked.issues.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['postal-code-completed', 'contributor-created']));

    const applied = await apply(checked.id);
    expect(applied.status).toBe('applied');
    expect([await count('work'), await count('edition'), await count('contributor')]).toEqual([2, 3, 3]);
    const [stock] = await api.sql(`SELECT sum(CASE WHEN f.kind = 'own' THEN -copies ELSE copies END)::int AS copies
      FROM stock_movement m JOIN stock_location f ON f.id = m.from_location_id`);
    expect(stock).toEqual({ copies: 1500 + 1000 - 420 + 35 - 12 - 2 });
    const [title] =
      await api.sql(`SELECT w.title, p.retail_price_incl_vat AS price, e.publication_date AS date, e.product_form AS form
      FROM edition e JOIN work w ON w.id = e.work_id JOIN edition_price p ON p.edition_id = e.id WHERE isbn13 = '9782070612758'`);
    expect(title).toEqual({ title: 'L’été à la forêt', price: '1018.50', date: '2024-03-15', form: 'paperback' });
    const [author] = await api.sql(`SELECT address, iban_last4 AS iban FROM contributor WHERE external_id = 'A1'`);
    expect(author).toMatchObject({ address: { postalCode: '01000', country: 'FR' }, iban: '0189' });
  });

  it('changes nothing when the same files are brought again', async () => {
    const changes = async () =>
      api.sql(`SELECT count(*)::int AS changes FROM audit_entry WHERE entity_type <> 'import_batch'`);
    const before = await changes();
    const again = await importNow(house);
    expect(again.tables.map(({ kind, counts }: { kind: string; counts: object }) => [kind, counts])).toEqual(
      [
        ['contributors', 2],
        ['titles', 3],
        ['points-of-sale', 1],
        ['contracts', 1],
        ['print-runs', 2],
        ['figures', 1],
      ].map(([kind, unchanged]) => [kind, { created: 0, changed: 0, refused: 0, unchanged }]),
    );
    expect(await changes()).toEqual(before);
  });

  it('writes what changed, and only it', async () => {
    const again = await importNow({
      'clients.csv': 'Nom;Ville;Remise;Gencod\nLibrairie de l’Îlot;Rennes;37,5 %;3020410000008\n',
      'catalogue.csv': 'ISBN;Titre;Prix TTC\n9782070612772;Où va l’eau;25,50\n9782070612758;L’été à la forêt;1018,5\n',
      'chiffres.csv': 'ISBN;Période;Ventes\n9782070612758;2025;430\n',
    });
    expect(again.tables.map((table: { counts: object }) => table.counts)).toEqual([
      expect.objectContaining({ changed: 1, unchanged: 0 }),
      expect.objectContaining({ changed: 1, unchanged: 1 }),
      expect.objectContaining({ changed: 1 }),
    ]);
    const [shop] = await api.sql('SELECT trade_discount_rate, payment_term_days FROM point_of_sale');
    expect(shop).toEqual({ trade_discount_rate: '37.5', payment_term_days: 60 });
    const prices =
      await api.sql(`SELECT retail_price_incl_vat AS price, valid_from FROM edition_price p JOIN edition e ON e.id = edition_id
      WHERE isbn13 = '9782070612772' ORDER BY 2`);
    expect(prices).toEqual([
      { price: '24.00', valid_from: '2024-12-31' },
      { price: '25.50', valid_from: '2026-07-15' },
    ]);
    const sold = await api.sql(`SELECT copies FROM stock_movement WHERE kind = 'sold' ORDER BY id`);
    expect(sold).toEqual([{ copies: 420 }, { copies: 10 }]);
  });
});

describe('a dry run', () => {
  it.each<[string, Files, [row: number, column: string, code: string][]]>([
    ['an ISBN whose digits are lost', { 't.csv': 'ISBN;Titre;Prix\n9,78E+12;A;12\n' }, [[2, 'ISBN', 'digits-lost']]],
    ['a wrong check digit', { 't.csv': 'ISBN;Titre;Prix\n9782070612759;A;12\n' }, [[2, 'ISBN', 'isbn-invalid']]],
    [
      'several cells of one row, and the rows after it',
      {
        't.csv': 'ISBN;Titre;Prix;Parution;Pages\n9782070612789;;douze;31/02/2025;beaucoup\n9782070612796;B;-3;;12,5\n',
      },
      [
        [2, 'Titre', 'cell-required'],
        [2, 'Parution', 'date-not-in-calendar'],
        [2, 'Prix', 'decimal-unreadable'],
        [2, 'Pages', 'whole-number-unreadable'],
        [3, 'Prix', 'money'],
        [3, 'Pages', 'whole-number-unreadable'],
      ],
    ],
    [
      'two rows of one ISBN',
      { 't.csv': 'ISBN;Titre;Prix\n9782070612802;A;12\n978-2-07-061280-2;B;13\n' },
      [[3, 'ISBN', 'row-repeated']],
    ],
    [
      'a price that is only without VAT',
      { 't.csv': 'ISBN;Titre;Prix HT\n9782070612802;A;12\n' },
      [[2, 'Prix HT', 'price-only-without-vat']],
    ],
    [
      'points of sale as their form would refuse them',
      {
        'p.csv':
          'Nom;Ville;Remise;GLN;E-mail\nA;Lyon;0,35;;\nB;Lyon;135 %;3020410000009;oui\nC;Lyon;35;3020410000008;\n;Lyon;;;\n',
      },
      [
        [2, 'Remise', 'rate-is-fraction'],
        [3, 'GLN', 'gln-invalid'],
        [3, 'E-mail', 'isEmail'],
        [3, 'Remise', 'rate'],
        [5, 'Nom', 'cell-required'],
      ],
    ],
    [
      'contracts that can not be computed, at the row of the clause',
      {
        'contrats.csv':
          'Contrat;Auteur;ISBN;Taux;À-valoir;Signé le\nC8;A1;9782070612758;8 % jusqu’à 3000;;\nC9;personne;9782070612758;8 %;;\nC9;;;;;12/01/2024\nC7;A1;9782070612999;x;-5;\n',
      },
      [
        [2, 'Taux', 'tiers-no-open-end'],
        [3, 'Auteur', 'reference-unknown'],
        [4, 'Taux', 'clause-without-rate'],
        [5, 'ISBN', 'isbn-invalid'],
        [5, 'Taux', 'tiers-unreadable'],
      ],
    ],
    [
      'runs whose payment is not told, that are in the future, or that differ from what was accepted',
      {
        'tirages.csv':
          'ISBN;N° tirage;Date;Tirage;Payé\n9782070612758;3;01/02/2025;500;\n9782070612758;4;01/02/2030;500;non\n9782070612758;1;12/03/2024;1 600;oui\n9782070612765;1;12/03/2024;100;oui\n',
      },
      [
        [2, 'Payé', 'run-paid-unknown'],
        [3, 'Date', 'print-run-date-in-future'],
        [4, 'Tirage', 'run-accepted-differs'],
        [5, 'ISBN', 'print-run-of-a-file'],
      ],
    ],
    [
      'figures of a period that has not ended, or beyond the stock',
      {
        'chiffres.csv':
          'ISBN;Du;Au;Ventes\n9782070612758;01/01/2026;31/12/2026;5\n9782070612772;01/01/2025;31/12/2025;5\n9782070612758;;31/12/2025;1\n',
      },
      [
        [2, 'Au', 'period-in-future'],
        [3, 'Ventes', 'stock-insufficient'],
        [4, 'Période', 'period-incomplete'],
      ],
    ],
  ])('tells %s', async (_what, files, expected) => {
    const checked = await bring(files);
    expect(checked.status).toBe('refused');
    expect(checked.errorsOf.map(({ row, column, code }) => [row, column, code])).toEqual(expected);
    for (const { reason } of checked.errorsOf) expect(reason).toMatch(/^[\p{Lu}«].*\.$/su);
    await owner.post(`/api/imports/${checked.id}/apply`).expect(409);
  });

  it('warns of what is allowed but looks wrong', async () => {
    const checked = await bring({
      't.csv':
        'ISBN;Titre;Prix TTC;Prix HT;Couleur du dos\n9782070612833;A;14,22;;bleu\n9782070612840;B;17,06;17,06;\n9782070612857;C;11,37;10,00;\nTotal;;42,65;;\n',
    });
    expect(checked.status).toBe('ready');
    expect(checked.issues.map(({ code }) => code).sort()).toEqual([
      'column-ignored',
      'price-not-of-vat',
      'price-seems-without-vat',
      'prices-look-without-vat',
      'row-total-ignored',
    ]);
  });

  it('says what file it does not understand, and how to say it', async () => {
    const checked = await bring({
      'liste.csv': 'pain;beurre\n1;2\n',
      'vieux.xls': Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
    });
    expect(checked.errorsOf.map(({ code }) => code)).toEqual(['kind-not-recognised', 'file-old-excel']);
    const [file] = checked.files;
    const chosen = await owner
      .post(`/api/imports/${checked.id}/check`, { files: [{ fileId: file.id, kind: 'titles' }] })
      .expect(202);
    await api.get(Tasks).run(chosen.body.taskId);
    expect((await report(checked.id)).errorsOf[0]).toMatchObject({ code: 'kind-not-recognised' });
  });

  it('takes a mended file beside the others of the import that was refused', async () => {
    const shops = 'Nom;Ville;Remise;Gencod\nLa Corrigée;Lyon;35;\n';
    const refused = await bring({ 'clients.csv': shops, 't.csv': 'ISBN;Titre;Prix\n9,78E+12;A;12\n' });
    const mended = { 't.csv': Buffer.from('ISBN;Titre;Prix\n9782070612895;A;12\n') };
    const started = await owner.uploadAll(`/api/imports?corrects=${refused.id}`, mended).expect(202);
    await api.get(Tasks).run(started.body.taskId);
    const checked = await report(started.body.importId);
    expect(checked).toMatchObject({ status: 'ready', taskId: started.body.taskId, errors: 0 });
    expect(checked.files.map(({ fileName }: { fileName: string }) => fileName)).toEqual(['clients.csv', 't.csv']);
  });

  it('never shows bank details in its report, nor keeps them in clear', async () => {
    const iban = 'FR7630006000011234567890188';
    const checked = await bring({ 'auteurs.csv': `Nom;Prénom;IBAN\nX;Y;${iban}\n` });
    expect(checked.errorsOf).toEqual([expect.objectContaining({ code: 'iban-invalid', value: '••••' })]);
    const kept = await api.sql(`SELECT 1 FROM stored_file WHERE position('${iban}'::bytea in bytes) > 0
      UNION ALL SELECT 1 FROM import_issue WHERE import_issue::text LIKE '%${iban}%'
      UNION ALL SELECT 1 FROM audit_entry WHERE audit_entry::text LIKE '%${iban}%'`);
    expect(kept).toEqual([]);
  });

  it('leaves out what the role may not bring, and says so', async () => {
    const editorial = await api.as('editorial');
    const people = await bring(
      { 'auteurs.csv': 'Nom;Prénom;IBAN\nNouvelle;Personne;FR7630006000011234567890189\n' },
      editorial,
    );
    expect(people.status).toBe('ready');
    expect(people.issues.map(({ code }) => code)).toEqual(['column-secret']);
    const shops = await bring({ 'clients.csv': 'Nom;Ville;Remise;Gencod\nA;Lyon;35;\n' }, editorial);
    expect(shops.errorsOf.map(({ code }) => code)).toEqual(['kind-forbidden']);
    await (await api.as('read-only')).post('/api/imports').expect(403);
  });

  it('gives its errors as a file, and a template of each kind that it takes back', async () => {
    const checked = await bring({ 't.csv': 'ISBN;Titre;Prix\n9,78E+12;A;12\n' });
    const csv = await owner.get(`/api/imports/${checked.id}/issues/export`).set('Accept-Language', 'fr').expect(200);
    expect(csv.text).toContain('t.csv;;2;ISBN;9,78E+12;erreur;Le tableur a remplacé');
    for (const kind of ['contributors', 'titles', 'points-of-sale', 'contracts', 'print-runs', 'figures']) {
      const template = await owner.get(`/api/imports/templates/${kind}.csv`).expect(200);
      const taken = await bring({ 'modele.csv': template.text });
      expect(taken.tables.map((table: { kind: string }) => table.kind)).toEqual([kind]);
    }
    const xlsx = await owner.get('/api/imports/templates/titles.xlsx').buffer().parse(binary).expect(200);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(xlsx.body);
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(['À remplir', 'Mode d’emploi']);
    expect((await bring({ 'modele.xlsx': xlsx.body })).errorsOf).toEqual([]);
  });
});

function binary(response: request.Response, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  const stream = response as unknown as NodeJS.ReadableStream;
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => done(null, Buffer.concat(chunks)));
}

describe('an import that was applied', () => {
  const more = (isbn: string): Files => ({
    'titres.csv': `ISBN;Titre;Auteur;Collection;Prix\n${isbn};À défaire ${isbn};Personne d’Autre ${isbn.slice(-2)};Passagère ${isbn};12\n9782070612772;Où va l’eau;;;26\n`,
    'tirages.csv': `ISBN;Date;Tirage;Payé\n${isbn};01/02/2026;500;non\n`,
  });
  const tables = [
    'work',
    'edition',
    'edition_price',
    'collection',
    'contributor',
    'print_run',
    'stock_movement',
    'work_contributor',
  ];
  const counts = () => Promise.all(tables.map(count));

  it('is taken back as a whole', async () => {
    const before = await counts();
    const applied = await importNow(more('9782070612864'));
    expect(await counts()).not.toEqual(before);
    await owner.post(`/api/imports/${applied.id}/undo`).expect(204);
    expect(await counts()).toEqual(before);
    expect((await report(applied.id)).status).toBe('undone');
    await owner.post(`/api/imports/${applied.id}/undo`).expect(409);
  });

  it('stays where something depends on it, and says what', async () => {
    const applied = await importNow(more('9782070612871'));
    const before = await counts();
    const [edition] = await api.sql<{ id: number }>(`SELECT id FROM edition WHERE isbn13 = '9782070612871'`);
    await api.sql(`INSERT INTO print_run (edition_id, number) VALUES ($1, 9)`, [edition!.id]);
    const refused = await owner.post(`/api/imports/${applied.id}/undo`).set('Accept-Language', 'fr').expect(409);
    expect(refused.body).toMatchObject({ code: 'import-in-use', detail: expect.stringContaining('1 tirages') });
    await api.sql(`DELETE FROM print_run WHERE edition_id = $1 AND number = 9`, [edition!.id]);
    expect(await counts()).toEqual(before);

    await api.sql(`UPDATE edition SET page_count = 12 WHERE id = $1`, [edition!.id]);
    const changed = await owner.post(`/api/imports/${applied.id}/undo`).set('Accept-Language', 'fr').expect(409);
    expect(changed.body.detail).toContain('1 fiches ont été modifiées depuis');
  });
});

describe('all or nothing', () => {
  it('writes nothing where the house has changed since the check, and says what is wrong now', async () => {
    const checked = await bring({
      'clients.csv': 'Nom;Ville;Remise;SIRET\nPremière;Nantes;35;73282932000074\nSeconde;Nantes;35;\n',
      'tirages.csv': 'ISBN;N° tirage;Date;Tirage;Payé\n9782070612758;7;05/05/2026;10;oui\n',
    });
    expect(checked.status).toBe('ready');
    await api.sql(`INSERT INTO print_run (edition_id, number, status, accepted_on, quantity_accepted, external_id)
      SELECT id, 7, 'accepted', '2026-05-05', 11, '9782070612758#7' FROM edition WHERE isbn13 = '9782070612758'`);
    const shops = await count('point_of_sale');
    const started = await owner.post(`/api/imports/${checked.id}/apply`).expect(202);
    await api.get(Tasks).run(started.body.taskId);
    expect(await count('point_of_sale')).toBe(shops);
    expect(await report(checked.id)).toMatchObject({ status: 'refused', errorsOf: [{ code: 'run-accepted-differs' }] });
    const task = await owner.get(`/api/tasks/${started.body.taskId}`).expect(200);
    expect(task.body).toMatchObject({ status: 'failed', problem: { code: 'import-now-faulty' } });
  });

  it('is taken up again after a crash, and then done once', async () => {
    const checked = await bring({ 'clients.csv': 'Nom;Ville;Remise\nAprès la panne;Brest;35\n' });
    const started = await owner.post(`/api/imports/${checked.id}/apply`).expect(202);
    // As a process leaves it that dies in the middle of its transaction.
    await api.sql(`UPDATE background_task SET status = 'running' WHERE id = $1`, [started.body.taskId]);
    await api.get(Tasks).run(started.body.taskId);
    await api.sql(`UPDATE background_task SET status = 'running' WHERE id = $1`, [started.body.taskId]);
    await api.get(Tasks).run(started.body.taskId);
    const found = await owner.get('/api/points-of-sale?q=panne').expect(200);
    expect(found.body.total).toBe(1);
    expect((await report(checked.id)).status).toBe('applied');
  });
});
