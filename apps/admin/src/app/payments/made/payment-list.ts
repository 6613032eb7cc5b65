import { Component } from '@angular/core';
import type { PaymentRow } from '@colophon/api-client';
import { CellTemplate, DataList, dataList } from '@colophon/ui/data-list';
import { Status, type Meaning } from '@colophon/ui/status';
import { TranslocoPipe } from '@jsverse/transloco';
import { PAYMENT_MEANINGS } from '../meanings';
import { PaymentNav } from '../payment-nav';
import { paymentColumns, STATUS_FILTER } from './payment-columns';

/** Every payment, whatever became of it. */
@Component({
  selector: 'co-payment-list',
  imports: [CellTemplate, DataList, PaymentNav, Status, TranslocoPipe],
  template: `
    <header class="page-head">
      <h1>{{ 'payments.made.title' | transloco }}</h1>
    </header>
    <co-payment-nav />
    <ui-data-list
      [source]="list"
      [label]="'payments.made.title' | transloco"
      [searchLabel]="'payments.searchPayee' | transloco"
    >
      <ng-template uiCell="status" let-row>
        <ui-status [meaning]="meaningOf(row)" [label]="'payments.statuses.' + row.status | transloco" />
      </ng-template>
      <ng-template #empty>
        <p class="strong">{{ 'payments.made.emptyTitle' | transloco }}</p>
        <p>{{ 'payments.made.emptyText' | transloco }}</p>
      </ng-template>
    </ui-data-list>
  `,
  host: { class: 'page' },
})
export class PaymentList {
  protected readonly list = dataList<PaymentRow>({
    name: 'royalty-payments',
    url: '/api/royalty-payments',
    sort: '-date',
    link: (row) => ['/droits/paiements/versements', row.id],
    columns: paymentColumns({ payee: true }),
    filters: [STATUS_FILTER],
  });

  protected meaningOf({ status }: PaymentRow): Meaning {
    return PAYMENT_MEANINGS[status];
  }
}
