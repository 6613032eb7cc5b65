import { Dialog } from '@angular/cdk/dialog';
import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, linkedSignal, numberAttribute } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PaymentResponse } from '@colophon/api-client';
import { Explain } from '@colophon/ui/explain';
import { History } from '@colophon/ui/history';
import { ProblemNotice } from '@colophon/ui/problem';
import { Detail, Fact, RecordHeader, Section } from '@colophon/ui/record';
import { Status } from '@colophon/ui/status';
import { Toasts } from '@colophon/ui/toast';
import { Copyable, DateText, Money } from '@colophon/ui/values';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { PageTitle } from '../../platform/i18n/page-title';
import { HasPermission } from '../../platform/session/has-permission';
import { injectExplainWriter } from '../../royalties';
import { PAYMENT_MEANINGS } from '../meanings';
import { explainPayer } from './explain-payment';
import { PaymentItems } from './payment-items';
import { RejectDialog } from './reject-dialog';

/** A payment: what it paid, each amount with its trace, and what became of it. */
@Component({
  selector: 'co-payment-page',
  imports: [
    Copyable,
    DateText,
    Detail,
    Explain,
    Fact,
    HasPermission,
    History,
    Money,
    PaymentItems,
    ProblemNotice,
    RecordHeader,
    RouterLink,
    Section,
    Status,
    TranslocoPipe,
  ],
  templateUrl: './payment-page.html',
  host: { class: 'page' },
})
export class PaymentPage {
  readonly id = input.required({ transform: numberAttribute });
  private readonly dialog = inject(Dialog);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly writer = injectExplainWriter();
  protected readonly meanings = PAYMENT_MEANINGS;
  protected readonly record = httpResource<PaymentResponse>(() => `/api/royalty-payments/${this.id()}`);
  /** What the last act answered, newer than what was read. */
  protected readonly payment = linkedSignal<PaymentResponse | undefined>(() =>
    this.record.hasValue() ? this.record.value() : undefined,
  );
  /** What the house pays on top, item by item. */
  protected readonly payer = computed(() => {
    const writer = this.writer();
    const items = this.payment()?.items.filter(({ payeeKind }) => payeeKind !== 'agent') ?? [];
    return items.map((item) => ({ ...explainPayer(item, writer), label: item.label }));
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const payment = this.payment();
      if (payment) title.set(payment.payeeName);
    });
  }

  protected reject(payment: PaymentResponse): void {
    const opened = this.dialog.open<PaymentResponse>(RejectDialog, { data: payment, backdropClass: 'veil' });
    opened.closed.subscribe((rejected) => {
      if (!rejected) return;
      this.payment.set(rejected);
      this.toasts.done(this.transloco.translate('payments.reject.done'));
    });
  }
}
