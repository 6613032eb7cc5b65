import { timingSafeEqual } from 'node:crypto';

import {
  applyDecorators,
  createParamDecorator,
  Injectable,
  UseGuards,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import type { Request } from 'express';

import { platformProblems } from '../platform/problems/platform-problems';
import { ForAuthors } from '../platform/sign-in/permissions';
import { AUTHOR_COOKIE, AuthorSessions, type Author } from './author-sessions';
import { authorSpaceProblems } from './problems';

interface AuthorRequest extends Request {
  author?: Author;
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Is an author signed in, and does the CSRF token match. The session of the house's people is of no use here. */
@Injectable()
export class AuthorGuard implements CanActivate {
  constructor(private readonly sessions: AuthorSessions) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<AuthorRequest>();
    const token = authorToken(request);
    const author = token ? await this.sessions.find(token) : undefined;
    if (!author) throw authorSpaceProblems.create('author-not-signed-in');
    if (!SAFE.has(request.method) && !same(request.header('x-csrf-token'), author.csrfToken))
      throw platformProblems.create('csrf');
    request.author = author;
    return true;
  }
}

export function authorToken(request: Request): string | undefined {
  return (request.cookies as Record<string, string> | undefined)?.[AUTHOR_COOKIE];
}

function same(given: string | undefined, expected: string): boolean {
  const a = Buffer.from(given ?? '');
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}

/** A route of an author who is signed in. */
export const AsAuthor = () => applyDecorators(ForAuthors(), UseGuards(AuthorGuard));

/** The author who is signed in, as a parameter of a controller's method. */
export const CurrentAuthor = createParamDecorator((_: unknown, context: ExecutionContext): Author => {
  const { author } = context.switchToHttp().getRequest<AuthorRequest>();
  if (!author) throw new Error('This route is not an author’s.');
  return author;
});
