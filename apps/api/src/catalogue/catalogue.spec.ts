import { startTestApi, type ApiClient, type TestApi } from '../../../../tests/support/api';
import { bytes } from '../../../../tests/support/bytes';

let api: TestApi;
let editorial: ApiClient;
let authorId: number;
let translatorId: number;

beforeAll(async () => {
  api = await startTestApi();
  editorial = await api.as('editorial');
  authorId = (await editorial.post('/api/contributors', { lastName: 'Ørsted', firstName: 'Zoé' })).body.id;
  translatorId = (await editorial.post('/api/contributors', { lastName: 'Petit' })).body.id;
});
afterAll(() => api.close());

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const ISBN = '9782070612758';
const paperback = { productForm: 'paperback', availability: 'in-stock', publicationDate: '2024-03-01' };

async function workNamed(title: string, more: object = {}): Promise<{ id: number; version: number }> {
  return (await editorial.post('/api/works', { title, ...more }).expect(201)).body;
}

async function editionOf(workId: number, input: object) {
  return (await editorial.post(`/api/works/${workId}/editions`, { ...paperback, ...input }).expect(201)).body;
}

const titles = (body: { items: { title: string }[] }) => body.items.map(({ title }) => title);

describe('a work', () => {
  it('keeps its contributors in the order of the cover, each role once', async () => {
    const contributors = [
      { contributorId: translatorId, role: 'B06' },
      { contributorId: authorId, role: 'A01' },
    ];
    const { id, version } = await workNamed('L’Été des orages', { contributors });
    const swapped = await editorial.put(`/api/works/${id}`, {
      title: 'L’Été des orages',
      version,
      contributors: contributors.toReversed(),
    });
    expect(swapped.body.contributors).toEqual([
      { contributorId: authorId, displayName: 'Zoé Ørsted', role: 'A01' },
      { contributorId: translatorId, displayName: 'Petit', role: 'B06' },
    ]);
    const twice = { title: 'X', version: version + 1, contributors: [contributors[0], contributors[0]] };
    const refused = await editorial.put(`/api/works/${id}`, twice).expect(422);
    expect(refused.body.errors).toMatchObject([{ pointer: '/contributors/1', code: 'contributor-twice' }]);
    const unknown = { title: 'X', version: version + 1, contributors: [{ contributorId: 999_999, role: 'A01' }] };
    expect((await editorial.put(`/api/works/${id}`, unknown)).body.code).toBe('contributor-unknown');
    const kept = await editorial.put(`/api/works/${id}`, { title: 'L’Été', version: version + 1 }).expect(200);
    expect(kept.body.contributors).toHaveLength(2);
  });

  it('tells in its history who was added, removed and filed where, by name', async () => {
    const rivages = (await editorial.post('/api/collections', { name: 'Littoral' }).expect(201)).body;
    const { id, version } = await workNamed('Histoire', { contributors: [{ contributorId: authorId, role: 'A01' }] });
    const change = { title: 'Histoire', version, collectionId: rivages.id, contributors: [] };
    await editorial.put(`/api/works/${id}`, change).expect(200);
    const { items } = (await editorial.get(`/api/history/work/${id}`).expect(200)).body;
    const told = items.map((item: { action: string; changes: unknown[] }) => [item.action, item.changes]);
    expect(told[0]).toEqual([
      'update',
      expect.arrayContaining([{ field: 'contributor_id', before: 'Zoé Ørsted', after: null }]),
    ]);
    expect(told[1]).toEqual(['update', [{ field: 'collection_id', before: null, after: 'Littoral' }]]);
    expect(told[2]).toEqual([
      'update',
      expect.arrayContaining([{ field: 'contributor_id', before: null, after: 'Zoé Ørsted' }]),
    ]);
    expect(told[3][0]).toBe('insert');
  });

  it('is found by its title, by who made it, and by a number typed with or without hyphens', async () => {
    const { id } = await workNamed('Grand Nord', { contributors: [{ contributorId: authorId, role: 'A01' }] });
    await editionOf(id, { isbn13: ISBN });
    await workNamed('Grand Sud');
    for (const q of [
      'orsted grand',
      ISBN,
      '978-2-07-061275-8',
      '978 2 07 061275 8',
      'ISBN : 2-07-061275-9',
      '061275',
    ]) {
      const found = await editorial.get(`/api/works?q=${encodeURIComponent(q)}`).expect(200);
      expect([q, titles(found.body)]).toEqual([q, ['Grand Nord']]);
    }
    const row = (await editorial.get('/api/works?q=grand')).body.items[0];
    expect(row).toMatchObject({ editionCount: 1, mainEdition: { isbnFormatted: '978-2-07-061275-8' } });
  });

  it('is filtered by collection, availability, form and contributor', async () => {
    const collection = (await editorial.post('/api/collections', { name: 'Rivages du Nord' }).expect(201)).body;
    const { id } = await workNamed('Filtre', {
      collectionId: collection.id,
      contributors: [{ contributorId: translatorId, role: 'B06' }],
    });
    await editionOf(id, { productForm: 'hardback', availability: 'reprinting' });
    for (const filter of [
      `collection=${collection.id}`,
      'availability=reprinting',
      'productForm=hardback',
      `contributor=${translatorId}&q=filtre`,
    ]) {
      expect([filter, titles((await editorial.get(`/api/works?${filter}`)).body)]).toEqual([filter, ['Filtre']]);
    }
    const inUse = await editorial.delete(`/api/collections/${collection.id}`).expect(409);
    expect(inUse.body).toMatchObject({ code: 'collection-in-use', detail: expect.stringContaining('(1)') });
    const same = await editorial.post('/api/collections', { name: 'rivages du nord' }).expect(409);
    expect(same.body.code).toBe('collection-name-used');
  });

  it('is saved by one of several people who save at once', async () => {
    const { id, version } = await workNamed('À plusieurs');
    const answers = await Promise.all(
      [1, 2, 3].map((n) => editorial.put(`/api/works/${id}`, { title: `À plusieurs ${n}`, version })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it('goes into a file with the columns asked for, typed and readable by a French Excel', async () => {
    const { id } = await workNamed('=Formule', { contributors: [{ contributorId: authorId, role: 'A01' }] });
    await editionOf(id, { prices: [{ validFrom: '2024-01-01', retailPriceInclVat: '12.5' }] });
    const address = `/api/works/export?q=formule&columns=title,contributors,productForm,retailPriceInclVat,publicationDate`;
    const csv = await editorial.get(`${address}&format=csv`).expect(200);
    expect(csv.headers['content-disposition']).toContain('catalogue-2026-07-15.csv');
    expect(csv.text).toBe(
      `\uFEFFTitre;Autrices et auteurs;Forme;Prix public TTC;Parution\r\n'=Formule;Zoé Ørsted;broché;12,50;2024-03-01\r\n`,
    );
    const xlsx = await editorial.get(`${address}&format=xlsx`).buffer(true).parse(bytes).expect(200);
    expect((xlsx.body as Buffer).subarray(0, 2).toString()).toBe('PK');
    await editorial.get('/api/works/export?columns=secret').expect(400);
    await (await api.as('read-only')).get('/api/works/export').expect(403);
  });
});

describe('an edition', () => {
  it('has a price in force today, another to come, and the price without VAT derived as the house rounds', async () => {
    const { id } = await workNamed('Prix');
    const prices = [
      { validFrom: '2026-09-01', retailPriceInclVat: '15.00' },
      { validFrom: '2024-01-01', retailPriceInclVat: '14' },
    ];
    const edition = await editionOf(id, { prices });
    expect(edition).toMatchObject({
      vatRate: '5.5',
      currentPrice: { validFrom: '2024-01-01', retailPriceInclVat: '14.00', retailPriceExclVat: '13.27' },
    });
    expect(edition.prices.map((price: { validFrom: string }) => price.validFrom)).toEqual(['2024-01-01', '2026-09-01']);
    await api.sql(`UPDATE house SET unit_price_rounding = 'none'`);
    const exact = await editorial.get(`/api/editions/${edition.id}`).expect(200);
    expect(exact.body.currentPrice.retailPriceExclVat).toBe('13.270142');
    await api.sql(`UPDATE house SET unit_price_rounding = '2'`);
    const game = await editionOf(id, { productForm: 'game', ean: '3760123456784' });
    expect(game).toMatchObject({ vatRate: '20', currentPrice: null });
  });

  it('refuses a number that another title has, by name, also when both come at once', async () => {
    const first = await workNamed('Premier arrivé');
    const second = await workNamed('Second');
    const isbn13 = '978-2-01-000000-3';
    const both = await Promise.all(
      [first, second].map(({ id }) => editorial.post(`/api/works/${id}/editions`, { ...paperback, isbn13 })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const [winner, loser] = both[0]!.status === 201 ? both : both.toReversed();
    expect(winner!.body.isbn13).toBe('9782010000003');
    expect(loser!.body).toMatchObject({ code: 'isbn-used', errors: [{ pointer: '/isbn13' }] });
    expect(loser!.body.detail).toContain(winner!.body.workTitle);
    const asBarcode = await editorial.post(`/api/works/${second.id}/editions`, {
      productForm: 'game',
      ean: '9782010000003',
    });
    expect(asBarcode.body.code).toBe('ean-used');
    const wrong = await editorial.post(`/api/works/${second.id}/editions`, { ...paperback, isbn13: '9782010000004' });
    expect(wrong.body.errors).toMatchObject([{ pointer: '/isbn13', code: 'isbn13' }]);
  });

  it('keeps the price with which an accepted run was computed; a later one can be added', async () => {
    const { id } = await workNamed('Prix gardé');
    const prices = [{ validFrom: '2024-01-01', retailPriceInclVat: '14.00' }];
    const edition = await editionOf(id, { prices });
    await api.sql(
      `INSERT INTO print_run (edition_id, number, status, accepted_on, quantity_accepted) VALUES ($1, 1, 'accepted', '2025-02-01', 800)`,
      [edition.id],
    );
    const address = `/api/editions/${edition.id}`;
    for (const changed of [
      [{ validFrom: '2024-01-01', retailPriceInclVat: '15.00' }],
      [...prices, { validFrom: '2025-01-01', retailPriceInclVat: '16.00' }],
      [],
    ]) {
      const refused = await editorial.put(address, { ...paperback, prices: changed, version: 1 }).expect(409);
      expect(refused.body).toMatchObject({ code: 'price-in-use', errors: [{ pointer: '/prices' }] });
      expect(refused.body.detail).toContain('février 2025');
    }
    const later = [...prices, { validFrom: '2025-06-01', retailPriceInclVat: '16.00' }];
    const saved = await editorial.put(address, { ...paperback, prices: later, version: 1 }).expect(200);
    expect(saved.body.currentPrice).toMatchObject({ retailPriceInclVat: '16.00' });
    const kept = await editorial.put(address, { ...paperback, version: 2 }).expect(200);
    expect(kept.body.prices).toHaveLength(2);
  });

  it('keeps the price of a closed period on sales', async () => {
    const { id } = await workNamed('Vendu');
    const prices = [{ validFrom: '2024-01-01', retailPriceInclVat: '14.00' }];
    const edition = await editionOf(id, { prices });
    await closedStatementFor(edition.id, id);
    const inside = [...prices, { validFrom: '2025-12-31', retailPriceInclVat: '15.00' }];
    const refused = await editorial.put(`/api/editions/${edition.id}`, { ...paperback, prices: inside, version: 1 });
    expect(refused.body.code).toBe('price-in-use');
    const after = [...prices, { validFrom: '2026-01-01', retailPriceInclVat: '15.00' }];
    await editorial.put(`/api/editions/${edition.id}`, { ...paperback, prices: after, version: 1 }).expect(200);
  });

  it('is picked by a scan, with what an invoice needs', async () => {
    const { id } = await workNamed('Au comptoir', { contributors: [{ contributorId: authorId, role: 'A01' }] });
    await editionOf(id, {
      isbn13: '9782020000000',
      prices: [{ validFrom: '2020-01-01', retailPriceInclVat: '20.00' }],
    });
    await editionOf(id, { productForm: 'e-book' });
    const sales = await api.as('sales');
    const scanned = await sales.get('/api/editions?q=9782020000000').expect(200);
    expect(scanned.body.items).toMatchObject([
      {
        title: 'Au comptoir',
        contributors: 'Zoé Ørsted',
        isbnFormatted: expect.stringMatching(/^978-2-02-/),
        retailPriceInclVat: '20.00',
        retailPriceExclVat: '18.96',
        vatRate: '5.5',
      },
    ]);
    expect((await sales.get('/api/editions?q=comptoir')).body.total).toBe(2);
    await sales.post(`/api/works/${id}/editions`, paperback).expect(403);
  });

  it('shows its cover, which is a picture by its content', async () => {
    const { id } = await workNamed('Couverture');
    const edition = await editionOf(id, {});
    const saved = await editorial.upload('put', `/api/editions/${edition.id}/cover`, PNG, 'cover.png').expect(200);
    expect(saved.body.version).toBe(edition.version);
    const shown = await editorial.get(saved.body.coverUrl).buffer(true).expect(200);
    expect(shown.headers['content-type']).toBe('image/png');
    expect(Buffer.compare(shown.body as Buffer, PNG)).toBe(0);
    const row = (await editorial.get('/api/works?q=couverture')).body.items[0];
    expect(row.mainEdition.coverUrl).toBe(saved.body.coverUrl);
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>');
    await editorial.upload('put', `/api/editions/${edition.id}/cover`, svg, 'cover.png').expect(415);
    const large = Buffer.concat([PNG, Buffer.alloc(5 * 1024 * 1024)]);
    await editorial.upload('put', `/api/editions/${edition.id}/cover`, large, 'cover.png').expect(413);
    const forged = await editorial.upload('put', `/api/editions/999999/cover`, PNG, 'cover.png').expect(404);
    expect(forged.body.code).toBe('not-found');
  });
});

async function closedStatementFor(editionId: number, workId: number): Promise<void> {
  const [contract] = await api.sql<{ id: number }>(
    `INSERT INTO contract (reference, contributor_id, work_id) VALUES ('C-1', $1, $2) RETURNING id`,
    [authorId, workId],
  );
  await api.sql(
    `INSERT INTO contract_clause (contract_id, position, edition_id, basis, tiers) VALUES ($1, 1, $2, 'sold', '[]')`,
    [contract!.id, editionId],
  );
  const [closing] = await api.sql<{ id: number }>(
    `INSERT INTO closing (kind, period_from, period_to, payment_date) VALUES ('period', '2025-01-01', '2025-12-31', '2026-03-31') RETURNING id`,
  );
  await api.sql(
    `INSERT INTO royalty_statement (closing_id, contract_id, contributor_id, statement_date, earned, adjustments, carried_in,
       recouped, unrecouped, carried_out, gross, net, result, stock, document, position)
       VALUES ($1, $2, $3, '2025-12-31', 0, 0, 0, 0, 0, 0, 0, 0, '{}', '{}', '{}', 1)`,
    [closing!.id, contract!.id, authorId],
  );
  await api.sql(`UPDATE closing SET status = 'closed', entry = 1 WHERE id = $1`, [closing!.id]);
}
