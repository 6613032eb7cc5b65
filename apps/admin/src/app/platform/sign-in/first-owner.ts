import { Component, inject, input, signal } from '@angular/core';
import { FormField, email, form, minLength, required, submit, validate } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { Field } from '@colophon/ui/fields';
import { problemOf } from '@colophon/ui/problem';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Session } from '../session/session';
import { SignFrame } from './sign-frame';

/** The one-time link printed at the first start of an empty house: makes the owner's account. */
@Component({
  selector: 'co-first-owner',
  imports: [Field, FormField, SignFrame, TranslocoPipe],
  templateUrl: './first-owner.html',
})
export class FirstOwnerPage {
  readonly token = input('');
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly transloco = inject(TranslocoService);
  protected readonly refusal = signal('');
  protected readonly form = form(
    signal({ houseName: '', displayName: '', email: '', password: '', again: '' }),
    (path) => {
      required(path.houseName);
      required(path.displayName);
      required(path.email);
      email(path.email);
      required(path.password);
      minLength(path.password, 10);
      validate(path.again, ({ value, valueOf }) =>
        value() === valueOf(path.password) ? null : { kind: 'passwordsDiffer' },
      );
    },
  );

  protected async create(event: Event): Promise<void> {
    event.preventDefault();
    this.refusal.set('');
    const sent = await submit(this.form, { action: () => this.send() });
    if (!sent) this.form().errorSummary()[0]?.fieldTree().focusBoundControl();
  }

  private async send() {
    const { again: _, ...owner } = this.form().value();
    try {
      await this.session.createOwner({ ...owner, token: this.token() });
      await this.router.navigateByUrl('/');
    } catch (error) {
      const problem = problemOf(error);
      this.refusal.set(
        problem.status === 0
          ? this.transloco.translate(`ui.problem.${problem.code}`)
          : (problem.detail ?? problem.title),
      );
    }
    return undefined;
  }
}
