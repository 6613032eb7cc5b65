import { HttpClient } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import type { FirstOwnerRequest, OwnAccountUpdate, SessionResponse } from '@colophon/api-client';
import { Drafts } from '@colophon/ui/drafts';
import { problemOf } from '@colophon/ui/problem';
import { firstValueFrom } from 'rxjs';
import { Languages } from '../i18n/languages';

@Injectable({ providedIn: 'root' })
export class Session {
  private readonly http = inject(HttpClient);
  private readonly drafts = inject(Drafts);
  private readonly languages = inject(Languages);
  private asked = false;
  readonly info = signal<SessionResponse | null>(null);
  readonly user = computed(() => this.info()?.user ?? null);
  readonly today = computed(() => this.info()?.today ?? '');
  private readonly permissions = computed(() => new Set(this.info()?.permissions));

  /** Whether the reader may do what a permission names; an absent permission is allowed to everyone signed in. */
  may(permission: string | undefined): boolean {
    return permission === undefined || this.permissions().has(permission);
  }

  /** Asks the API once who is signed in; null when nobody is. Any other failure is the caller's to show. */
  async current(): Promise<SessionResponse | null> {
    if (this.asked) return this.info();
    try {
      this.info.set(await firstValueFrom(this.http.get<SessionResponse>('/api/session')));
    } catch (error) {
      if (problemOf(error).status !== 401) throw error;
    }
    this.asked = true;
    return this.info();
  }

  async signIn(email: string, password: string): Promise<void> {
    this.enter(await firstValueFrom(this.http.post<SessionResponse>('/api/session', { email, password })));
  }

  async createOwner(owner: FirstOwnerRequest): Promise<void> {
    this.enter(await firstValueFrom(this.http.post<SessionResponse>('/api/session/owner', owner)));
  }

  async choosePassword(token: string, password: string): Promise<void> {
    this.enter(await firstValueFrom(this.http.post<SessionResponse>('/api/session/password', { token, password })));
  }

  /** The caller's own language or password. */
  async changeOwn(update: OwnAccountUpdate): Promise<void> {
    await firstValueFrom(this.http.put('/api/me', update));
  }

  async signOut(): Promise<void> {
    await firstValueFrom(this.http.delete('/api/session'));
    this.drafts.dropAll();
    this.end();
  }

  /** The API no longer knows the session. */
  end(): void {
    this.info.set(null);
  }

  private enter(info: SessionResponse): void {
    this.info.set(info);
    this.asked = true;
    const lang = info.user.locale.startsWith('en') ? 'en' : 'fr';
    if (localStorage.getItem('colophon.lang') === null && lang !== this.languages.lang()) void this.languages.use(lang);
  }
}
