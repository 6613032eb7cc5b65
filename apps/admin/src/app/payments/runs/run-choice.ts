import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import type { PaymentRunResponse, PaymentRunUpdate } from '@colophon/api-client';
import { Field } from '@colophon/ui/fields';
import { problemOf, type Problem } from '@colophon/ui/problem';
import { Section } from '@colophon/ui/record';
import { Toasts } from '@colophon/ui/toast';
import { DateText, Money } from '@colophon/ui/values';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { HasPermission } from '../../platform/session/has-permission';
import { PartInput } from '../part-input';

interface Choice {
  readonly payableId: number;
  readonly payeeName: string;
  readonly label: string;
  readonly contractReference: string;
  readonly dueOn: string | null;
  readonly left: string;
  readonly fixed: boolean;
}

/** What a draft pays: items are left for later, paid in part, or taken in; the day can be another one. */
@Component({
  selector: 'co-run-choice',
  imports: [DateText, Field, FormField, HasPermission, Money, PartInput, Section, TranslocoPipe],
  templateUrl: './run-choice.html',
  styles: `
    .form-grid {
      margin: 16px 0;
    }
  `,
})
export class RunChoice {
  readonly run = input.required<PaymentRunResponse>();
  readonly changed = output<PaymentRunResponse>();
  readonly stale = output();
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly busy = signal(false);
  protected readonly choices = computed(() => [...this.inside(), ...this.outside()]);
  protected readonly parts = linkedSignal<Readonly<Record<number, string>>>(() =>
    Object.fromEntries(
      this.run().payments.flatMap(({ items }) => items.map(({ payableId, gross }) => [payableId, gross])),
    ),
  );
  protected readonly day = linkedSignal(() => ({ executionDate: this.run().executionDate }));
  protected readonly form = form(this.day);

  protected toggle({ payableId, left }: Choice, isPaid: boolean): void {
    this.parts.update(({ [payableId]: _gone, ...rest }) => (isPaid ? { ...rest, [payableId]: left } : rest));
  }

  protected change(payableId: number, gross: string): void {
    this.parts.update((parts) => ({ ...parts, [payableId]: gross }));
  }

  protected async save(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const items = Object.entries(this.parts()).map(([id, gross]) => ({ payableId: Number(id), gross }));
      const body: PaymentRunUpdate = { version: this.run().version, executionDate: this.day().executionDate, items };
      this.changed.emit(
        await firstValueFrom(this.http.put<PaymentRunResponse>(`/api/payment-runs/${this.run().id}`, body)),
      );
      this.toasts.done(this.transloco.translate('payments.choice.saved'));
    } catch (error) {
      const problem = problemOf(error);
      this.problem.set(problem);
      if (problem.status === 409) this.stale.emit();
    } finally {
      this.busy.set(false);
    }
  }

  private inside(): Choice[] {
    return this.run().payments.flatMap(({ payeeName, items }) =>
      items.map(({ payableId, label, contractReference, dueOn, gross, kind }) => ({
        ...{ payableId, payeeName, label, contractReference, dueOn, left: gross, fixed: kind === 'advance' },
      })),
    );
  }

  private outside(): Choice[] {
    return this.run().notIncluded.map(({ payableId, payeeName, label, contractReference, dueOn, gross }) => ({
      ...{ payableId, payeeName, label, contractReference, dueOn, left: gross, fixed: false },
    }));
  }
}
