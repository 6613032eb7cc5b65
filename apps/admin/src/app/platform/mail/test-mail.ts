import { HttpClient } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import type { MailResponse } from '@colophon/api-client';
import { problemOf } from '@colophon/ui/problem';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { Session } from '../session/session';

/** Sends a mail with what is saved, and says what the server answered. */
@Component({
  selector: 'co-test-mail',
  imports: [TranslocoPipe],
  template: `
    <div class="line">
      <label>
        {{ 'mail.settings.testTo' | transloco }}
        <input
          class="input"
          type="email"
          autocomplete="email"
          [value]="to()"
          (input)="to.set($any($event.target).value)"
          (keydown.enter)="$event.preventDefault(); send()"
        />
      </label>
      <button type="button" class="button" [attr.aria-disabled]="busy() || to() === '' || null" (click)="send()">
        {{ (busy() ? 'mail.settings.testBusy' : 'mail.settings.testAct') | transloco }}
      </button>
    </div>
    <div role="status">
      @if (sent(); as mail) {
        @if (mail.status === 'sent') {
          <p class="notice done">{{ 'mail.settings.testSent' | transloco: { address: mail.toAddress } }}</p>
        } @else {
          <p class="notice late">{{ 'mail.settings.testFailed' | transloco }} {{ mail.lastError }}</p>
        }
      }
      @if (refusal(); as text) {
        <p class="notice late">{{ text }}</p>
      }
    </div>
  `,
  styles: `
    .line {
      display: flex;
      flex-wrap: wrap;
      gap: 12px;
      align-items: flex-end;
      margin-bottom: 12px;
    }

    label {
      flex: 0 1 320px;
    }
  `,
})
export class TestMail {
  private readonly http = inject(HttpClient);
  protected readonly to = signal(inject(Session).user()?.email ?? '');
  protected readonly busy = signal(false);
  protected readonly sent = signal<MailResponse | null>(null);
  protected readonly refusal = signal('');

  protected async send(): Promise<void> {
    if (this.busy() || this.to() === '') return;
    this.busy.set(true);
    this.sent.set(null);
    this.refusal.set('');
    try {
      const test = this.http.post<MailResponse>('/api/mail/settings/test', { to: this.to().trim() });
      this.sent.set(await firstValueFrom(test));
    } catch (error) {
      const problem = problemOf(error);
      this.refusal.set(problem.errors?.[0]?.detail ?? problem.detail ?? problem.title);
    } finally {
      this.busy.set(false);
    }
  }
}
