import { inject } from '@angular/core';
import { RedirectCommand, Router, type CanActivateFn } from '@angular/router';
import { Session } from './session';

/** Only for who is signed in; others sign in first and come back. */
export const signedIn: CanActivateFn = async (_route, state) => {
  const router = inject(Router);
  if (await inject(Session).current()) return true;
  return router.createUrlTree(['/connexion'], { queryParams: { retour: state.url } });
};

/** `canActivate: [may('sales.read')]`: without the permission, the page that says so, at the same address. */
export function may(permission: string): CanActivateFn {
  return () => {
    if (inject(Session).may(permission)) return true;
    return new RedirectCommand(inject(Router).parseUrl('/interdit'), { skipLocationChange: true });
  };
}
