import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, linkedSignal, numberAttribute } from '@angular/core';
import type { PaymentRunResponse } from '@colophon/api-client';
import { Locale, formatDate } from '@colophon/ui/locale';
import { ProblemNotice } from '@colophon/ui/problem';
import { RunPage } from '@colophon/ui/run';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { PageTitle } from '../../platform/i18n/page-title';
import { LeftOut } from './left-out';
import { RunActs } from './run-acts';
import { RunChoice } from './run-choice';
import { RunLog } from './run-log';
import { RunPayments } from './run-payments';
import { paymentSteps, stepOf } from './run-steps';

/** A payment run at its address, at whatever step it is: it can be left and found again. */
@Component({
  selector: 'co-run-record',
  imports: [LeftOut, ProblemNotice, RunActs, RunChoice, RunLog, RunPage, RunPayments, TranslocoPipe],
  template: `
    @if (record.error(); as error) {
      <div class="page"><ui-problem [error]="error" (retry)="record.reload()" /></div>
    } @else if (run(); as now) {
      <ui-run-page [heading]="name()" [lede]="lede()" [steps]="steps()" [at]="at()" [warning]="warning()">
        @if (now.status === 'draft' || now.status === 'approved') {
          <co-left-out [payees]="now.leftOut" [houseAccountMissing]="now.houseAccountMissing" />
        }
        @if (now.status === 'draft') {
          <co-run-choice [run]="now" (changed)="run.set($event)" (stale)="readAgain()" />
        }
        <co-run-payments [payments]="now.payments" [gross]="now.gross" [net]="now.net" />
        <co-run-log [run]="now" />
        <co-run-acts slot="acts" [run]="now" (changed)="run.set($event)" (stale)="readAgain()" />
      </ui-run-page>
    } @else {
      <div class="page"><span class="skeleton" style="width: 40%; height: 2em"></span></div>
    }
  `,
})
export class RunRecord {
  readonly id = input.required({ transform: numberAttribute });
  private readonly http = inject(HttpClient);
  private readonly transloco = inject(TranslocoService);
  private readonly locale = inject(Locale);
  protected readonly record = httpResource<PaymentRunResponse>(() => `/api/payment-runs/${this.id()}`);
  /** What the last act answered, newer than what was read. */
  protected readonly run = linkedSignal<PaymentRunResponse | undefined>(() =>
    this.record.hasValue() ? this.record.value() : undefined,
  );
  protected readonly steps = computed(() => this.locale.lang() && paymentSteps(this.transloco));
  protected readonly at = computed(() => stepOf(this.run() ?? { status: 'draft' }));
  protected readonly name = computed(
    () => this.locale.lang() && this.transloco.translate<string>('payments.runs.number', { number: this.id() }),
  );
  protected readonly lede = computed(() => this.say('ledes'));
  protected readonly warning = computed(() => {
    const status = this.run()?.status;
    return status === 'executed' || status === 'cancelled' ? '' : this.say('warnings');
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.set(this.name()));
  }

  protected async readAgain(): Promise<void> {
    const fresh = await firstValueFrom(this.http.get<PaymentRunResponse>(`/api/payment-runs/${this.id()}`)).catch(
      () => undefined,
    );
    if (fresh) this.run.set(fresh);
  }

  private say(group: string): string {
    const run = this.run();
    if (!run) return '';
    const date = formatDate(run.executedOn ?? run.executionDate, this.locale.tag(), 'long');
    return this.transloco.translate(`payments.runs.${group}.${run.status}`, { date });
  }
}
