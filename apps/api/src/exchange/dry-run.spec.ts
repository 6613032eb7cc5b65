import ExcelJS from 'exceljs';
import type request from 'supertest';

import { smallHouse, startImports, type Files } from '../../../../tests/support/imports';

let imports: Awaited<ReturnType<typeof startImports>>;

beforeAll(async () => {
  imports = await startImports();
  await imports.importNow(smallHouse);
});
afterAll(() => imports.api.close());

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
      'a run of a title whose own row has errors',
      {
        't.csv': 'ISBN;Titre;Prix\n9782070612901;A;douze\n',
        'tirages.csv': 'ISBN;Date;Tirage;Payé\n9782070612901;01/02/2025;500;oui\n',
      },
      [
        [2, 'Prix', 'decimal-unreadable'],
        [2, 'ISBN', 'reference-refused'],
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
    const checked = await imports.bring(files);
    expect(checked.status).toBe('refused');
    expect(checked.errorsOf.map(({ row, column, code }) => [row, column, code])).toEqual(expected);
    for (const { reason } of checked.errorsOf) expect(reason).toMatch(/^[\p{Lu}«].*\.$/su);
    await imports.owner.post(`/api/imports/${checked.id}/apply`).expect(409);
  });

  it('warns of what is allowed but looks wrong', async () => {
    const checked = await imports.bring({
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
    const checked = await imports.bring({
      'liste.csv': 'pain;beurre\n1;2\n',
      'vieux.xls': Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
    });
    expect(checked.errorsOf.map(({ code }) => code)).toEqual(['kind-not-recognised', 'file-old-excel']);
    const [file] = checked.files;
    const chosen = await imports.owner
      .post(`/api/imports/${checked.id}/check`, { files: [{ fileId: file.id, kind: 'titles' }] })
      .expect(202);
    await imports.run(chosen.body.taskId);
    expect((await imports.report(checked.id)).errorsOf[0]).toMatchObject({ code: 'kind-not-recognised' });
  });

  it('takes a mended file beside the others of the import that was refused', async () => {
    const shops = 'Nom;Ville;Remise;Gencod\nLa Corrigée;Lyon;35;\n';
    const refused = await imports.bring({ 'clients.csv': shops, 't.csv': 'ISBN;Titre;Prix\n9,78E+12;A;12\n' });
    const mended = { 't.csv': Buffer.from('ISBN;Titre;Prix\n9782070612895;A;12\n') };
    const started = await imports.owner.uploadAll(`/api/imports?corrects=${refused.id}`, mended).expect(202);
    await imports.run(started.body.taskId);
    const checked = await imports.report(started.body.importId);
    expect(checked).toMatchObject({ status: 'ready', taskId: started.body.taskId, errors: 0 });
    expect(checked.files.map(({ fileName }: { fileName: string }) => fileName)).toEqual(['clients.csv', 't.csv']);
  });

  it('never shows bank details in its report, nor keeps them in clear', async () => {
    const iban = 'FR7630006000011234567890188';
    const checked = await imports.bring({ 'auteurs.csv': `Nom;Prénom;IBAN\nX;Y;${iban}\n` });
    expect(checked.errorsOf).toEqual([expect.objectContaining({ code: 'iban-invalid', value: '••••' })]);
    const kept = await imports.api.sql(`SELECT 1 FROM stored_file WHERE position('${iban}'::bytea in bytes) > 0
      UNION ALL SELECT 1 FROM import_issue WHERE import_issue::text LIKE '%${iban}%'
      UNION ALL SELECT 1 FROM audit_entry WHERE audit_entry::text LIKE '%${iban}%'`);
    expect(kept).toEqual([]);
  });

  it('leaves out what the role may not bring, and says so', async () => {
    const editorial = await imports.api.as('editorial');
    const people = await imports.bring(
      { 'auteurs.csv': 'Nom;Prénom;IBAN\nNouvelle;Personne;FR7630006000011234567890189\n' },
      editorial,
    );
    expect(people.status).toBe('ready');
    expect(people.issues.map(({ code }) => code)).toEqual(['column-secret']);
    const shops = await imports.bring({ 'clients.csv': 'Nom;Ville;Remise;Gencod\nA;Lyon;35;\n' }, editorial);
    expect(shops.errorsOf.map(({ code }) => code)).toEqual(['kind-forbidden']);
    await (await imports.api.as('read-only')).post('/api/imports').expect(403);
  });

  it('gives its errors as a file, and a template of each kind that it takes back', async () => {
    const checked = await imports.bring({ 't.csv': 'ISBN;Titre;Prix\n9,78E+12;A;12\n' });
    const csv = await imports.owner
      .get(`/api/imports/${checked.id}/issues/export`)
      .set('Accept-Language', 'fr')
      .expect(200);
    expect(csv.text).toContain('t.csv;;2;ISBN;9,78E+12;erreur;Le tableur a remplacé');
    const formula = await imports.bring({ 't.csv': `ISBN;Titre;Prix\n=HYPERLINK("x");A;12\n` });
    const { text } = await imports.owner.get(`/api/imports/${formula.id}/issues/export`).expect(200);
    expect(text).toContain(`'=HYPERLINK`);
    for (const kind of ['contributors', 'titles', 'points-of-sale', 'contracts', 'print-runs', 'figures']) {
      const template = await imports.owner.get(`/api/imports/templates/${kind}.csv`).expect(200);
      const taken = await imports.bring({ 'modele.csv': template.text });
      expect(taken.tables.map((table: { kind: string }) => table.kind)).toEqual([kind]);
    }
    const xlsx = await imports.owner.get('/api/imports/templates/titles.xlsx').buffer().parse(binary).expect(200);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(xlsx.body);
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(['À remplir', 'Mode d’emploi']);
    expect((await imports.bring({ 'modele.xlsx': xlsx.body })).errorsOf).toEqual([]);
  });
});

function binary(response: request.Response, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  const stream = response as unknown as NodeJS.ReadableStream;
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => done(null, Buffer.concat(chunks)));
}
