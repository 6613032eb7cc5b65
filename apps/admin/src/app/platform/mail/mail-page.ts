import { HttpClient, httpResource } from '@angular/common/http';
import { Component, effect, inject, input, numberAttribute } from '@angular/core';
import type { MailResponse } from '@colophon/api-client';
import { Ask } from '@colophon/ui/dialog';
import { Icon } from '@colophon/ui/icon';
import { problemOf, ProblemNotice } from '@colophon/ui/problem';
import { Detail, Fact, RecordHeader, Section } from '@colophon/ui/record';
import { Status } from '@colophon/ui/status';
import { Toasts } from '@colophon/ui/toast';
import { DateText } from '@colophon/ui/values';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { PageTitle } from '../i18n/page-title';
import { HasPermission } from '../session/has-permission';
import { MEANING_OF_MAIL } from './outbox';

type Act = 'retry' | 'cancel' | 'file-as-sent';

const SAID: Readonly<Record<Act, string>> = { retry: 'requeued', cancel: 'cancelled', 'file-as-sent': 'filed' };

/** One mail as its reader gets it, and what a person may decide about it. */
@Component({
  selector: 'co-mail-page',
  imports: [DateText, Detail, Fact, HasPermission, Icon, ProblemNotice, RecordHeader, Section, Status, TranslocoPipe],
  templateUrl: './mail-page.html',
  styles: `
    .text {
      max-width: 72ch;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
  host: { class: 'page' },
})
export class MailPage {
  readonly id = input.required({ transform: numberAttribute });
  private readonly http = inject(HttpClient);
  private readonly asking = inject(Ask);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  protected readonly record = httpResource<MailResponse>(() => `/api/mail/messages/${this.id()}`);
  protected readonly meanings = MEANING_OF_MAIL;

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      if (this.record.hasValue()) title.set(this.record.value().subject);
    });
  }

  protected async sendAgain(mail: MailResponse): Promise<void> {
    if (mail.status !== 'uncertain' || (await this.agreed('again'))) await this.decide('retry');
  }

  protected async cancel(): Promise<void> {
    if (await this.agreed('cancel')) await this.decide('cancel');
  }

  protected async fileAsSent(): Promise<void> {
    if (await this.agreed('fileAsSent')) await this.decide('file-as-sent');
  }

  private agreed(what: 'again' | 'cancel' | 'fileAsSent'): Promise<boolean> {
    const say = (key: string) => this.transloco.translate<string>(`mail.outbox.${what}${key}`);
    return this.asking.confirm({ title: say('Title'), text: say('Text'), act: say('') });
  }

  private async decide(act: Act): Promise<void> {
    try {
      const decided = this.http.post<MailResponse>(`/api/mail/messages/${this.id()}/${act}`, {});
      this.record.set(await firstValueFrom(decided));
      this.toasts.done(this.transloco.translate(`mail.outbox.${SAID[act]}`));
    } catch (error) {
      const problem = problemOf(error);
      this.toasts.failed(problem.detail ?? problem.title);
      this.record.reload();
    }
  }
}
