import { startTestApi, type ApiClient, type TestApi } from '../../../../../tests/support/api';
import { makeBook } from '../../../../../tests/support/book';
import { Clock } from '../../platform/clock/clock';
import type { TaxAlert } from './tax-profile-dto';

let api: TestApi;
let editorial: ApiClient;

beforeEach(async () => {
  api = await startTestApi();
  editorial = await api.as('editorial');
});
afterEach(() => api.close());

const create = (taxProfiles: object[]) => editorial.post('/api/contributors', { lastName: 'Lebrun', taxProfiles });

async function profileOf(profile: object): Promise<Record<string, unknown>> {
  const { id } = (await create([profile]).expect(201)).body;
  return (await editorial.get(`/api/contributors/${id}`).expect(200)).body.taxProfiles[0];
}

describe('a situation says what is computed', () => {
  it.each([
    ['an author', { situation: 'author' }, { social: 'withheld', vat: 'withheld', withholdingTaxRate: '0' }],
    [
      'an exemption',
      { situation: 'exempt', vat: 'liable', exemptUntil: '2026-12-31', certificateNumber: 'D-77' },
      { social: 'exempt', vat: 'liable', exemptUntil: '2026-12-31', certificateNumber: 'D-77' },
    ],
    ['an heir', { situation: 'rightsHolder' }, { social: 'exempt', vat: 'withheld', withholdingTaxRate: '0' }],
    [
      'who lives abroad without forms, at the general rate of the day',
      { situation: 'abroad', country: 'AT' },
      { social: 'exempt', vat: 'reverseCharge', withholdingTaxRate: '25', country: 'AT' },
    ],
    [
      'who lives in Switzerland with forms, at the treaty’s rate',
      {
        situation: 'treaty',
        country: 'CH',
        form5000On: '2026-01-05',
        form5003On: '2026-01-05',
        formsUntil: '2026-12-31',
        validFrom: '2026-01-10',
      },
      { social: 'exempt', vat: 'reverseCharge', withholdingTaxRate: '5', formsUntil: '2026-12-31' },
    ],
    [
      'a treaty rate that the accountant gives',
      {
        situation: 'treaty',
        country: 'AT',
        form5000On: '2026-01-01',
        form5003On: '2026-01-01',
        withholdingTaxRate: '2.5',
      },
      { withholdingTaxRate: '2.5' },
    ],
  ])('of %s', async (_, profile, expected) => {
    expect(await profileOf({ validFrom: '2026-01-01', ...profile })).toMatchObject(expected);
  });

  it.each([
    [
      'a treaty without form 5003',
      { situation: 'treaty', country: 'CH', form5000On: '2026-01-05' },
      'form5003On',
      'treaty-form-missing',
    ],
    [
      'a treaty from before its forms',
      {
        situation: 'treaty',
        country: 'CH',
        form5000On: '2026-01-05',
        form5003On: '2026-02-01',
        validFrom: '2026-01-10',
      },
      'validFrom',
      'treaty-before-forms',
    ],
    ['nobody abroad in France', { situation: 'abroad', country: 'FR' }, 'country', 'tax-country-missing'],
    [
      'a treaty that no table knows',
      { situation: 'treaty', country: 'AT', form5000On: '2026-01-01', form5003On: '2026-01-01' },
      'withholdingTaxRate',
      'withholding-tax-rate-missing',
    ],
    [
      'a certificate that ended before',
      { situation: 'exempt', exemptUntil: '2025-12-31' },
      'exemptUntil',
      'tax-paper-ended',
    ],
  ])('refuses %s, naming the field', async (_, profile, field, code) => {
    const { body, status } = await create([{ validFrom: '2026-01-01', ...profile }]);
    expect([status, body.errors]).toEqual([
      422,
      [expect.objectContaining({ pointer: `/taxProfiles/0/${field}`, code })],
    ]);
  });
});

it('of before countries were asked for is saved again as it is', async () => {
  const older = { validFrom: '2026-01-01', social: 'exempt', vat: 'none', withholdingTaxRate: '25' };
  const { id, version } = (await create([older]).expect(201)).body;
  const again = { validFrom: '2026-01-01', situation: 'abroad', vat: 'none', withholdingTaxRate: '25' };
  const saved = { lastName: 'Lebrun', version, taxProfiles: [again] };
  const { body } = await editorial.put(`/api/contributors/${id}`, saved).expect(200);
  expect(body.taxProfiles).toMatchObject([
    { situation: 'abroad', vat: 'none', withholdingTaxRate: '25', country: null },
  ]);
});

it('that only says how somebody is taxed, as files do, keeps the situation and its papers', async () => {
  const heir = { validFrom: '2026-01-01', situation: 'rightsHolder' };
  const exempt = { validFrom: '2027-01-01', situation: 'exempt', exemptUntil: '2027-12-31', certificateNumber: 'D-77' };
  const { id, version } = (await create([heir, exempt]).expect(201)).body;
  const said = { social: 'exempt', vat: 'withheld', withholdingTaxRate: '0' };
  const taxProfiles = [
    { validFrom: '2026-01-01', ...said },
    { validFrom: '2027-01-01', ...said },
  ];
  const { body } = await editorial
    .put(`/api/contributors/${id}`, { lastName: 'Lebrun', version, taxProfiles })
    .expect(200);
  expect(body.taxProfiles).toMatchObject([
    { situation: 'rightsHolder' },
    { situation: 'exempt', exemptUntil: '2027-12-31', certificateNumber: 'D-77' },
  ]);
  const changed = [{ validFrom: '2026-01-01', ...said, social: 'withheld' }];
  const again = { lastName: 'Lebrun', version: version + 1, taxProfiles: changed };
  expect((await editorial.put(`/api/contributors/${id}`, again).expect(200)).body.taxProfiles).toMatchObject([
    { situation: 'author', social: 'withheld' },
  ]);
});

describe('the paper of an exemption', () => {
  const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

  it('is kept as it came, and given to who may change the contributor', async () => {
    const { fileId } = (
      await editorial.upload('post', '/api/contributors/certificates', pdf, 'dispense.pdf').expect(201)
    ).body;
    const profile = {
      validFrom: '2026-01-01',
      situation: 'exempt',
      exemptUntil: '2026-12-31',
      certificateFileId: fileId,
    };
    const { id } = (await create([profile]).expect(201)).body;
    const file = await editorial.get(`/api/contributors/${id}/certificates/${fileId}`).expect(200);
    expect(Buffer.from(file.body as Uint8Array).equals(pdf)).toBe(true);
    const other = (await editorial.post('/api/contributors', { lastName: 'Roy' }).expect(201)).body;
    await editorial.get(`/api/contributors/${other.id}/certificates/${fileId}`).expect(404);
    await (await api.as('sales')).get(`/api/contributors/${id}/certificates/${fileId}`).expect(403);
  });

  it('is refused by its content, and is no other kept file', async () => {
    const text = await editorial.upload(
      'post',
      '/api/contributors/certificates',
      Buffer.from('bonjour'),
      'dispense.pdf',
    );
    expect([text.status, text.body.code]).toEqual([415, 'certificate-not-readable']);
    const [file] = await api.sql<{ id: number }>(
      `INSERT INTO stored_file (sha256, file_name, media_type, byte_length, bytes) VALUES (repeat('a', 64), 'secret.xml', 'application/xml', 1, 'x') RETURNING id`,
    );
    const { body } = await create([{ validFrom: '2026-01-01', situation: 'exempt', certificateFileId: file!.id }]);
    expect(body.errors).toMatchObject([
      { pointer: '/taxProfiles/0/certificateFileId', code: 'certificate-not-readable' },
    ]);
  });
});

describe('alerts', () => {
  const alerts = async (): Promise<TaxAlert[]> =>
    (await editorial.get('/api/contributors/tax-alerts').expect(200)).body.items;
  const kinds = async () => (await alerts()).map(({ kind }) => kind);
  const profile = (contributorId: number, fields: string, values: string) =>
    api.sql(
      `INSERT INTO contributor_tax_profile (contributor_id, valid_from, social, vat, ${fields}) VALUES ($1, '2026-01-01', 'exempt', 'none', ${values})`,
      [contributorId],
    );

  it('name what an author with a contract lacks, and nobody without one', async () => {
    const { contributorId, contractId } = await makeBook(api, { author: 'Sarr' });
    expect(await alerts()).toEqual([
      { kind: 'profile-missing', contributorId, name: 'Anne Sarr', until: null },
      { kind: 'iban-missing', contributorId, name: 'Anne Sarr', until: null },
    ]);
    await api.sql(
      `INSERT INTO contributor_tax_profile (contributor_id, valid_from, situation, social, vat) VALUES ($1, '2026-01-01', 'author', 'withheld', 'withheld')`,
      [contributorId],
    );
    expect(await kinds()).toEqual(['iban-missing', 'number-missing']);
    await api.sql(`UPDATE contract SET status = 'draft' WHERE id = $1`, [contractId]);
    expect(await alerts()).toEqual([]);
  });

  it.each([
    ['2026-10-31', []],
    ['2026-11-01', ['paper-lapses']],
    ['2026-12-01', ['paper-lapses-soon']],
    ['2026-12-31', ['paper-lapses-soon']],
    ['2027-01-01', ['paper-lapsed']],
  ])('say on %s of a certificate until 31 December: %j', async (day, expected) => {
    const { contributorId } = await makeBook(api);
    await profile(contributorId, 'situation, exempt_until, certificate_number', `'exempt', '2026-12-31', 'D-77'`);
    api.get(Clock).moveTo(new Date(`${day}T10:00:00Z`));
    expect((await kinds()).filter((kind) => kind !== 'iban-missing')).toEqual(expected);
  });

  it('are silent once the next certificate is there, and ask for the paper and the forms that are missing', async () => {
    const { contributorId } = await makeBook(api);
    api.get(Clock).moveTo(new Date('2026-12-20T10:00:00Z'));
    await profile(contributorId, 'situation, exempt_until', `'exempt', '2026-12-31'`);
    expect(await kinds()).toEqual(['paper-lapses-soon', 'certificate-missing', 'iban-missing']);
    await api.sql(
      `INSERT INTO contributor_tax_profile (contributor_id, valid_from, situation, social, vat, exempt_until) VALUES ($1, '2027-01-01', 'exempt', 'exempt', 'none', '2027-12-31')`,
      [contributorId],
    );
    await api.sql(`UPDATE contributor SET siret = '73282932000074' WHERE id = $1`, [contributorId]);
    expect(await kinds()).toEqual(['iban-missing']);
    await api.sql(
      `UPDATE contributor_tax_profile SET situation = 'treaty', withholding_tax_rate = 0 WHERE contributor_id = $1`,
      [contributorId],
    );
    expect(await kinds()).toEqual(['forms-missing', 'iban-missing']);
  });
});
