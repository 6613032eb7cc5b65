import { Component, inject, input, signal } from '@angular/core';
import { FormField, form, required, submit } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { Field } from '@colophon/ui/fields';
import { problemOf } from '@colophon/ui/problem';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Session } from '../session/session';
import { SignFrame } from './sign-frame';

@Component({
  selector: 'co-sign-in',
  imports: [Field, FormField, SignFrame, TranslocoPipe],
  templateUrl: './sign-in.html',
})
export class SignIn {
  /** Where the reader was going (`?retour=`). */
  readonly retour = input<string>();
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly transloco = inject(TranslocoService);
  protected readonly refusal = signal('');
  protected readonly form = form(signal({ email: '', password: '' }), (path) => {
    required(path.email);
    required(path.password);
  });

  protected async signIn(event: Event): Promise<void> {
    event.preventDefault();
    this.refusal.set('');
    const sent = await submit(this.form, { action: () => this.send() });
    if (!sent) this.form().errorSummary()[0]?.fieldTree().focusBoundControl();
  }

  private async send() {
    const { email, password } = this.form().value();
    try {
      await this.session.signIn(email.trim(), password);
      await this.router.navigateByUrl(ownPage(this.retour()));
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

/** Only addresses of this application: a crafted link must not lead elsewhere after signing in. */
function ownPage(address: string | undefined): string {
  return address && /^\/(?![/\\])/.test(address) && !address.startsWith('/connexion') ? address : '/';
}
