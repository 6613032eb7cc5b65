import { HttpClient } from '@angular/common/http';
import { Component, inject, input, resource } from '@angular/core';
import type { AuthorInvitationResponse } from '@colophon/api-client';
import { Ask } from '@colophon/ui/dialog';
import { problemOf } from '@colophon/ui/problem';
import { Section } from '@colophon/ui/record';
import { Toasts } from '@colophon/ui/toast';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { Languages } from '../platform/i18n/languages';

/** On a contributor's page: the house sends them a link to their space. */
@Component({
  selector: 'co-invite-author',
  imports: [Section, TranslocoPipe],
  template: `
    @if (words.hasValue()) {
      <ui-section [heading]="'authorSpace.house.space' | transloco">
        <p class="soft">{{ 'authorSpace.house.spaceText' | transloco }}</p>
        <button type="button" class="button" (click)="invite()">{{ 'authorSpace.house.invite' | transloco }}</button>
      </ui-section>
    }
  `,
  styles: `
    .button {
      margin-top: 8px;
    }
  `,
})
export class InviteAuthor {
  readonly id = input.required<number>();
  private readonly http = inject(HttpClient);
  private readonly asking = inject(Ask);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly languages = inject(Languages);
  protected readonly words = resource({ loader: () => this.languages.load('author-space').then(() => true) });

  protected async invite(): Promise<void> {
    const say = (key: string, values = {}) => this.transloco.translate<string>(`authorSpace.house.${key}`, values);
    const agreed = await this.asking.confirm({
      title: say('inviteTitle'),
      text: say('inviteText'),
      act: say('invite'),
    });
    if (!agreed) return;
    try {
      const path = `/api/contributors/${this.id()}/author-invitation`;
      const { email } = await firstValueFrom(this.http.post<AuthorInvitationResponse>(path, {}));
      this.toasts.done(say('invited', { email }));
    } catch (error) {
      const problem = problemOf(error);
      this.toasts.failed(problem.detail ?? problem.title);
    }
  }
}
