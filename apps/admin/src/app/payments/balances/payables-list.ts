import { Component } from '@angular/core';
import type { PayableRow } from '@colophon/api-client';
import { CellTemplate, DataList, dataList } from '@colophon/ui/data-list';
import { Status } from '@colophon/ui/status';
import { TranslocoPipe } from '@jsverse/transloco';
import { PaymentNav } from '../payment-nav';

/** Everything that is left to pay: statements and instalments of advances, by due date. */
@Component({
  selector: 'co-payables-list',
  imports: [CellTemplate, DataList, PaymentNav, Status, TranslocoPipe],
  template: `
    <header class="page-head">
      <h1>{{ 'payments.payables.title' | transloco }}</h1>
      <p class="lede">{{ 'payments.payables.lede' | transloco }}</p>
    </header>
    <co-payment-nav />
    <ui-data-list
      [source]="list"
      [label]="'payments.payables.title' | transloco"
      [searchLabel]="'payments.searchPayee' | transloco"
    >
      <ng-template uiCell="label" let-row>
        {{ row.label }}
        @if (row.rejectedPaymentId) {
          <ui-status meaning="late" [label]="'payments.payables.rejected' | transloco" />
        }
      </ng-template>
    </ui-data-list>
  `,
  host: { class: 'page' },
})
export class PayablesList {
  protected readonly list = dataList<PayableRow>({
    name: 'royalty-payables',
    url: '/api/royalty-balances/payables',
    sort: 'dueOn',
    exports: false,
    link: (row) => ['/droits/paiements/personnes', row.contributorId],
    columns: [
      { key: 'payeeName', label: 'payments.payeeName', value: (row) => row.payeeName, sort: true },
      { key: 'label', label: 'payments.what', value: (row) => row.label },
      { key: 'contractReference', label: 'payments.contract', value: (row) => row.contractReference, narrow: 'none' },
      { key: 'dueOn', label: 'payments.dueOn', value: (row) => row.dueOn, kind: 'date', sort: true },
      { key: 'wholeGross', label: 'payments.whole', value: (row) => row.wholeGross, kind: 'money', narrow: 'none' },
      { key: 'paid', label: 'payments.paid', value: (row) => row.paid, kind: 'money', narrow: 'none' },
      { key: 'planned', label: 'payments.planned', value: (row) => row.planned, kind: 'money', narrow: 'none' },
      { key: 'left', label: 'payments.left', value: (row) => row.left, kind: 'money', sort: true, narrow: 'end' },
    ],
  });
}
