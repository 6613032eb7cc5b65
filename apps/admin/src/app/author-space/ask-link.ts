import { httpResource } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { FormField, email, form, required, submit } from '@angular/forms/signals';
import { Field } from '@colophon/ui/fields';
import type { AuthorHouseResponse } from '@colophon/api-client';
import { problemOf } from '@colophon/ui/problem';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { SignFrame } from '../platform/sign-in/sign-frame';
import { AuthorSession } from './author-session';

/** Asks for a link by e-mail. The page says the same whether the house knows the address or not. */
@Component({
  selector: 'co-ask-link',
  imports: [Field, FormField, SignFrame, TranslocoPipe],
  template: `
    <co-sign-frame
      [heading]="'authorSpace.ask.heading' | transloco"
      [name]="house.hasValue() ? house.value().houseName : ''"
    >
      @if (sentTo(); as address) {
        <div class="notice done" role="status">
          <div>
            <p class="strong">{{ 'authorSpace.ask.sent' | transloco }}</p>
            <p>{{ 'authorSpace.ask.sentText' | transloco: { address } }}</p>
          </div>
        </div>
        <button type="button" class="button again" (click)="sentTo.set('')">
          {{ 'authorSpace.ask.again' | transloco }}
        </button>
      } @else {
        <p class="lede">{{ 'authorSpace.ask.lede' | transloco }}</p>
        <form novalidate (submit)="ask($event)">
          @if (refusal(); as text) {
            <p class="notice late" role="alert">{{ text }}</p>
          }
          <ui-field [label]="'authorSpace.ask.email' | transloco">
            <input type="email" autocomplete="email" [formField]="form.email" />
          </ui-field>
          <button type="submit" class="button primary" [attr.aria-disabled]="form().submitting() || null">
            {{ (form().submitting() ? 'authorSpace.ask.busy' : 'authorSpace.ask.act') | transloco }}
          </button>
        </form>
      }
    </co-sign-frame>
  `,
  styles: `
    .lede {
      margin-bottom: 16px;
      color: var(--ink-soft);
    }

    .again {
      margin-top: 16px;
    }
  `,
})
export class AskLink {
  protected readonly house = httpResource<AuthorHouseResponse>(() => '/api/author/house');
  private readonly session = inject(AuthorSession);
  private readonly transloco = inject(TranslocoService);
  protected readonly sentTo = signal('');
  protected readonly refusal = signal('');
  protected readonly form = form(signal({ email: '' }), (path) => {
    required(path.email);
    email(path.email);
  });

  protected async ask(event: Event): Promise<void> {
    event.preventDefault();
    this.refusal.set('');
    const sent = await submit(this.form, { action: () => this.send() });
    if (!sent) this.form().errorSummary()[0]?.fieldTree().focusBoundControl();
  }

  private async send() {
    const address = this.form().value().email.trim();
    try {
      await this.session.askLink(address);
      this.sentTo.set(address);
    } catch (error) {
      const problem = problemOf(error);
      const isAway = problem.status === 0;
      this.refusal.set(
        isAway ? this.transloco.translate(`ui.problem.${problem.code}`) : (problem.detail ?? problem.title),
      );
    }
    return undefined;
  }
}
