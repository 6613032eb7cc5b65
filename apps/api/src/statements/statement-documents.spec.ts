import { createHash } from 'node:crypto';

import ExcelJS from 'exceljs';

import { startTestApi, type ApiClient, type TestApi } from '../../../../tests/support/api';
import { acceptRun, makeBook } from '../../../../tests/support/book';
import { bytes } from '../../../../tests/support/bytes';
import { Tasks } from '../platform/tasks/tasks';

let api: TestApi;
let accountant: ApiClient;

beforeAll(async () => {
  api = await startTestApi();
  accountant = await api.as('accountant');
  await api.sql(
    `UPDATE house SET legal_name = 'Les Éditions du Cormoran', siren = '732829320', address = '{"line1": "4, quai du Port", "postalCode": "35400", "city": "Saint-Malo", "country": "FR"}'`,
  );
});
afterAll(() => api.close());

const binary = (path: string) => accountant.get(path).buffer(true).parse(bytes);

describe('the documents of a statement', () => {
  let closingId: number;
  let statementId: number;

  it('are made as drafts that keep nothing', async () => {
    const book = await makeBook(api, {
      title: 'Les Vents contraires',
      tiers: [{ upTo: 3000, rate: '8' }, { rate: '10' }],
    });
    await acceptRun(api, book, { copies: 4000, on: '2026-02-10' });
    const closing = { kind: 'period', periodFrom: '2026-01-01', periodTo: '2026-06-30', paymentDate: '2026-07-31' };
    closingId = (await accountant.post('/api/closings', closing).expect(201)).body.id;
    statementId = (await accountant.get(`/api/statements?closingId=${closingId}`)).body.items[0].id;
    const draft = await binary(`/api/statements/${statementId}/pdf`).expect(200);
    expect(draft.headers['content-type']).toBe('application/pdf');
    expect(draft.body.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await api.sql(`SELECT 1 FROM statement_document`)).toEqual([]);
  });

  it('are made by the task of the closing, and again from where it was after a crash', async () => {
    await accountant.post(`/api/closings/${closingId}/close`).expect(200);
    const [task] = await api.sql<{ id: number }>(`SELECT id FROM background_task WHERE kind = 'statement-documents'`);
    await api.get(Tasks).run(task!.id);
    const made = await api.sql<{ format: string; sha256: string }>(
      `SELECT d.format, f.sha256 FROM statement_document d JOIN stored_file f ON f.id = d.file_id ORDER BY d.format`,
    );
    expect(made.map(({ format }) => format)).toEqual(['pdf', 'xlsx']);
    await api.sql(`UPDATE background_task SET status = 'running' WHERE id = $1`, [task!.id]);
    await api.get(Tasks).run(task!.id);
    const [{ files }] = (await api.sql<{ files: number }>(`SELECT count(*)::int AS files FROM stored_file`)) as [
      { files: number },
    ];
    expect(files).toBe(2);
  });

  it('are given byte for byte as issued, whatever happens to the house or the author afterwards', async () => {
    const before = await binary(`/api/statements/${statementId}/pdf`).expect(200);
    await api.sql(`UPDATE house SET legal_name = 'Autre nom'`);
    await api.sql(`UPDATE contributor SET last_name = 'Autre nom'`);
    const after = await binary(`/api/statements/${statementId}/pdf`).expect(200);
    const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
    expect(hash(after.body)).toBe(hash(before.body));
    const [kept] = await api.sql<{ sha256: string }>(
      `SELECT f.sha256 FROM statement_document d JOIN stored_file f ON f.id = d.file_id WHERE d.format = 'pdf'`,
    );
    expect(hash(after.body)).toBe(kept!.sha256);
    await expect(api.sql(`DELETE FROM statement_document`)).rejects.toThrow('append-only');
  });

  it('hold the amounts of the statement as numbers in the workbook', async () => {
    const file = await binary(`/api/statements/${statementId}/xlsx`).expect(200);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(file.body);
    const numbers: number[] = [];
    workbook.eachSheet((sheet) =>
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          const value = cell.result ?? cell.value;
          if (typeof value === 'number') numbers.push(value);
        }),
      ),
    );
    const statement = (await accountant.get(`/api/statements/${statementId}`)).body;
    expect(statement.gross).toBe('4511.80');
    expect(numbers).toContain(4511.8);
    expect(numbers).toContain(Number(statement.net));
  });

  it('come all together as one archive', async () => {
    const archive = await binary(`/api/closings/${closingId}/documents.zip`).expect(200);
    expect(archive.body.subarray(0, 2).toString()).toBe('PK');
    expect(archive.body.toString('latin1').match(/RED-2026-00001_[\w-]+\.(pdf|xlsx)/g)?.length).toBe(4);
  });
});
