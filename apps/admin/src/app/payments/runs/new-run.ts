import { HttpClient } from '@angular/common/http';
import { Component, computed, effect, inject, signal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { PaymentRunInput, PaymentRunResponse, ProposalResponse } from '@colophon/api-client';
import { Field } from '@colophon/ui/fields';
import { Icon } from '@colophon/ui/icon';
import { Locale } from '@colophon/ui/locale';
import { problemOf, type Problem } from '@colophon/ui/problem';
import { RunPage } from '@colophon/ui/run';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { Session } from '../../platform/session/session';
import { LeftOut } from './left-out';
import { RunPayments } from './run-payments';
import { paymentSteps } from './run-steps';

type PainVersion = NonNullable<PaymentRunInput['painVersion']>;

/** What would be paid by a day, and who would be left out; a draft is made once somebody asks for it. */
@Component({
  selector: 'co-new-run',
  imports: [Field, FormField, Icon, LeftOut, RouterLink, RunPage, RunPayments, TranslocoPipe],
  templateUrl: './new-run.html',
})
export class NewRun {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly transloco = inject(TranslocoService);
  private readonly locale = inject(Locale);
  private readonly today = inject(Session).today();
  protected readonly steps = computed(() => this.locale.lang() && paymentSteps(this.transloco));
  protected readonly model = signal({
    dueBy: this.today,
    executionDate: this.today,
    painVersion: 'pain.001.001.09' as PainVersion,
  });
  protected readonly form = form(this.model);
  /** Another format of the file asks for nothing new. */
  private readonly days = computed(() => ({ dueBy: this.model().dueBy, executionDate: this.model().executionDate }), {
    equal: (one, other) => one.dueBy === other.dueBy && one.executionDate === other.executionDate,
  });
  protected readonly painVersions: readonly PainVersion[] = ['pain.001.001.09', 'pain.001.001.03'];
  protected readonly proposal = signal<ProposalResponse | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly busy = signal(false);

  constructor() {
    effect(() => {
      const days = this.days();
      if (days.dueBy && days.executionDate) void this.propose(days);
    });
  }

  private asked = 0;

  /** The last question's answer stands, whatever order answers come in. */
  private async propose(days: { dueBy: string; executionDate: string }): Promise<void> {
    const question = ++this.asked;
    try {
      const answer = await firstValueFrom(this.http.post<ProposalResponse>('/api/payment-runs/proposal', days));
      if (question !== this.asked) return;
      this.proposal.set(answer);
      this.problem.set(null);
    } catch (error) {
      if (question !== this.asked) return;
      this.proposal.set(null);
      this.problem.set(problemOf(error));
    }
  }

  protected async create(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      const body: PaymentRunInput = this.model();
      const { id } = await firstValueFrom(this.http.post<PaymentRunResponse>('/api/payment-runs', body));
      await this.router.navigate(['/droits/paiements/ordres', id]);
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
