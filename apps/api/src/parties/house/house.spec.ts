import { startTestApi, type ApiClient, type TestApi } from '../../../../../tests/support/api';

let api: TestApi;
let owner: ApiClient;

beforeAll(async () => {
  api = await startTestApi();
  owner = await api.as('owner');
});
afterAll(() => api.close());

const house = {
  legalName: 'Éditions du Phare',
  siret: '732 829 320 00074',
  address: { line1: '1, quai des Brumes', postalCode: '29200', city: 'Brest', country: 'FR' },
  iban: 'FR76 3000 6000 0112 3456 7890 189',
  accentColor: '#1F5C63',
  paymentTermDays: 60,
  paymentTermKind: 'end-of-month',
  latePenaltyRate: '12.15',
  vatLiable: true,
  vatOnDebits: false,
  unitPriceRounding: '2',
  defaultLegalDeposit: 1,
  secondApproval: false,
  yearEndMonth: 12,
};
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('the house', () => {
  it('is changed by whoever read it last, with its numbers as the law writes them', async () => {
    const { version } = (await owner.get('/api/house').expect(200)).body;
    const saved = await owner.put('/api/house', { ...house, version }).expect(200);
    expect(saved.body).toMatchObject({
      siret: '73282932000074',
      siren: '732829320',
      iban: 'FR7630006000011234567890189',
      accentColor: '#1f5c63',
      address: { city: 'Brest' },
    });
    const both = await Promise.all([1, 2].map(() => owner.put('/api/house', { ...house, version: version + 1 })));
    expect(both.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const history = await owner.get('/api/history/house/true').expect(200);
    expect(history.body.items.length).toBeGreaterThan(0);
  });

  it('is changed by the owner and the accountant only, and refuses what a document could not carry', async () => {
    const { version } = (await owner.get('/api/house')).body;
    for (const role of ['editorial', 'sales', 'read-only'] as const) {
      await (await api.as(role)).put('/api/house', { ...house, version }).expect(403);
    }
    const wrong = { ...house, version, siret: '73282932000075', latePenaltyRate: '101', paymentTermDays: 400 };
    const refused = await owner.put('/api/house', wrong).expect(422);
    expect(refused.body.errors.map((error: { pointer: string }) => error.pointer).sort()).toEqual([
      '/latePenaltyRate',
      '/paymentTermDays',
      '/siret',
    ]);
  });
});

describe('its logo', () => {
  it.each([
    ['a PNG', PNG, 'image/png'],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>'), 'image/svg+xml'],
  ])('is %s by its content, shown as it came, and unable to run anything', async (_what, bytes, mediaType) => {
    const saved = await owner.upload('put', '/api/house/logo', bytes, 'logo.bin').expect(200);
    expect(saved.body.logoFileId).toEqual(expect.any(Number));
    const shown = await owner.get('/api/house/logo').buffer(true).expect(200);
    expect(shown.headers['content-type']).toContain(mediaType);
    expect(shown.headers['content-security-policy']).toContain('sandbox');
    expect(Buffer.compare(Buffer.from(shown.body), bytes)).toBe(0);
  });

  it.each([
    ['a text named .png', Buffer.from('hello')],
    ['a PNG that was cut', PNG.subarray(0, 40)],
    ['an SVG with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')],
    ['an SVG with a handler', Buffer.from('<svg onload="x()"></svg>')],
    ['an SVG that fetches', Buffer.from('<svg><image href="https://example.org/a.png"/></svg>')],
    ['an SVG with entities', Buffer.from('<!DOCTYPE svg [<!ENTITY a "b">]><svg></svg>')],
  ])('is not %s', async (_what, bytes) => {
    const refused = await owner.upload('put', '/api/house/logo', bytes, 'logo.png').expect(415);
    expect(refused.body.code).toBe('logo-not-an-image');
  });

  it('is not larger than 2 MB', async () => {
    const large = Buffer.concat([PNG, Buffer.alloc(2 * 1024 * 1024)]);
    const refused = await owner.upload('put', '/api/house/logo', large, 'logo.png').expect(413);
    expect(refused.body.detail).toContain('2 Mo');
  });
});
