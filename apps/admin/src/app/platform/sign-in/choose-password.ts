import { Component, inject, input, signal } from '@angular/core';
import { FormField, form, minLength, required, submit, validate } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { Field } from '@colophon/ui/fields';
import { problemOf } from '@colophon/ui/problem';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Session } from '../session/session';
import { SignFrame } from './sign-frame';

/** The link a colleague hands over: a first or a forgotten password, chosen by the person alone. */
@Component({
  selector: 'co-choose-password',
  imports: [Field, FormField, SignFrame, TranslocoPipe],
  templateUrl: './choose-password.html',
})
export class ChoosePassword {
  readonly token = input('');
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly transloco = inject(TranslocoService);
  protected readonly refusal = signal('');
  protected readonly form = form(signal({ password: '', again: '' }), (path) => {
    required(path.password);
    minLength(path.password, 10);
    validate(path.again, ({ value, valueOf }) =>
      value() === valueOf(path.password) ? null : { kind: 'passwordsDiffer' },
    );
  });

  protected async choose(event: Event): Promise<void> {
    event.preventDefault();
    this.refusal.set('');
    const sent = await submit(this.form, { action: () => this.send() });
    if (!sent) this.form().errorSummary()[0]?.fieldTree().focusBoundControl();
  }

  private async send() {
    try {
      await this.session.choosePassword(this.token(), this.form().value().password);
      await this.router.navigateByUrl('/');
    } catch (error) {
      const problem = problemOf(error);
      const unreachable = problem.status === 0;
      this.refusal.set(
        unreachable ? this.transloco.translate(`ui.problem.${problem.code}`) : (problem.detail ?? problem.title),
      );
    }
    return undefined;
  }
}
