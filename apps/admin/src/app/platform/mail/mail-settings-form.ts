import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { MailSettingsResponse } from '@colophon/api-client';
import { Field, QuantityInput } from '@colophon/ui/fields';
import { FormPage, editing } from '@colophon/ui/form-page';
import { Section } from '@colophon/ui/record';
import { Toasts } from '@colophon/ui/toast';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { Session } from '../session/session';
import { mailBodyOf, mailDraftOf, mailRules, type MailSettingsDraft } from './mail-settings-draft';
import { TestMail } from './test-mail';

/** The ports that the two ways of encrypting are known by; one typed by hand is kept. */
const USUAL_PORTS: readonly (number | null)[] = [25, 465, 587, null];

/** How the house's mails leave, and where their links lead. */
@Component({
  selector: 'co-mail-settings-form',
  imports: [Field, FormField, FormPage, QuantityInput, RouterLink, Section, TestMail, TranslocoPipe],
  templateUrl: './mail-settings-form.html',
})
export class MailSettingsForm {
  readonly record = input.required<MailSettingsResponse>();
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);

  /** As saved last. */
  protected readonly settings = linkedSignal(() => this.record());
  protected readonly model = linkedSignal<MailSettingsDraft>(() => mailDraftOf(this.record()));
  protected readonly form = form(this.model, mailRules);
  readonly editing = editing<MailSettingsDraft, MailSettingsResponse>({
    model: this.model,
    form: this.form,
    draft: () => null,
    save: (draft) =>
      firstValueFrom(
        this.http.put<MailSettingsResponse>('/api/mail/settings', mailBodyOf(draft, this.settings().version)),
      ),
    saved: (settings) => this.stay(settings),
  });
  protected readonly securities = ['tls', 'starttls', 'none'] as const;
  protected readonly mayWrite = () => this.session.may('mail.write');
  /** Where the reader is now is most often where links should lead. */
  protected readonly here = window.location.origin;
  protected readonly offersHere = computed(() => this.mayWrite() && this.model().publicAddress === '');

  protected useHere(): void {
    this.form.publicAddress().value.set(this.here);
    this.form.publicAddress().markAsDirty();
  }

  protected encrypt(): void {
    const { port, security } = this.model();
    if (USUAL_PORTS.includes(port))
      this.form.port().value.set(security === 'tls' ? 465 : security === 'starttls' ? 587 : 25);
  }

  protected cancel(): void {
    void this.router.navigateByUrl('/');
  }

  private stay(settings: MailSettingsResponse): void {
    this.settings.set(settings);
    this.form().reset(mailDraftOf(settings));
    this.editing.resume();
    this.toasts.done(this.transloco.translate(settings.host ? 'mail.settings.saved' : 'mail.settings.savedWithout'));
  }
}
