import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, numberAttribute, signal } from '@angular/core';
import { FormField, form, maxLength, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { PayablePage, PaymentInput, PaymentResponse } from '@colophon/api-client';
import { Field } from '@colophon/ui/fields';
import { Icon } from '@colophon/ui/icon';
import { problemOf, ProblemNotice, type Problem } from '@colophon/ui/problem';
import { Section } from '@colophon/ui/record';
import { Toasts } from '@colophon/ui/toast';
import { DateText, Money } from '@colophon/ui/values';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { orNull } from '../../platform/forms';
import { Session } from '../../platform/session/session';
import { PartInput } from '../part-input';

/** Records a payment made outside a file: a cheque, a transfer typed at the bank, what was paid before Colophon. */
@Component({
  selector: 'co-pay-by-hand',
  imports: [DateText, Field, FormField, Icon, Money, PartInput, ProblemNotice, RouterLink, Section, TranslocoPipe],
  templateUrl: './pay-by-hand.html',
  host: { class: 'page' },
})
export class PayByHand {
  readonly id = input.required({ transform: numberAttribute });
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly today = inject(Session).today();
  protected readonly payables = httpResource<PayablePage>(
    () => `/api/royalty-balances/payables?limit=200&contributorId=${this.id()}`,
  );
  protected readonly rows = computed(() =>
    this.payables.hasValue() ? this.payables.value().items.filter(({ left }) => left !== '0.00') : [],
  );
  /** What is paid of each: everything that is due today, to begin with. */
  protected readonly parts = linkedSignal<Readonly<Record<number, string>>>(() =>
    Object.fromEntries(
      this.rows()
        .filter(({ dueOn }) => dueOn !== null && dueOn <= this.today)
        .map(({ id, left }) => [id, left]),
    ),
  );
  protected readonly how = signal({
    executedOn: this.today,
    method: 'transfer' as PaymentInput['method'],
    reference: '',
  });
  protected readonly form = form(this.how, (path) => {
    required(path.executedOn);
    maxLength(path.reference, 100);
  });
  protected readonly methods: readonly PaymentInput['method'][] = ['transfer', 'cheque', 'other'];
  protected readonly problem = signal<Problem | null>(null);
  protected readonly sending = signal(false);
  protected readonly isEmpty = computed(() => Object.keys(this.parts()).length === 0);

  protected toggle(id: number, left: string, isPaid: boolean): void {
    this.parts.update(({ [id]: _gone, ...rest }) => (isPaid ? { ...rest, [id]: left } : rest));
  }

  protected change(id: number, gross: string): void {
    this.parts.update((parts) => ({ ...parts, [id]: gross }));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.form().markAsTouched();
    if (this.sending() || this.isEmpty() || this.form().invalid()) return;
    this.sending.set(true);
    this.problem.set(null);
    try {
      const body = this.body();
      const headers = { 'Idempotency-Key': `hand-${this.id()}-${JSON.stringify(body)}`.slice(0, 200) };
      const url = '/api/royalty-payments';
      const [payment] = await firstValueFrom(this.http.post<PaymentResponse[]>(url, body, { headers }));
      this.toasts.done(this.transloco.translate('payments.hand.done'));
      await this.router.navigate(['/droits/paiements/versements', payment?.id]);
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.sending.set(false);
    }
  }

  private body(): PaymentInput {
    const items = Object.entries(this.parts()).map(([id, gross]) => ({ payableId: Number(id), gross }));
    const { executedOn, method, reference } = this.how();
    return { items, executedOn, method, reference: orNull(reference) };
  }
}
