import ExcelJS from 'exceljs';

import { startTestApi, type ApiClient, type TestApi } from '../../../../../tests/support/api';
import { bytes } from '../../../../../tests/support/bytes';
import { closeFirstHalf, openHouseAccount, runTo } from '../../../../../tests/support/payments';
import { Clock } from '../../platform/clock/clock';
import { Secrets } from '../../platform/secrets/secrets';

const NIR = '255081416802538';

let api: TestApi;
let accountant: ApiClient;

const today = (day: string) => api.get(Clock).moveTo(new Date(`${day}T10:00:00Z`));
const read = async (path: string, client = accountant) =>
  (await client.get(`/api/declarations/${path}`).expect(200)).body;

/** An author with contributions, an exempt one, an heir and one in Belgium without forms: each is owed 2,123.20. */
beforeEach(async () => {
  api = await startTestApi();
  await openHouseAccount(api);
  accountant = await api.as('accountant');
  const books = await closeFirstHalf(api, [
    { author: 'Auteur' },
    { author: 'Dispense' },
    { author: 'Héritier' },
    { author: 'Étranger' },
  ]);
  const [author, exempt, heir, abroad] = books.map(({ contributorId }) => contributorId);
  const profile = (id: number | undefined, fields: string) =>
    api.sql(`UPDATE contributor_tax_profile SET ${fields} WHERE contributor_id = $1`, [id]);
  await profile(exempt, `situation = 'exempt', social = 'exempt', vat = 'liable', exempt_until = '2026-12-31'`);
  await profile(heir, `situation = 'rightsHolder', social = 'exempt'`);
  await profile(
    abroad,
    `situation = 'abroad', social = 'exempt', vat = 'reverseCharge', withholding_tax_rate = 25, country = 'BE'`,
  );
  await api.sql(
    `UPDATE contributor SET social_security_number_encrypted = $2, siret = '73282932000074' WHERE id = $1`,
    [author, api.get(Secrets).encrypt(NIR)],
  );
  today('2026-07-31');
});
afterEach(() => api.close());

it('declare nothing of what is only stated, planned or exported', async () => {
  await runTo(accountant, 'exported');
  expect(await read('contributions?year=2026&quarter=3')).toMatchObject({ rows: [], totals: { gross: '0.00' } });
  expect((await read('fees?year=2026')).rows).toEqual([]);
});

describe('once the bank has executed the run', () => {
  beforeEach(() => runTo(accountant, 'executed'));

  it('tell Urssaf the quarter of payment: what was withheld by name, and the payer’s own on all of it', async () => {
    const made = await read('contributions?year=2026&quarter=3');
    expect(made).toMatchObject({ from: '2026-07-01', to: '2026-09-30', dueOn: '2026-10-15' });
    expect(
      made.rows.map(({ legalName, amounts }: { legalName: string; amounts: Record<string, string> }) => [
        legalName,
        amounts['gross'],
        amounts['social'],
      ]),
    ).toEqual([
      ['Auteur Anne', '2123.20', '340.36'],
      ['Dispense Anne', '2123.20', '0.00'],
      ['Étranger Anne', '2123.20', '0.00'],
      ['Héritier Anne', '2123.20', '0.00'],
    ]);
    expect(made.totals).toMatchObject({
      socialBase: '2086.04',
      csg: '191.92',
      crds: '10.43',
      pension: '130.58',
      training: '7.43',
    });
    expect(made.payer).toEqual({ base: '8492.80', contribution: '84.93', training: '8.49' });
    expect(made.declared).toContainEqual({ line: 'csg', amount: '191.92', euros: '192.00', difference: '0.08' });
    expect((await read('contributions?year=2026&quarter=2')).rows).toEqual([]);
  });

  it('tell it again by name for the year, with the number of social security for who may see it', async () => {
    const year = await read('contributions?year=2026');
    expect(year).toMatchObject({ from: '2026-01-01', to: '2026-12-31', dueOn: '2027-01-31' });
    expect(year.rows[0]).toMatchObject({
      ...{ legalName: 'Auteur Anne', siret: '73282932000074', socialSecurityNumber: '2 55 08 14 168 025 38' },
      hasSocialSecurityNumber: true,
    });
    expect(year.rows[1]).toMatchObject({ socialSecurityNumber: null, hasSocialSecurityNumber: false });
    for (const role of ['editorial', 'sales', 'read-only'] as const) {
      await (await api.as(role)).get('/api/declarations/contributions?year=2026').expect(403);
    }
  });

  it('tell the Treasury who was paid more than the threshold of the year, VAT included', async () => {
    const { rows, threshold, total } = await read('fees?year=2026');
    expect(threshold).toBe('2400.00');
    expect(rows.map(({ legalName, inclVat, isDue }: Record<string, unknown>) => [legalName, inclVat, isDue])).toEqual([
      ['Auteur Anne', '2335.52', false],
      ['Dispense Anne', '2335.52', false],
      ['Étranger Anne', '2123.20', false],
      ['Héritier Anne', '2335.52', false],
    ]);
    expect(total).toBe('0.00');
    await accountant.post('/api/das2-thresholds', { validFrom: '2026-01-01', amount: '2200' }).expect(201);
    expect((await read('fees?year=2026')).total).toBe('7006.56');
  });

  it('tell VAT withheld and declared, and the tax of non-residents, by month of payment', async () => {
    const { months } = await read('taxes?year=2026');
    expect(months).toHaveLength(12);
    expect(months[6]).toMatchObject({
      from: '2026-07-01',
      vatBase: { amount: '4246.40' },
      vatWithheld: { amount: '390.66', euros: '391.00', difference: '0.34' },
      reverseChargeBase: { amount: '2123.20' },
      reverseChargeVat: { amount: '212.32' },
      withholdingTax: { amount: '530.80', euros: '531.00', difference: '0.20' },
      taxDueOn: '2026-08-15',
      taxed: [{ legalName: 'Étranger Anne', withholdingTax: '530.80' }],
    });
    expect(months[5]).toMatchObject({ vatWithheld: { amount: '0.00' }, taxed: [] });
  });

  it('take a payment off on the day on which it came back', async () => {
    const { items } = (await accountant.get('/api/royalty-payments?q=Auteur').expect(200)).body;
    today('2026-10-02');
    const rejection = { rejectedOn: '2026-10-02', reason: 'compte clos' };
    await accountant.post(`/api/royalty-payments/${items[0].id}/reject`, rejection).expect(200);
    expect((await read('contributions?year=2026&quarter=3')).totals.csg).toBe('191.92');
    const next = await read('contributions?year=2026&quarter=4');
    expect(next).toMatchObject({ totals: { csg: '-191.92', gross: '-2123.20' }, payer: { contribution: '-21.23' } });
    expect(
      (await read('contributions?year=2026')).rows.map(({ legalName }: { legalName: string }) => legalName),
    ).not.toContain('Auteur Anne');
  });

  it('go out as CSV of a French spreadsheet and as a typed workbook, the same figures', async () => {
    const { text } = await accountant.get('/api/declarations/export/contributions?year=2026&quarter=3').expect(200);
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text).toContain('Auteur Anne;Anne Auteur;2 55 08 14 168 025 38;73282932000074');
    expect(text).toContain('2123,20;2086,04;191,92;10,43;2123,20;130,58;7,43;340,36');
    for (const name of ['fees', 'vat', 'withholding-tax']) {
      await accountant.get(`/api/declarations/export/${name}?year=2026`).expect(200).expect('Content-Type', /csv/);
    }
    await accountant.get('/api/declarations/export/everything?year=2026').expect(400);
    const { body } = await accountant
      .get('/api/declarations/export/vat?year=2026&format=xlsx')
      .buffer(true)
      .parse(bytes)
      .expect(200);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(body as never);
    const sheet = workbook.worksheets[0]!;
    expect(sheet.getRow(1).getCell(5).value).toBe('TVA retenue');
    expect(sheet.getRow(8).getCell(5).value).toBe(390.66);
    expect(sheet.getRow(8).getCell(7).value).toBe(0.34);
  });
});
