import { Dialog } from '@angular/cdk/dialog';
import { HttpClient, httpResource } from '@angular/common/http';
import { Component, effect, inject, input, numberAttribute } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PrintRunResponse } from '@colophon/api-client';
import { Ask } from '@colophon/ui/dialog';
import { History } from '@colophon/ui/history';
import { Icon } from '@colophon/ui/icon';
import { formatNumber, formatPercent, Locale } from '@colophon/ui/locale';
import { ProblemNotice, problemOf } from '@colophon/ui/problem';
import { Detail, Fact, RecordHeader, Section } from '@colophon/ui/record';
import { Status } from '@colophon/ui/status';
import { Toasts } from '@colophon/ui/toast';
import { DateText, IsbnText, Money, Percent, Quantity } from '@colophon/ui/values';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { PageTitle } from '../platform/i18n/page-title';
import { HasPermission } from '../platform/session/has-permission';
import { CorrectionDialog } from './correction-dialog';
import { MEANING_OF_STATUS } from './print-run';
import { PrintRunSteps } from './print-run-steps';
import { StepDialog, type Step, type StepRequest } from './step-dialog';

type FrozenExclusions = PrintRunResponse['exclusions'][number];

const EXCLUDED = ['authorCopies', 'legalDeposit', 'reviewCopies', 'reviewCopiesPercent'] as const;

@Component({
  selector: 'co-print-run-page',
  imports: [
    DateText,
    Detail,
    Fact,
    HasPermission,
    History,
    Icon,
    IsbnText,
    Money,
    Percent,
    PrintRunSteps,
    ProblemNotice,
    Quantity,
    RecordHeader,
    RouterLink,
    Section,
    Status,
    TranslocoPipe,
  ],
  templateUrl: './print-run-page.html',
  host: { class: 'page' },
})
export class PrintRunPage {
  readonly id = input.required({ transform: numberAttribute });
  protected readonly record = httpResource<PrintRunResponse>(() => `/api/print-runs/${this.id()}`);
  protected readonly meanings = MEANING_OF_STATUS;
  private readonly http = inject(HttpClient);
  private readonly dialog = inject(Dialog);
  private readonly ask = inject(Ask);
  private readonly toasts = inject(Toasts);
  private readonly locale = inject(Locale);
  private readonly transloco = inject(TranslocoService);

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      if (!this.record.hasValue()) return;
      const { edition, number } = this.record.value();
      title.set(`${edition.title}, ${this.say('nth', { number })}`);
    });
  }

  protected async take(run: PrintRunResponse, step: Step): Promise<void> {
    const data: StepRequest = { run, step };
    await this.opened(StepDialog, data, `steps.${step}.done`);
  }

  protected correct(run: PrintRunResponse): Promise<void> {
    return this.opened(CorrectionDialog, run, 'correction.done');
  }

  protected async cancel(run: PrintRunResponse): Promise<void> {
    const title = this.say('cancelTitle');
    const question = { title, text: this.say('cancelText'), act: this.say('cancelAct'), danger: true };
    if (await this.ask.confirm(question)) await this.send(run, 'cancel');
  }

  protected replan(run: PrintRunResponse): Promise<void> {
    return this.send(run, 'replan');
  }

  /** What a clause keeps free of royalties in this run; what is none is not said. */
  protected excluded(clause: FrozenExclusions): string {
    const tag = this.locale.tag();
    const parts = EXCLUDED.filter((kind) => Number(clause[kind]) > 0).map((kind) => {
      const copies =
        kind === 'reviewCopiesPercent' ? formatPercent(clause[kind], tag) : formatNumber(clause[kind], tag);
      return this.say(`exclusions.${kind}`, { copies });
    });
    return this.say(`exclusions.${parts.length ? 'some' : 'none'}`, { parts: parts.join(', ') });
  }

  private async send(run: PrintRunResponse, act: 'cancel' | 'replan'): Promise<void> {
    try {
      const body = { version: run.version };
      this.record.set(await firstValueFrom(this.http.post<PrintRunResponse>(`/api/print-runs/${run.id}/${act}`, body)));
    } catch (error) {
      const { detail, title } = problemOf(error);
      this.toasts.failed(detail ?? title);
      this.record.reload();
    }
  }

  private async opened(dialog: typeof StepDialog | typeof CorrectionDialog, data: object, done: string): Promise<void> {
    const ref = this.dialog.open<PrintRunResponse>(dialog as never, { data, backdropClass: 'veil' });
    const run = await firstValueFrom(ref.closed);
    if (!run) return;
    this.record.set(run);
    this.toasts.done(this.say(done));
  }

  private say(key: string, values: Readonly<Record<string, unknown>> = {}): string {
    return this.transloco.translate(`printRuns.${key}`, values);
  }
}
