import { HttpErrorResponse, type HttpInterceptorFn, type HttpRequest } from '@angular/common/http';
import { inject, Injector } from '@angular/core';
import { Router } from '@angular/router';
import { problemOf } from '@colophon/ui/problem';
import { Locale } from '@colophon/ui/locale';
import { catchError, tap, throwError } from 'rxjs';
import { Connection } from './connection';
import { Session } from './session';

const SAFE = ['GET', 'HEAD'];

/** The authors' own space has a session of its own; the house's people's is of no use there. */
const isAuthors = (request: HttpRequest<unknown>): boolean => request.url.startsWith('/api/author/');

/** Everything each request to the API carries, and what every page does with the answers that are nobody's own. */
export const wire: HttpInterceptorFn = (request, next) => {
  if (!request.url.startsWith('/api')) return next(request);
  const injector = inject(Injector);
  const connection = inject(Connection);
  return next(dressed(request, injector)).pipe(
    tap(() => connection.answered()),
    catchError((error: unknown) => {
      notice(error, request, injector);
      return throwError(() => error);
    }),
  );
};

function dressed(request: HttpRequest<unknown>, injector: Injector): HttpRequest<unknown> {
  const headers: Record<string, string> = { 'Accept-Language': injector.get(Locale).lang() };
  const token =
    SAFE.includes(request.method) || isAuthors(request) ? undefined : injector.get(Session).info()?.csrfToken;
  if (token) headers['X-CSRF-Token'] = token;
  return request.clone({ setHeaders: headers });
}

function notice(error: unknown, request: HttpRequest<unknown>, injector: Injector): void {
  const problem = problemOf(error);
  if (problem.status === 0 && error instanceof HttpErrorResponse) injector.get(Connection).lost();
  else injector.get(Connection).answered();
  if (problem.status === 401 && !request.url.startsWith('/api/session') && !isAuthors(request)) backToSignIn(injector);
}

/** The session ended while somebody worked: sign in again, and come back to the same page. */
function backToSignIn(injector: Injector): void {
  const router = injector.get(Router);
  injector.get(Session).end();
  void router.navigate(['/connexion'], { queryParams: { retour: router.url } });
}
