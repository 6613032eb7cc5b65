import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startTestApi, type ApiClient, type TestApi } from '../../../../../tests/support/api';

let api: TestApi;
let editorial: ApiClient;
let accountant: ApiClient;

beforeAll(async () => {
  api = await startTestApi();
  editorial = await api.as('editorial');
  accountant = await api.as('accountant');
});
afterAll(() => api.close());

const IBAN = 'FR7630006000011234567890189';
const NIR = '255081416802538';
const novelist = { lastName: 'Lebrun', firstName: 'Éloïse', email: 'eloise@example.org' };
const paid = { ...novelist, iban: 'FR76 3000 6000 0112 3456 7890 189', bic: 'AGRIFRPP', socialSecurityNumber: NIR };

async function createdBy(client: ApiClient, input: object): Promise<{ id: number; version: number }> {
  return (await client.post('/api/contributors', input).expect(201)).body;
}

describe('contributors', () => {
  it('are found whatever the accents, sorted by last name, and counted by their roles', async () => {
    const { id } = await createdBy(editorial, novelist);
    await createdBy(editorial, { lastName: 'Abadie', firstName: 'Zoé', archived: true });
    const [work] = await api.sql<{ id: number }>(`INSERT INTO work (title) VALUES ('Nuit') RETURNING id`);
    await api.sql(`INSERT INTO work_contributor (work_id, contributor_id, role, sequence) VALUES ($1, $2, 'A01', 1)`, [
      work!.id,
      id,
    ]);
    const found = await editorial.get('/api/contributors?q=eloise%20LEBRUN').expect(200);
    expect(found.body.items).toMatchObject([
      { displayName: 'Éloïse Lebrun', roles: ['A01'], workCount: 1, contractCount: 0 },
    ]);
    const byRole = await editorial.get('/api/contributors?role=A01&archived=false').expect(200);
    expect(byRole.body.items.map((item: { id: number }) => item.id)).toEqual([id]);
    const all = await editorial.get('/api/contributors').expect(200);
    expect(all.body.items.map((item: { lastName: string }) => item.lastName)).toEqual(['Abadie', 'Lebrun']);
  });

  it('keep dated tax profiles, two of which never begin on one day', async () => {
    const profiles = [
      { validFrom: '2026-01-01', social: 'exempt', vat: 'liable', exemptUntil: '2026-12-31' },
      { validFrom: '2024-01-01', social: 'withheld', vat: 'withheld', withholdingTaxRate: '15' },
    ];
    const { id, version } = await createdBy(editorial, { ...novelist, taxProfiles: profiles });
    const read = await editorial.get(`/api/contributors/${id}`).expect(200);
    const noPapers = { certificateNumber: null, certificateFileId: null, country: null };
    const noForms = { form5000On: null, form5003On: null, formsUntil: null };
    expect(read.body.taxProfiles).toEqual([
      { ...profiles[1], situation: 'author', exemptUntil: null, ...noPapers, ...noForms },
      { ...profiles[0], situation: 'exempt', withholdingTaxRate: '0', ...noPapers, ...noForms },
    ]);
    const twice = [profiles[0], profiles[0]];
    const refused = await editorial.put(`/api/contributors/${id}`, { ...novelist, version, taxProfiles: twice });
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toMatchObject([{ pointer: '/taxProfiles/1/validFrom', code: 'tax-profile-dates' }]);
    await editorial.put(`/api/contributors/${id}`, { ...novelist, version, taxProfiles: [profiles[1]] }).expect(200);
    const history = await editorial.get(`/api/history/contributor/${id}`).expect(200);
    expect(history.body.items[0].changes).toContainEqual({ field: 'valid_from', before: '2026-01-01', after: null });
  });

  it('refuse an ISNI of somebody else and a wrong key, naming the field', async () => {
    await createdBy(editorial, { ...novelist, isni: '0000 0001 2103 2683' });
    const used = await editorial.post('/api/contributors', { ...novelist, isni: '0000000121032683' }).expect(409);
    expect(used.body).toMatchObject({ code: 'isni-used', errors: [{ pointer: '/isni' }] });
    const wrong = await accountant.post('/api/contributors', { ...novelist, iban: 'FR7630006000011234567890188' });
    expect(wrong.body.errors).toMatchObject([{ pointer: '/iban', code: 'iban' }]);
  });

  it('are saved by one of two people who save at once, and the other is told', async () => {
    const { id, version } = await createdBy(editorial, novelist);
    const answers = await Promise.all(
      ['A', 'B', 'C', 'D'].map((lastName) => editorial.put(`/api/contributors/${id}`, { lastName, version })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409, 409]);
    const read = await editorial.get(`/api/contributors/${id}`).expect(200);
    expect(read.body.lastName).toBe(answers.find((answer) => answer.status === 200)!.body.lastName);
    expect(read.body.version).toBe(version + 1);
  });
});

describe('bank details and social-security numbers', () => {
  it('are shown to the accountant and the owner, masked for everybody else', async () => {
    const { id } = await createdBy(accountant, paid);
    for (const role of ['accountant', 'owner'] as const) {
      const seen = await (await api.as(role)).get(`/api/contributors/${id}`).expect(200);
      expect(seen.body).toMatchObject({ iban: IBAN, bic: 'AGRIFRPP', socialSecurityNumber: NIR });
    }
    for (const role of ['editorial', 'sales', 'read-only'] as const) {
      const seen = await (await api.as(role)).get(`/api/contributors/${id}`).expect(200);
      expect(seen.body).toMatchObject({ iban: null, bic: null, socialSecurityNumber: null });
      expect(seen.body).toMatchObject({ ibanMasked: '•••• 0189', socialSecurityNumberMasked: '•••• 38' });
      expect(seen.text).not.toContain('AGRIFRPP');
    }
  });

  it('stay as they are when somebody saves who may not see them, and are refused from their hands', async () => {
    const { id, version } = await createdBy(accountant, paid);
    const read = (await editorial.get(`/api/contributors/${id}`)).body;
    const saved = await editorial.put(`/api/contributors/${id}`, {
      lastName: 'Lebrun-Roy',
      version,
      ...{ iban: read.iban, bic: read.bic, socialSecurityNumber: read.socialSecurityNumber },
    });
    expect(saved.status).toBe(200);
    const refused = await editorial.put(`/api/contributors/${id}`, { lastName: 'X', version: version + 1, iban: IBAN });
    expect(refused.status).toBe(403);
    expect(refused.body).toMatchObject({ code: 'bank-details-forbidden', errors: [{ pointer: '/iban' }] });
    await editorial.post('/api/contributors', paid).expect(403);
    const kept = await accountant.get(`/api/contributors/${id}`).expect(200);
    expect(kept.body).toMatchObject({ lastName: 'Lebrun-Roy', iban: IBAN, bic: 'AGRIFRPP', socialSecurityNumber: NIR });
  });

  it('are removed by null, kept when absent, and changed in the trail only when they change', async () => {
    const { id, version } = await createdBy(accountant, paid);
    await accountant.put(`/api/contributors/${id}`, { ...paid, phone: '+33 2 99 00 00 00', version }).expect(200);
    const history = await accountant.get(`/api/history/contributor/${id}`).expect(200);
    expect(history.body.items[0].changes.map((change: { field: string }) => change.field)).toEqual(['phone']);
    const update = { ...novelist, iban: null, version: version + 1 };
    const saved = await accountant.put(`/api/contributors/${id}`, update).expect(200);
    expect(saved.body).toMatchObject({ iban: null, ibanMasked: null, socialSecurityNumber: NIR });
  });

  it('are nowhere in the database in clear: not in their table, the trail, or the answers kept for repetition', async () => {
    await accountant.post('/api/contributors', paid, { 'Idempotency-Key': 'contributor-in-clear' }).expect(201);
    const tables = await api.sql<{ text: string }>(
      `SELECT (SELECT string_agg(c::text, ' ') FROM contributor c) || (SELECT string_agg(a::text, ' ') FROM audit_entry a)
        || (SELECT string_agg(k::text, ' ') FROM idempotency_key k) AS text`,
    );
    expect(tables[0]!.text).toContain('Lebrun');
    for (const secret of [IBAN, '1234567890', NIR, '2550814168025', 'AGRIFRPP']) {
      expect(tables[0]!.text).not.toContain(secret);
      expect(tables[0]!.text).not.toContain(Buffer.from(secret).toString('hex'));
    }
  });

  it('are not in the exported list, whoever asks', async () => {
    const { text } = await accountant.get('/api/contributors/export?format=csv').expect(200);
    expect(text).toContain('Lebrun');
    expect(text).not.toContain('0189');
  });

  it('say which file is missing when the key is lost; the rest goes on', async () => {
    const { id } = await createdBy(accountant, paid);
    const plain = await createdBy(accountant, novelist);
    const dataDir = mkdtempSync(join(tmpdir(), 'colophon-without-key-'));
    const restarted = await startTestApi({ url: api.url, dataDir });
    try {
      const again = await restarted.as('accountant');
      const refused = await again.get(`/api/contributors/${id}`).expect(503);
      expect(refused.body.code).toBe('secret-key-missing');
      expect(refused.body.detail).toContain(join(dataDir, 'secret.key'));
      await again.get(`/api/contributors/${plain.id}`).expect(200);
      await again.get('/api/contributors').expect(200);
      await again.put(`/api/contributors/${plain.id}`, { lastName: 'Roy', version: 1 }).expect(200);
      await again.put(`/api/contributors/${plain.id}`, { lastName: 'Roy', version: 2, iban: IBAN }).expect(503);
      await (await restarted.as('editorial')).get(`/api/contributors/${id}`).expect(200);
    } finally {
      await restarted.close();
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});
