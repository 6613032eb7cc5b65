import { readPdf } from '../../../../../libs/documents/src/pdf/read-pdf.fixture';
import { startTestApi, type ApiClient, type TestApi } from '../../../../../tests/support/api';
import { bytes } from '../../../../../tests/support/bytes';
import { closeFirstHalf, openHouseAccount, payablesOf, runTo } from '../../../../../tests/support/payments';
import { Clock } from '../../platform/clock/clock';
import { Secrets } from '../../platform/secrets/secrets';
import type { CertificateRow } from './certificate-dto';

const NIR = '255081416802538';

let api: TestApi;
let accountant: ApiClient;

beforeEach(async () => {
  api = await startTestApi();
  await openHouseAccount(api);
  await api.sql(`UPDATE house SET urssaf_account = '747000001234567890', signatory = 'Anne Kermadec, gérante'`);
  accountant = await api.as('accountant');
});
afterEach(() => api.close());

const today = (day: string) => api.get(Clock).moveTo(new Date(`${day}T10:00:00Z`));
const certificates = async (query = '?sort=number'): Promise<CertificateRow[]> =>
  (await accountant.get(`/api/withholding-certificates${query}`).expect(200)).body.items;
const textOf = async (path: string): Promise<string> =>
  readPdf((await accountant.get(path).buffer(true).parse(bytes).expect(200)).body as Buffer).text;

async function knowNumberOf(contributorId: number): Promise<void> {
  await api.sql(`UPDATE contributor SET social_security_number_encrypted = $2 WHERE id = $1`, [
    contributorId,
    api.get(Secrets).encrypt(NIR),
  ]);
}

async function profileOf(contributorId: number, fields: string): Promise<void> {
  await api.sql(`UPDATE contributor_tax_profile SET ${fields} WHERE contributor_id = $1`, [contributorId]);
}

describe('an executed payment', () => {
  it('gives the author a numbered certificate with every figure and the number that is kept sealed', async () => {
    const [book] = await closeFirstHalf(api, [{ author: 'Sarr', title: 'La Nuit des marées' }]);
    await knowNumberOf(book!.contributorId);
    today('2026-07-31');
    await runTo(accountant, 'exported');
    expect(await certificates()).toEqual([]);
    const [run] = await api.sql<{ id: number; version: number }>(`SELECT id, version FROM payment_run`);
    const body = { version: run!.version, executedOn: '2026-07-31' };
    await accountant.post(`/api/payment-runs/${run!.id}/execute`, body).expect(200);

    const [row] = await certificates();
    expect(row).toMatchObject({
      ...{ number: 'CP-2026-00001', executedOn: '2026-07-31', issuedOn: '2026-07-31', voidedOn: null },
      ...{ gross: '2123.20', social: '340.36', net: '1799.83', hasSocialSecurityNumber: true },
    });
    expect(row!.contentHash).toMatch(/^[0-9a-f]{64}$/);
    const text = await textOf(`/api/withholding-certificates/${row!.id}/pdf`);
    const mentions = [
      ...['Certificat de précompte', 'CP-2026-00001', 'Éditions du Chèvrefeuille', '747000001234567890', 'Sarr'],
      ...['2 55 08 14 168 025 38', 'auteur d’œuvres littéraires', 'Reddition RED-2026-00001, La Nuit des marées'],
      ...['2 086,04 € 9,2 % −191,92 €', '0,75 % × 2 123,20 € = 15,92 €', 'Somme effectivement versée 1 799,83 €'],
      ...['31 juillet 2026', 'Anne Kermadec, gérante certifie sur l’honneur', 'Fait à Brest'],
    ];
    expect(mentions.filter((mention) => !text.includes(mention))).toEqual([]);
    const [clear] = await api.sql<{ text: string }>(
      `SELECT (SELECT string_agg(c::text, ' ') FROM withholding_certificate c) || (SELECT string_agg(d::text, ' ') FROM withholding_certificate_document d)
         || (SELECT string_agg(a::text, ' ') FROM audit_entry a) AS text`,
    );
    expect(clear!.text).toContain('CP-2026-00001');
    expect(clear!.text).not.toContain(NIR);
    expect(clear!.text).not.toContain(Buffer.from(NIR).toString('hex'));
  });

  it('keeps its paper: the same bytes later, whatever has changed since, and in each language', async () => {
    await closeFirstHalf(api, [{ author: 'Sarr' }]);
    today('2026-07-31');
    await runTo(accountant, 'executed');
    const [row] = await certificates();
    const path = `/api/withholding-certificates/${row!.id}/pdf`;
    const first = (await accountant.get(path).buffer(true).parse(bytes).expect(200)).body as Buffer;
    await api.sql(`UPDATE house SET legal_name = 'Autre nom', signatory = 'Quelqu’un d’autre'`);
    today('2026-09-01');
    const again = (await accountant.get(path).buffer(true).parse(bytes).expect(200)).body as Buffer;
    expect(again.equals(first)).toBe(true);
    expect(await textOf(`${path}?locale=en`)).toContain('Anne Kermadec, gérante certifies on their honour');
    await expect(api.sql(`UPDATE withholding_certificate SET number = 'X'`)).rejects.toThrow('never changes');
    await expect(api.sql(`DELETE FROM withholding_certificate`)).rejects.toThrow('never changes');
  });

  it('of which nothing was withheld gives none: exempt, heir, abroad', async () => {
    const books = await closeFirstHalf(api, [
      { author: 'Exempt' },
      { author: 'Heir' },
      { author: 'Abroad' },
      { author: 'Sarr' },
    ]);
    const [exempt, heir, abroad] = books.map(({ contributorId }) => contributorId);
    await profileOf(exempt!, `situation = 'exempt', social = 'exempt', exempt_until = '2026-12-31'`);
    await profileOf(heir!, `situation = 'rightsHolder', social = 'exempt'`);
    await profileOf(
      abroad!,
      `situation = 'abroad', social = 'exempt', vat = 'reverseCharge', withholding_tax_rate = 25, country = 'BE'`,
    );
    today('2026-07-31');
    await runTo(accountant, 'executed');
    expect((await certificates()).map(({ contributorName }) => contributorName)).toEqual(['Anne Sarr']);
  });

  it('that the bank sends back voids its certificate, and the one that replaces it has its own', async () => {
    await closeFirstHalf(api, [{ author: 'Sarr' }]);
    today('2026-07-31');
    await runTo(accountant, 'executed');
    const [first] = await certificates();
    today('2026-08-03');
    const rejection = { rejectedOn: '2026-08-03', reason: 'compte clos' };
    await accountant.post(`/api/royalty-payments/${first!.paymentId}/reject`, rejection).expect(200);
    expect(await certificates()).toMatchObject([{ voidedOn: '2026-08-03', voidReason: 'compte clos' }]);
    expect(await textOf(`/api/withholding-certificates/${first!.id}/pdf`)).toContain(
      'ANNULÉ le 3 août 2026 : compte clos',
    );
    await runTo(accountant, 'executed', { dueBy: '2026-08-10', executionDate: '2026-08-03' });
    expect(await certificates()).toMatchObject([
      { number: 'CP-2026-00001', voidedOn: '2026-08-03' },
      { number: 'CP-2026-00002', voidedOn: null, executedOn: '2026-08-03' },
    ]);
    const [{ totals }] = [(await accountant.get('/api/withholding-certificates?year=2026').expect(200)).body];
    expect(totals).toMatchObject({ gross: '2123.20', social: '340.36' });
  });
});

describe('part payments', () => {
  it('have a certificate each, and the year’s paper adds them up to what one payment would certify', async () => {
    const [book] = await closeFirstHalf(api, [{ author: 'Sarr' }]);
    today('2026-07-31');
    for (const gross of ['1061.60', '1061.60']) {
      const [payable] = await payablesOf(accountant, book!.contributorId);
      const payment = { items: [{ payableId: payable!.id, gross }], executedOn: '2026-07-31', method: 'cheque' };
      await accountant.post('/api/royalty-payments', payment).expect(201);
    }
    const [first, second] = await certificates();
    expect([first!.gross, second!.gross]).toEqual(['1061.60', '1061.60']);
    expect(await textOf(`/api/withholding-certificates/${second!.id}/pdf`)).toContain('paiement partiel');
    const year = await textOf(`/api/withholding-certificates/years/2026/${book!.contributorId}/pdf`);
    const mentions = [
      ...['Récapitulatif annuel du précompte 2026', '31/07/2026 CP-2026-00001', '31/07/2026 CP-2026-00002'],
      ...['Total 2 123,20 € 340,36 € 1 799,83 €', '2 086,04 € 9,2 % −191,92 €', '2 123,20 € 0,35 % −7,43 €'],
    ];
    expect(mentions.filter((mention) => !year.includes(mention))).toEqual([]);
  });
});

describe('who sees what', () => {
  beforeEach(async () => {
    await closeFirstHalf(api, [{ author: 'Sarr' }]);
    today('2026-07-31');
    await runTo(accountant, 'executed');
  });

  it('is for the accountant and the owner: nobody else reads a list or a paper', async () => {
    const { items } = (await accountant.get('/api/withholding-certificates').expect(200)).body;
    const [{ id, contributorId }] = items;
    const paths = ['', `/${id}/pdf`, `/years/2026/${contributorId}/pdf`, '/export'];
    for (const role of ['editorial', 'sales', 'read-only'] as const) {
      const other = await api.as(role);
      for (const path of paths) await other.get(`/api/withholding-certificates${path}`).expect(403);
    }
    await (await api.as('owner')).get(`/api/withholding-certificates/${id}/pdf`).expect(200);
    await accountant.get('/api/withholding-certificates/999/pdf').expect(404);
    await accountant.get(`/api/withholding-certificates/years/2025/${contributorId}/pdf`).expect(404);
  });

  it('goes out as a list that a spreadsheet sums', async () => {
    const { text } = await accountant.get('/api/withholding-certificates/export?year=2026&format=csv').expect(200);
    expect(text).toContain('CP-2026-00001;2026-07-31;Anne Sarr;2123,20;340,36;1799,83');
  });
});
