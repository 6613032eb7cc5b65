import { Component } from '@angular/core';
import type { ContractBalanceRow } from '@colophon/api-client';
import { CellTemplate, DataList, dataList } from '@colophon/ui/data-list';
import { TranslocoPipe } from '@jsverse/transloco';
import { PaymentNav } from '../payment-nav';
import { AMOUNT_COLUMNS, STATE_FILTER } from './balance-columns';
import { HeldBadge } from './held-badge';

/** Where each contract stands: what it owes, what its threshold holds back, what is left of its advances. */
@Component({
  selector: 'co-contract-balances',
  imports: [CellTemplate, DataList, HeldBadge, PaymentNav, TranslocoPipe],
  template: `
    <header class="page-head">
      <h1>{{ 'payments.contracts.title' | transloco }}</h1>
      <p class="lede">{{ 'payments.contracts.lede' | transloco }}</p>
    </header>
    <co-payment-nav />
    <ui-data-list
      [source]="list"
      [label]="'payments.nav.contracts' | transloco"
      [searchLabel]="'payments.searchContract' | transloco"
    >
      <ng-template uiCell="workTitle" let-row
        ><span class="serif">{{ row.workTitle }}</span></ng-template
      >
      <ng-template uiCell="heldState" let-row>
        <co-held-badge [state]="row.heldState" [since]="row.heldSince" />
      </ng-template>
    </ui-data-list>
  `,
  host: { class: 'page' },
})
export class ContractBalances {
  protected readonly list = dataList<ContractBalanceRow>({
    name: 'royalty-balances-contracts',
    url: '/api/royalty-balances/contracts',
    sort: 'reference',
    link: (row) => ['/droits/paiements/personnes', row.contributorId],
    columns: [
      { key: 'reference', label: 'payments.contract', value: (row) => row.reference, sort: true },
      { key: 'workTitle', label: 'payments.work', value: (row) => row.workTitle },
      { key: 'authorName', label: 'payments.author', value: (row) => row.authorName, sort: true, narrow: 'none' },
      ...AMOUNT_COLUMNS,
      { key: 'heldState', label: 'payments.held', value: (row) => row.heldState, narrow: 'none' },
      { key: 'deadline', label: 'payments.deadline', value: (row) => row.deadline, kind: 'date', optional: true },
    ],
    filters: [STATE_FILTER],
  });
}
