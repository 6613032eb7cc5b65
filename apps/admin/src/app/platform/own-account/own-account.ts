import { Component, inject, signal } from '@angular/core';
import { FormField, form, minLength, required, validate } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { Field } from '@colophon/ui/fields';
import { FormPage, editing } from '@colophon/ui/form-page';
import { Section } from '@colophon/ui/record';
import { Toasts } from '@colophon/ui/toast';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Session } from '../session/session';

/** What people change of their own account: the password. Language and theme are in the account's menu. */
@Component({
  selector: 'co-own-account',
  imports: [Field, FormField, FormPage, Section, TranslocoPipe],
  templateUrl: './own-account.html',
})
export class OwnAccount {
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  protected readonly session = inject(Session);
  protected readonly model = signal({ currentPassword: '', newPassword: '', again: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.currentPassword);
    required(path.newPassword);
    minLength(path.newPassword, 10);
    validate(path.again, ({ value, valueOf }) =>
      value() === valueOf(path.newPassword) ? null : { kind: 'passwordsDiffer' },
    );
  });
  readonly editing = editing<{ currentPassword: string; newPassword: string; again: string }, void>({
    model: this.model,
    form: this.form,
    draft: () => null,
    save: ({ currentPassword, newPassword }) => this.session.changeOwn({ currentPassword, newPassword }),
    saved: () => this.leave(),
  });

  protected cancel(): void {
    void this.router.navigateByUrl('/');
  }

  private leave(): void {
    this.toasts.done(this.transloco.translate('platform.own.saved'));
    this.cancel();
  }
}
