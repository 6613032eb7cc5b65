/** Every route of the application, as its router has them. */
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { ModulesContainer } from '@nestjs/core';

import { REQUIRED_PERMISSION, type Permission } from '../../apps/api/src/platform/sign-in/permissions';
import type { TestApi } from './api';

export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  readonly path: string;
  /** Undefined where it was forgotten. */
  readonly needs: Permission | 'public' | 'signed-in' | 'author' | undefined;
}

export function routesOf(api: TestApi): Route[] {
  return [...api.app.get(ModulesContainer).values()].flatMap((module) =>
    [...module.controllers.values()].flatMap(({ metatype }) => ofController(metatype as new () => object)),
  );
}

export const nameOf = ({ method, path }: Route): string => `${method.toUpperCase()} ${path}`;

function ofController(controller: new () => object): Route[] {
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
