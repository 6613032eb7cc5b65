import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SendingStarted, StatementMail, StatementMailList } from '@colophon/api-client';
import { Ask } from '@colophon/ui/dialog';
import { Icon } from '@colophon/ui/icon';
import { problemOf } from '@colophon/ui/problem';
import { Progress } from '@colophon/ui/progress';
import { Section } from '@colophon/ui/record';
import { Status } from '@colophon/ui/status';
import { Toasts } from '@colophon/ui/toast';
import { DateText } from '@colophon/ui/values';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { HasPermission } from '../../platform/session/has-permission';

const MEANINGS: Readonly<Record<StatementMail['status'], 'neutral' | 'due' | 'late' | 'done' | 'blocked'>> = {
  'no-address': 'blocked',
  'not-sent': 'neutral',
  queued: 'due',
  sending: 'due',
  sent: 'done',
  failed: 'late',
  uncertain: 'late',
  cancelled: 'neutral',
};

/** Who receives the statements of a closing, how far each mail is, and the act that sends them. */
@Component({
  selector: 'co-closing-mails',
  imports: [DateText, HasPermission, Icon, Progress, RouterLink, Section, Status, TranslocoPipe],
  templateUrl: './closing-mails.html',
})
export class ClosingMails {
  readonly closingId = input.required<number>();
  private readonly http = inject(HttpClient);
  private readonly ask = inject(Ask);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly list = httpResource<StatementMailList>(() => `/api/closings/${this.closingId()}/mails`);
  protected readonly mails = computed(() => (this.list.hasValue() ? this.list.value().items : []));
  protected readonly unsent = computed(() => this.mails().filter(({ status }) => status === 'not-sent').length);
  protected readonly toPrint = computed(() => this.mails().filter(({ status }) => status === 'no-address').length);
  /** The sending that this page started. */
  protected readonly task = signal<number | null>(null);
  protected readonly meanings = MEANINGS;

  protected async sendAll(): Promise<void> {
    const sure = await this.ask.confirm({
      title: this.say('askTitle', { count: this.unsent() }),
      text: this.say('askText'),
      act: this.say('send'),
    });
    if (sure) await this.start('');
  }

  protected async sendAgain({ contributorId, name }: StatementMail): Promise<void> {
    const sure = await this.ask.confirm({
      title: this.say('againTitle', { name }),
      text: this.say('againText'),
      act: this.say('again'),
    });
    if (sure) await this.start(`/${contributorId}`);
  }

  protected read(): void {
    this.list.reload();
  }

  private async start(whom: string): Promise<void> {
    try {
      const url = `/api/closings/${this.closingId()}/mails${whom}`;
      this.task.set((await firstValueFrom(this.http.post<SendingStarted>(url, {}))).taskId);
    } catch (error) {
      const problem = problemOf(error);
      this.toasts.failed(problem.detail ?? problem.title);
    }
  }

  private say(key: string, values: Readonly<Record<string, unknown>> = {}): string {
    return this.transloco.translate(`royalties.mails.${key}`, values);
  }
}
