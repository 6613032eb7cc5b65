import { startTestApi, type ApiClient, type TestApi } from '../../../../../tests/support/api';
import { acceptRun, makeBook, type Book } from '../../../../../tests/support/book';

let api: TestApi;
let accountant: ApiClient;
let book: Book;

beforeEach(async () => {
  api = await startTestApi();
  accountant = await api.as('accountant');
  book = await makeBook(api, { title: 'Les marées', author: 'Kerouredan' });
});
afterEach(() => api.close());

const firstHalf = { kind: 'period', periodFrom: '2026-01-01', periodTo: '2026-06-30', paymentDate: '2026-07-31' };

interface Item {
  readonly code: string;
  readonly severity: string;
  readonly places: { label: string; detail: string | null; url: string }[];
}

async function check(
  input: object = firstHalf,
  language = 'fr',
): Promise<{ body: { items: Item[]; contracts: number; blocking: number } }> {
  return accountant.post('/api/closings/check', input, { 'Accept-Language': language }).expect(200);
}

/** Whoever is paid is well known: what a check finds then is what the test broke. */
async function knownPeople(): Promise<void> {
  await api.sql(`UPDATE contributor SET email = 'a@example.org', iban_encrypted = '\\x00', iban_last4 = '1234'`);
  await api.sql(
    `INSERT INTO contributor_tax_profile (contributor_id, valid_from, situation, social, vat, withholding_tax_rate)
     SELECT id, '2020-01-01', 'author', 'withheld', 'withheld', 0 FROM contributor`,
  );
}

const named = (items: Item[], code: string) => items.find((item) => item.code === code);

it('finds nothing where all is in order, and writes nothing', async () => {
  await knownPeople();
  await acceptRun(api, book, { copies: 100, on: '2026-02-10' });
  expect((await check()).body).toEqual({ contracts: 1, notDue: 0, blocking: 0, warnings: 0, items: [] });
  expect(await api.sql(`SELECT FROM closing`)).toEqual([]);
});

describe('says what stops a closing, each with the place to mend', () => {
  beforeEach(knownPeople);

  it.each([
    [
      'contract-contradicts',
      `UPDATE contract_clause SET tiers = '[{"upTo":100,"rate":"8"}]'`,
      () => `/contrats/${book.contractId}/modifier`,
    ],
    [
      'price-missing',
      `DELETE FROM edition_price`,
      () => `/catalogue/oeuvres/${book.workId}/editions/${book.editionId}/modifier`,
    ],
    ['rates-unknown', `DELETE FROM withholding_rate WHERE valid_from = '2026-01-01'`, () => '/reglages/taux'],
  ])('%s', async (code, sql, url) => {
    await acceptRun(api, book, { copies: 100, on: '2026-02-10' });
    await api.sql(sql);
    const { body } = await check();
    expect(body.blocking).toBe(1);
    expect(named(body.items, code)).toMatchObject({ severity: 'blocking', places: [{ url: url() }] });
    const refused = await accountant.post('/api/closings', firstHalf);
    expect(refused.status).toBe(422);
  });

  it('a period that was closed already', async () => {
    const { body } = await accountant.post('/api/closings', firstHalf).expect(201);
    await accountant.post(`/api/closings/${body.id}/close`).expect(200);
    expect((await check()).body).toMatchObject({
      contracts: 0,
      blocking: 1,
      items: [{ code: 'closing-period-overlaps' }],
    });
  });

  it('a day on which no contract is due', async () => {
    const { body } = await check({ ...firstHalf, contracts: 'due' });
    expect(body).toMatchObject({ contracts: 0, notDue: 1, blocking: 1, items: [{ code: 'nothing-to-state' }] });
  });

  it('a history that no longer gives what was issued', async () => {
    await acceptRun(api, book, { copies: 100, on: '2026-02-10' });
    const { body } = await accountant.post('/api/closings', firstHalf).expect(201);
    await accountant.post(`/api/closings/${body.id}/close`).expect(200);
    await api.sql(`UPDATE edition_price SET retail_price_incl_vat = 15`);
    const next = { ...firstHalf, periodFrom: '2026-07-01', periodTo: '2026-12-31', paymentDate: '2026-12-31' };
    const found = named((await check(next)).body.items, 'computation-refused');
    expect(found?.places[0]?.label).toContain('RED-2026-00001');
  });
});

describe('warns of what will be missing', () => {
  it('of the people who are paid', async () => {
    const { body } = await check(firstHalf, 'en');
    const url = `/catalogue/contributeurs/${book.contributorId}/modifier`;
    for (const code of ['tax-profile-missing', 'bank-details-missing', 'mail-address-missing']) {
      expect(named(body.items, code)).toMatchObject({
        severity: 'warning',
        places: [{ label: 'Anne Kerouredan', url }],
      });
    }
    expect(body.blocking).toBe(0);
  });

  it.each([
    [
      'certificate-lapsed',
      `UPDATE contributor_tax_profile SET situation = 'exempt', social = 'exempt', exempt_until = '2026-07-30'`,
    ],
    [
      'run-not-accepted',
      `INSERT INTO print_run (edition_id, number, status, delivered_on, quantity_ordered) SELECT id, 1, 'delivered', '2026-05-02', 500 FROM edition`,
    ],
    [
      'contract-draft',
      `INSERT INTO contract (reference, contributor_id, work_id) SELECT 'PROJET', contributor_id, work_id FROM contract`,
    ],
    ['shares-incomplete', `UPDATE contract_clause SET pool_shares = '["60","40"]', pool_index = 0`],
    [
      'stock-gap',
      `INSERT INTO stock_movement (edition_id, kind, from_location_id, to_location_id, copies, moved_on)
       SELECT e.id, 'sold', f.id, t.id, 10, '2026-05-01' FROM edition e, stock_location f, stock_location t WHERE f.code = 'main' AND t.code = 'customer'`,
    ],
    [
      'final-statement-missing',
      `INSERT INTO contract (reference, status, terminated_on, termination_reason, contributor_id, work_id)
       SELECT 'FIN', 'terminated', '2026-05-01', 'mutual', contributor_id, work_id FROM contract`,
    ],
    [
      'other-draft',
      `INSERT INTO closing (kind, period_from, period_to, payment_date) VALUES ('period', '2026-01-01', '2026-06-30', '2026-07-31')`,
    ],
  ])('%s', async (code, sql) => {
    await knownPeople();
    expect((await check()).body.items).toEqual([]);
    await api.sql(sql);
    const { body } = await check();
    expect(body.items.map((item) => [item.code, item.severity])).toEqual([[code, 'warning']]);
  });
});

describe('the statements that are due', () => {
  it('are those of the last period that is over, with the law’s last day, until they are issued', async () => {
    await api.sql(`UPDATE contract SET statement_frequency = 'half-yearly'`);
    const late = await makeBook(api);
    await api.sql(`UPDATE contract SET signed_on = '2023-01-01' WHERE id = $1`, [late.contractId]);
    const due = async () => (await accountant.get('/api/statements-due').expect(200)).body.items;
    expect(await due()).toEqual([
      {
        ...{ periodFrom: '2025-01-01', periodTo: '2025-12-31', deadline: '2026-06-30', daysLeft: -15, contracts: 1 },
        frequencies: [{ frequency: 'annual', contracts: 1 }],
      },
      {
        ...{ periodFrom: '2026-01-01', periodTo: '2026-06-30', deadline: '2026-12-30', daysLeft: 168, contracts: 1 },
        frequencies: [{ frequency: 'half-yearly', contracts: 1 }],
      },
    ]);
    const { body } = await accountant.post('/api/closings', { ...firstHalf, contracts: 'due' }).expect(201);
    await accountant.post(`/api/closings/${body.id}/close`).expect(200);
    expect(await due()).toMatchObject([{ periodTo: '2025-12-31' }]);
  });
});

describe('a closed period computed again', () => {
  async function closed(): Promise<number> {
    await acceptRun(api, book, { copies: 2000, on: '2026-02-10' });
    const { body } = await accountant.post('/api/closings', firstHalf).expect(201);
    await accountant.post(`/api/closings/${body.id}/close`).expect(200);
    return body.id;
  }
  const verify = async (id: number) => (await accountant.get(`/api/closings/${id}/verify`).expect(200)).body;

  it('comes out the same, whatever was entered since', async () => {
    const id = await closed();
    await acceptRun(api, book, { copies: 500, on: '2026-03-10' });
    await api.sql(
      `INSERT INTO print_run_correction (print_run_id, accepted_before, accepted_after, corrected_on, reason)
       SELECT min(id), 2000, 1900, '2026-07-02', 'Recompte' FROM print_run`,
    );
    expect(await verify(id)).toEqual({ statements: 1, isSame: true, difference: '0.00', refusal: null, changed: [] });
  });

  it('names each figure that does not, where somebody changed history behind its back', async () => {
    const id = await closed();
    await api.sql(`UPDATE edition_price SET retail_price_incl_vat = 15`);
    const verified = await verify(id);
    expect(verified).toMatchObject({ isSame: false, difference: '152.00', changed: [{ number: 'RED-2026-00001' }] });
    expect(verified.changed[0].differences).toContainEqual({ what: 'gross', issued: '2123.20', now: '2275.20' });
  });

  it('is told of a closing only, not of a draft', async () => {
    const { body } = await accountant.post('/api/closings', firstHalf).expect(201);
    expect((await accountant.get(`/api/closings/${body.id}/verify`).expect(409)).body.code).toBe('closing-still-draft');
  });
});
