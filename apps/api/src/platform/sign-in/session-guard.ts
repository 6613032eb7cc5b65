import { createHash, timingSafeEqual } from 'node:crypto';

import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';

import { requestLocale } from '../http/locale';
import { platformProblems } from '../problems/platform-problems';
import type { Actor, Idempotency } from './actor';
import { holds, REQUIRED_PERMISSION, type Permission } from './permissions';
import { SESSION_COOKIE, Sessions, type Session } from './sessions';

/** A request after the guard: who sent it. */
export interface SignedRequest extends Request {
  session?: Session;
  actor?: Actor;
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Every route: is it open, is the person signed in, does the CSRF token match, does the role hold the permission. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const needed = this.reflector.getAllAndOverride<Permission | 'public' | 'signed-in' | 'author' | undefined>(
      REQUIRED_PERMISSION,
      [context.getHandler(), context.getClass()],
    );
    if (needed === 'public' || needed === 'author') return true;
    const request = context.switchToHttp().getRequest<SignedRequest>();
    const token = (request.cookies as Record<string, string> | undefined)?.[SESSION_COOKIE];
    const session = token ? await this.sessions.find(token) : undefined;
    if (!session) throw platformProblems.create('not-signed-in');
    if (!SAFE.has(request.method) && !same(request.header('x-csrf-token'), session.csrfToken))
      throw platformProblems.create('csrf');
    if (needed === undefined || (needed !== 'signed-in' && !holds(session.role, needed)))
      throw platformProblems.create('forbidden');
    request.session = session;
    request.actor = actorOf(session, request);
    return true;
  }
}

function actorOf(session: Session, request: Request): Actor {
  const idempotency = idempotencyOf(request);
  return {
    id: session.userId,
    name: session.displayName,
    role: session.role,
    locale: requestLocale(request),
    ...(idempotency ? { idempotency } : {}),
  };
}

function idempotencyOf(request: Request): Idempotency | undefined {
  const key = request.header('idempotency-key');
  if (!key || request.method !== 'POST') return undefined;
  if (key.length < 8 || key.length > 200)
    throw platformProblems.create('malformed-request', { reason: 'Idempotency-Key' });
  const content = `${request.method} ${request.originalUrl}\n${JSON.stringify(request.body ?? null)}`;
  return { key, requestHash: createHash('sha256').update(content).digest() };
}

function same(given: string | undefined, expected: string): boolean {
  const a = Buffer.from(given ?? '');
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}
