/** Every route of the application says who may use it, and holds to it. */
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { ModulesContainer } from '@nestjs/core';

import { startTestApi, type ApiClient, type TestApi } from '../../../../../tests/support/api';
import { roles } from './actor';
import { holds, permissions, permissionsOf, REQUIRED_PERMISSION, type Permission } from './permissions';

interface Route {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  readonly path: string;
  /** Undefined where it was forgotten. */
  readonly needs: Permission | 'public' | 'signed-in' | undefined;
}

/** Open without signing in: each is a decision. */
const PUBLIC = ['POST /api/session', 'POST /api/session/owner', 'POST /api/session/password'];

let api: TestApi;
let routes: Route[];

beforeAll(async () => {
  api = await startTestApi();
  routes = [...api.app.get(ModulesContainer).values()].flatMap((module) =>
    [...module.controllers.values()].flatMap(({ metatype }) => routesOf(metatype as new () => object)),
  );
});
afterAll(() => api.close());

function routesOf(controller: new () => object): Route[] {
  const base = String(Reflect.getMetadata(PATH_METADATA, controller) ?? '');
  const names = Object.getOwnPropertyNames(controller.prototype);
  const handlers = names.map((name) => Object.getOwnPropertyDescriptor(controller.prototype, name)?.value as object);
  return handlers
    .filter((handler) => typeof handler === 'function' && Reflect.hasMetadata(METHOD_METADATA, handler))
    .map((handler) => ({
      method: RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler)]!.toLowerCase() as Route['method'],
      path: ['/api', base, String(Reflect.getMetadata(PATH_METADATA, handler))]
        .join('/')
        .replace(/\/+/g, '/')
        .replace(/(.)\/$/, '$1'),
      needs: Reflect.getMetadata(REQUIRED_PERMISSION, handler) ?? Reflect.getMetadata(REQUIRED_PERMISSION, controller),
    }));
}

const nameOf = ({ method, path }: Route) => `${method.toUpperCase()} ${path}`;

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
  const known: readonly unknown[] = [...permissions, 'public', 'signed-in'];
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
    ({ method, needs }) => method === 'get' && (!isPermission(needs) || holds(role, needs)),
  );
  for (const route of allowed) {
    const { status } = await call(client, route);
    expect([nameOf(route), [401, 403].includes(status)]).toEqual([nameOf(route), false]);
    expect([nameOf(route), status]).not.toEqual([nameOf(route), 500]);
  }
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
