import type { HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { problemOf } from '@colophon/ui/problem';
import { catchError, throwError } from 'rxjs';
import { AuthorSession } from './author-session';

/** The session ended while the author read: back to the page where a link is asked for. */
export const authorWire: HttpInterceptorFn = (request, next) => {
  const session = inject(AuthorSession);
  const router = inject(Router);
  return next(request).pipe(
    catchError((error: unknown) => {
      if (problemOf(error).status === 401 && session.info()) {
        session.end();
        void router.navigateByUrl('/auteur', { onSameUrlNavigation: 'reload' });
      }
      return throwError(() => error);
    }),
  );
};
