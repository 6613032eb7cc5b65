import { Dialog } from '@angular/cdk/dialog';
import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, numberAttribute } from '@angular/core';
import { RouterLink } from '@angular/router';
import type {
  ContractBalancePage,
  ContractBalanceRow,
  ContributorResponse,
  PayablePage,
  PayableRow,
  PaymentInput,
  PaymentResponse,
  PaymentRow,
  ReleaseResponse,
} from '@colophon/api-client';
import { CellTemplate, DataList, dataList } from '@colophon/ui/data-list';
import { problemOf, ProblemNotice } from '@colophon/ui/problem';
import { Fact, RecordHeader, Section } from '@colophon/ui/record';
import { Status, type Meaning } from '@colophon/ui/status';
import { Toasts } from '@colophon/ui/toast';
import { DateText, Money } from '@colophon/ui/values';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { PageTitle } from '../../platform/i18n/page-title';
import { HasPermission } from '../../platform/session/has-permission';
import { paymentColumns } from '../made/payment-columns';
import { PAYMENT_MEANINGS } from '../meanings';
import { HeldBadge } from './held-badge';
import { ReleaseDialog } from './release-dialog';

/** Everything about one payee: what is owed, what is held, what was paid. */
@Component({
  selector: 'co-payee-page',
  imports: [
    CellTemplate,
    DataList,
    DateText,
    Fact,
    HasPermission,
    HeldBadge,
    Money,
    ProblemNotice,
    RecordHeader,
    RouterLink,
    Section,
    Status,
    TranslocoPipe,
  ],
  templateUrl: './payee-page.html',
  host: { class: 'page' },
})
export class PayeePage {
  readonly id = input.required({ transform: numberAttribute });
  private readonly http = inject(HttpClient);
  private readonly dialog = inject(Dialog);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  protected readonly payee = httpResource<ContributorResponse>(() => `/api/contributors/${this.id()}`);
  protected readonly payables = httpResource<PayablePage>(
    () => `/api/royalty-balances/payables?limit=200&contributorId=${this.id()}`,
  );
  protected readonly contracts = httpResource<ContractBalancePage>(
    () => `/api/royalty-balances/contracts?limit=200&contributorId=${this.id()}`,
  );
  /** Instalments that contracts say were paid, and that no payment knows: certificates and returns lack them. */
  protected readonly marked = httpResource<PayablePage>(
    () => `/api/royalty-balances/payables?limit=200&marked=true&contributorId=${this.id()}`,
  );
  protected readonly left = computed(() =>
    this.payables.hasValue() ? this.payables.value().totals?.['left'] : undefined,
  );
  protected readonly sums = computed(() => (this.contracts.hasValue() ? this.contracts.value().totals : undefined));
  protected readonly made = dataList<PaymentRow>({
    name: 'payee-payments',
    url: '/api/royalty-payments',
    sort: '-date',
    exports: false,
    link: (row) => ['/droits/paiements/versements', row.id],
    params: () => ({ contributorId: String(this.id()) }),
    columns: paymentColumns({ payee: false }),
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      if (this.payee.hasValue()) title.set(this.payee.value().displayName);
    });
  }

  protected mayRelease(balance: ContractBalanceRow): boolean {
    return ['held', 'alert', 'overdue'].includes(balance.heldState);
  }

  protected async record(row: PayableRow): Promise<void> {
    const body: PaymentInput = { items: [{ payableId: row.id }], executedOn: row.markedOn ?? '', method: 'other' };
    const headers = { 'Idempotency-Key': `marked-instalment-${row.id}-${row.markedOn}` };
    try {
      await firstValueFrom(this.http.post<PaymentResponse[]>('/api/royalty-payments', body, { headers }));
      this.toasts.done(this.transloco.translate('payments.hand.done'));
      this.marked.reload();
      this.contracts.reload();
      this.made.reload();
    } catch (error) {
      const problem = problemOf(error);
      this.toasts.failed(problem.detail ?? problem.title);
    }
  }

  protected release(balance: ContractBalanceRow): void {
    const opened = this.dialog.open<ReleaseResponse>(ReleaseDialog, { data: balance, backdropClass: 'veil' });
    opened.closed.subscribe((released) => {
      if (!released) return;
      this.toasts.done(this.transloco.translate('payments.release.done'));
      this.payables.reload();
      this.contracts.reload();
    });
  }

  protected meaningOf({ status }: PaymentRow): Meaning {
    return PAYMENT_MEANINGS[status];
  }
}
