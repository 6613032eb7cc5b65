import { HttpClient } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import type { AuthorSessionResponse } from '@colophon/api-client';
import { problemOf } from '@colophon/ui/problem';
import { firstValueFrom } from 'rxjs';

/** The author who is signed in: a session of its own, beside that of the house's people. */
@Injectable({ providedIn: 'root' })
export class AuthorSession {
  private readonly http = inject(HttpClient);
  private asked = false;
  readonly info = signal<AuthorSessionResponse | null>(null);
  readonly name = computed(() => this.info()?.name ?? '');

  /** Asks the API once; null when nobody is signed in. */
  async current(): Promise<AuthorSessionResponse | null> {
    if (this.asked) return this.info();
    try {
      this.info.set(await firstValueFrom(this.http.get<AuthorSessionResponse>('/api/author/session')));
    } catch (error) {
      if (problemOf(error).status !== 401) throw error;
    }
    this.asked = true;
    return this.info();
  }

  async askLink(email: string): Promise<void> {
    await firstValueFrom(this.http.post('/api/author/link', { email }));
  }

  async enter(token: string): Promise<void> {
    this.info.set(await firstValueFrom(this.http.post<AuthorSessionResponse>('/api/author/session', { token })));
    this.asked = true;
  }

  async signOut(): Promise<void> {
    await firstValueFrom(this.http.delete('/api/author/session', { headers: this.headers() }));
    this.end();
  }

  end(): void {
    this.info.set(null);
  }

  /** What every act carries. */
  headers(): Record<string, string> {
    return { 'X-CSRF-Token': this.info()?.csrfToken ?? '' };
  }
}
