/** Nothing of anybody else is reachable: every route of the application is tried as an author with another's ids. */
import { asAuthor } from '../../../../tests/support/authors';
import { startTestApi, type ApiClient, type TestApi } from '../../../../tests/support/api';
import { closeFirstHalf, openHouseAccount, runTo } from '../../../../tests/support/payments';
import { nameOf, routesOf, type Route } from '../../../../tests/support/routes';
import { Clock } from '../platform/clock/clock';

const MISSING = 987_654;

let api: TestApi;
let own: ApiClient;
/** Ids of records that are another author's, by the table they are of. */
let others: Readonly<Record<string, number[]>>;

beforeAll(async () => {
  api = await startTestApi();
  await openHouseAccount(api);
  await api.sql(`UPDATE house SET email = 'maison@phare.example'`);
  const [mine, theirs] = await closeFirstHalf(api, [{ author: 'Moi' }, { author: 'Autrui' }]);
  api.get(Clock).moveTo(new Date('2026-07-31T10:00:00Z'));
  await runTo(await api.as('accountant'), 'executed');
  const other = await asAuthor(api, theirs!.contributorId);
  const [statement] = (await other.get('/api/author/statements').expect(200)).body.items;
  const question = { statementId: statement.id, lineLabel: 'Tirage 1', body: 'Pourquoi ?' };
  await other.post('/api/author/questions', question).expect(201);
  await other.get(`/api/author/statements/${statement.id}/pdf`).expect(200);
  const ids = async (sql: string) => (await api.sql<{ id: number }>(sql, [theirs!.contributorId])).map(({ id }) => id);
  others = {
    contributors: [theirs!.contributorId],
    contracts: [theirs!.contractId],
    statements: [statement.id],
    payments: await ids(`SELECT id FROM royalty_payment WHERE contributor_id = $1`),
    certificates: await ids(`SELECT id FROM withholding_certificate WHERE contributor_id = $1`),
    questions: await ids(`SELECT id FROM author_question WHERE contributor_id = $1`),
    closings: await ids(`SELECT DISTINCT closing_id AS id FROM royalty_statement WHERE contributor_id = $1`),
    files: await ids(`SELECT f.id FROM stored_file f WHERE $1 > 0`),
    mails: await ids(`SELECT m.id FROM mail_message m WHERE $1 > 0`),
  };
  own = await asAuthor(api, mine!.contributorId);
});
afterAll(() => api.close());

it('has something of the other author to look for', async () => {
  expect(Object.entries(others).filter(([, ids]) => ids.length === 0)).toEqual([]);
  const { items } = (await own.get('/api/author/statements').expect(200)).body;
  expect(items).toHaveLength(1);
  expect(items.map(({ id }: { id: number }) => id)).not.toContain(others['statements']![0]);
});

/** Every id of the other author in every place of an address that takes one. */
function addresses({ path }: Route): string[] {
  const parameters = path.match(/:\w+/g) ?? [];
  if (parameters.length === 0) return [path];
  const ids = [...new Set(Object.values(others).flat())];
  return ids.map((id) => path.replace(/:\w+/g, String(id)));
}

function call({ method }: Route, address: string) {
  return method === 'get' || method === 'delete' ? own[method](address) : own[method](address, {});
}

const told = ({ status, body }: { status: number; body: unknown }) => [status, body];

it('the house’s own routes open nothing to an author, whatever the id, and tell nothing apart', async () => {
  const routes = routesOf(api).filter(({ needs }) => needs !== 'author' && needs !== 'public');
  expect(routes.length).toBeGreaterThan(100);
  for (const route of routes) {
    const missing = told(await call(route, route.path.replace(/:\w+/g, String(MISSING))));
    expect([nameOf(route), missing[0]]).toEqual([nameOf(route), 401]);
    const [first, ...more] = addresses(route);
    for (const address of [first!, ...more.slice(0, 2)]) {
      expect([address, told(await call(route, address))]).toEqual([address, missing]);
    }
  }
});

it('an author’s routes find another’s records exactly as they find what does not exist', async () => {
  const kinds: Readonly<Record<string, string>> = {
    contracts: 'contracts',
    statements: 'statements',
    payments: 'payments',
    certificates: 'certificates',
  };
  const routes = routesOf(api).filter(({ needs, path }) => needs === 'author' && path.includes(':'));
  expect(routes.map(({ path }) => path.split('/')[3]).filter((kind) => !kinds[kind!])).toEqual([]);
  expect(routes.length).toBeGreaterThan(5);
  for (const route of routes) {
    const missing = told(await call(route, route.path.replace(/:\w+/g, String(MISSING))));
    expect([nameOf(route), missing[0]]).toEqual([nameOf(route), 404]);
    for (const id of others[kinds[route.path.split('/')[3]!]!]!) {
      const address = route.path.replace(/:\w+/g, String(id));
      expect([address, told(await call(route, address))]).toEqual([address, missing]);
    }
  }
});

it('no list of an author holds anything of another', async () => {
  const lists = routesOf(api).filter(
    ({ needs, method, path }) => needs === 'author' && method === 'get' && !path.includes(':'),
  );
  const seen = await Promise.all(
    lists.map(async (route) => JSON.stringify((await own.get(route.path).expect(200)).body)),
  );
  expect(seen.filter((text) => text.includes('Autrui'))).toEqual([]);
  expect(seen.some((text) => text.includes('RED-2026-'))).toBe(true);
});

it('no question can be asked about another’s statement', async () => {
  const question = (statementId: number) =>
    own.post('/api/author/questions', { statementId, lineLabel: 'x', body: 'y' });
  const missing = told(await question(MISSING));
  expect(missing[0]).toBe(404);
  expect(told(await question(others['statements']![0]!))).toEqual(missing);
});

it('a statement that is not closed is nobody’s to see', async () => {
  const [statement] = (await own.get('/api/author/statements')).body.items;
  const accountant = await api.as('accountant');
  const closing = { kind: 'period', periodFrom: '2026-07-01', periodTo: '2026-07-31', paymentDate: '2026-08-31' };
  await accountant.post('/api/closings', closing).expect(201);
  const drafts = await api.sql<{ id: number }>(
    `SELECT s.id FROM royalty_statement s JOIN closing k ON k.id = s.closing_id WHERE k.status = 'draft'`,
  );
  expect(drafts.length).toBeGreaterThan(0);
  for (const { id } of drafts) await own.get(`/api/author/statements/${id}`).expect(404);
  expect((await own.get('/api/author/statements')).body.items).toMatchObject([{ id: statement.id }]);
});
