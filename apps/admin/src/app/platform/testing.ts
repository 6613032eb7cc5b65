import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding, type Routes } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideTransloco } from '@jsverse/transloco';
import type { SessionResponse } from '@colophon/api-client';
import { Languages } from './i18n/languages';
import { Session } from './session/session';
import { wire } from './session/wire';
import { NAV } from './shell/navigation';

/** A signed-in owner of a small house; give what a test is about. */
export function aSession(with_: Partial<SessionResponse> = {}): SessionResponse {
  return {
    user: { id: 1, email: 'h.marchand@exemple.fr', displayName: 'Hélène Marchand', role: 'owner', locale: 'fr' },
    permissions: [
      'parties.read',
      'parties.write',
      'points-of-sale.write',
      'settings.read',
      'settings.write',
      'users.manage',
    ],
    csrfToken: 'token-1',
    houseName: 'Éditions de l’Aubépine',
    isDemo: false,
    today: '2026-11-22',
    ...with_,
  };
}

/** Opens an address with the application's own providers; only the wire is faked. */
export async function openAt(
  routes: Routes,
  url: string,
  session: SessionResponse = aSession(),
): Promise<{
  readonly harness: RouterTestingHarness;
  readonly http: HttpTestingController;
  readonly page: HTMLElement;
}> {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([wire])),
      provideHttpClientTesting(),
      provideRouter(routes, withComponentInputBinding()),
      provideTransloco({ config: { availableLangs: ['fr', 'en'], defaultLang: 'fr', reRenderOnLangChange: true } }),
      { provide: NAV, useValue: [] },
    ],
  });
  await TestBed.inject(Languages).start();
  const http = TestBed.inject(HttpTestingController);
  const asked = TestBed.inject(Session).current();
  http.expectOne('/api/session').flush(session);
  await asked;
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl(url);
  return { harness, http, page: harness.routeNativeElement as HTMLElement };
}

/** Lets effects, resources and resolved promises run. */
export async function settle(harness: RouterTestingHarness): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await new Promise((done) => setTimeout(done));
    harness.detectChanges();
  }
}
