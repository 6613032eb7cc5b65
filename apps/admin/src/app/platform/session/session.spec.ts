import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { HttpClient } from '@angular/common/http';
import { Router, type Routes } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { SignIn } from '../sign-in/sign-in';
import { aSession, openAt, settle } from '../testing';
import { Connection } from './connection';
import { may, signedIn } from './guards';
import { HasPermission } from './has-permission';
import { Session } from './session';

@Component({
  selector: 'co-desk',
  imports: [HasPermission],
  template: `<p>Le bureau</p>
    <button *hasPermission="'royalties.close'">Clôturer</button>`,
})
class Desk {}

@Component({ selector: 'co-no', template: 'Accès réservé' })
class No {}

const routes: Routes = [
  { path: 'connexion', component: SignIn },
  { path: 'bureau', component: Desk, canActivate: [signedIn] },
  { path: 'clotures', component: Desk, canActivate: [may('royalties.close')] },
  { path: 'interdit', component: No },
  { path: '', component: Desk },
];

describe('what a role may see', () => {
  it('hides the acts of others', async () => {
    const { page } = await openAt(routes, '/bureau', aSession({ permissions: ['royalties.read'] }));
    expect(page.textContent).toContain('Le bureau');
    expect(page.textContent).not.toContain('Clôturer');
  });

  it('shows the page that says so, at the address that was asked for', async () => {
    const { page } = await openAt(routes, '/clotures', aSession({ permissions: [] }));
    expect(page.textContent).toContain('Accès réservé');
  });
});

describe('requests to the API', () => {
  it('carry the language always and the CSRF token when they change something', async () => {
    const { http } = await openAt(routes, '/bureau');
    const client = TestBed.inject(HttpClient);
    void firstValueFrom(client.get('/api/a'));
    void firstValueFrom(client.post('/api/b', {}));
    const get = http.expectOne('/api/a').request;
    const post = http.expectOne('/api/b').request;
    expect(get.headers.get('Accept-Language')).toBe('fr');
    expect(get.headers.has('X-CSRF-Token')).toBe(false);
    expect(post.headers.get('X-CSRF-Token')).toBe('token-1');
  });

  it('lead back to signing in, and then to the same page, when the session has ended', async () => {
    const { http, harness } = await openAt(routes, '/bureau');
    const asked = firstValueFrom(TestBed.inject(HttpClient).get('/api/a')).catch(() => 'refused');
    const refusal = { status: 401, code: 'not-signed-in', title: 'Connectez-vous.' };
    http.expectOne('/api/a').flush(refusal, { status: 401, statusText: 'Unauthorized' });
    await asked;
    await settle(harness);
    expect(TestBed.inject(Router).url).toBe('/connexion?retour=%2Fbureau');
    expect(TestBed.inject(Session).info()).toBeNull();
  });

  it('say when the API does not answer, and stop saying it when it does', async () => {
    const { http } = await openAt(routes, '/bureau');
    const client = TestBed.inject(HttpClient);
    const connection = TestBed.inject(Connection);
    const lost = firstValueFrom(client.get('/api/a')).catch(() => 'lost');
    http.expectOne('/api/a').error(new ProgressEvent('error'));
    await lost;
    expect(connection.down()).toBe(true);
    const found = firstValueFrom(client.get('/api/a'));
    http.expectOne('/api/a').flush({});
    await found;
    expect(connection.down()).toBe(false);
  });
});

describe('signing in', () => {
  it.each([
    ['/bureau', '/bureau'],
    ['https://ailleurs.example', '/'],
    ['//ailleurs.example', '/'],
    ['/\\ailleurs.example', '/'],
  ])('goes on to %s only inside this application (%s)', async (wanted, reached) => {
    const { page, http, harness } = await openAt(routes, `/connexion?retour=${encodeURIComponent(wanted)}`);
    const [address, password] = page.querySelectorAll('input');
    if (!address || !password) throw new Error('The form has no fields');
    for (const [box, text] of [
      [address, 'h@exemple.fr'],
      [password, 'secret'],
    ] as const) {
      box.value = text;
      box.dispatchEvent(new Event('input', { bubbles: true }));
    }
    page.querySelector('form')?.requestSubmit();
    await settle(harness);
    http.expectOne({ method: 'POST', url: '/api/session' }).flush(aSession());
    await settle(harness);
    expect(TestBed.inject(Router).url).toBe(reached);
  });
});
