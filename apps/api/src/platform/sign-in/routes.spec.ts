/** Every route of the application says who may use it, and holds to it. */
import { startTestApi, type ApiClient, type TestApi } from '../../../../../tests/support/api';
import { nameOf, routesOf, type Route } from '../../../../../tests/support/routes';
import { roles } from './actor';
import { holds, permissions, permissionsOf, type Permission } from './permissions';

/** Open without signing in: each is a decision. */
const PUBLIC = [
  'GET /api/author/house',
  'POST /api/author/link',
  'POST /api/author/session',
  'POST /api/session',
  'POST /api/session/owner',
  'POST /api/session/password',
];

let api: TestApi;
let routes: Route[];

beforeAll(async () => {
  api = await startTestApi();
  routes = routesOf(api);
});
afterAll(() => api.close());

/** Asks for a record that does not exist, so that a route that is wrongly open does no harm to the next. */
function call(client: ApiClient, { method, path }: Route) {
  const address = path.replace(/:\w+/g, '999999');
  return method === 'get' || method === 'delete' ? client[method](address) : client[method](address, {});
}

it('finds the routes', () => {
  expect(routes.length).toBeGreaterThan(30);
  expect(routes.map(nameOf)).toEqual(expect.arrayContaining(['GET /api/works/:id', 'PUT /api/house/logo']));
});

it('each declares a permission that exists', () => {
  const known: readonly unknown[] = [...permissions, 'public', 'signed-in', 'author'];
  expect(routes.filter(({ needs }) => !known.includes(needs)).map(nameOf)).toEqual([]);
});

it('only those listed here are open without signing in', async () => {
  expect(
    routes
      .filter(({ needs }) => needs === 'public')
      .map(nameOf)
      .sort(),
  ).toEqual(PUBLIC);
  for (const route of routes.filter(({ needs }) => needs !== 'public')) {
    const { status } = await call(api.anonymous, route);
    expect([nameOf(route), status]).toEqual([nameOf(route), 401]);
  }
});

it.each(roles)('refuses what it must to: %s', async (role) => {
  const client = await api.as(role);
  const refused = routes.filter(({ needs }) => isPermission(needs) && !holds(role, needs));
  for (const route of refused) {
    const { status, body } = await call(client, route);
    expect([nameOf(route), status, body.code]).toEqual([nameOf(route), 403, 'forbidden']);
  }
  expect(refused.length > 0).toBe(role !== 'owner');
});

it.each(roles)('lets read what it may: %s', async (role) => {
  const client = await api.as(role);
  const allowed = routes.filter(
    ({ method, needs }) => method === 'get' && needs !== 'author' && (!isPermission(needs) || holds(role, needs)),
  );
  for (const route of allowed) {
    const { status } = await call(client, route);
    expect([nameOf(route), [401, 403].includes(status)]).toEqual([nameOf(route), false]);
    expect([nameOf(route), status]).not.toEqual([nameOf(route), 500]);
  }
});

it.each(roles)('opens nothing of the authors’ own space to: %s', async (role) => {
  const client = await api.as(role);
  const routesOfAuthors = routes.filter(({ needs }) => needs === 'author');
  for (const route of routesOfAuthors) {
    const { status, body } = await call(client, route);
    expect([nameOf(route), status, body.code]).toEqual([nameOf(route), 401, 'author-not-signed-in']);
  }
  expect(routesOfAuthors.length).toBeGreaterThan(10);
});

it('keeps bank details, closings and accounts to those whose work they are', () => {
  const holders = (permission: Permission) => roles.filter((role) => permissionsOf[role].includes(permission));
  expect(holders('parties.bank')).toEqual(['owner', 'accountant']);
  expect(holders('royalties.close')).toEqual(['owner', 'accountant']);
  expect(holders('users.manage')).toEqual(['owner']);
  expect(permissionsOf['read-only'].filter((permission) => !permission.endsWith('.read'))).toEqual([]);
});

function isPermission(needs: Route['needs']): needs is Permission {
  return (permissions as readonly unknown[]).includes(needs);
}
