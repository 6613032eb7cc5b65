import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PaymentRunRow } from '@colophon/api-client';
import { CellTemplate, DataList, dataList } from '@colophon/ui/data-list';
import { Icon } from '@colophon/ui/icon';
import { Status, type Meaning } from '@colophon/ui/status';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { HasPermission } from '../../platform/session/has-permission';
import { RUN_MEANINGS } from '../meanings';
import { PaymentNav } from '../payment-nav';

@Component({
  selector: 'co-run-list',
  imports: [CellTemplate, DataList, HasPermission, Icon, PaymentNav, RouterLink, Status, TranslocoPipe],
  template: `
    <header class="page-head">
      <h1>{{ 'payments.runs.title' | transloco }}</h1>
      <a *hasPermission="'payments.write'" class="button primary" routerLink="/droits/paiements/ordres/nouveau">
        <ui-icon name="plus" />{{ 'payments.runs.new' | transloco }}
      </a>
    </header>
    <co-payment-nav />
    <ui-data-list
      [source]="list"
      [label]="'payments.runs.title' | transloco"
      [searchLabel]="'payments.runs.search' | transloco"
    >
      <ng-template uiCell="status" let-row>
        <ui-status [meaning]="meaningOf(row)" [label]="'payments.runStatuses.' + row.status | transloco" />
      </ng-template>
      <ng-template #empty>
        <p class="strong">{{ 'payments.runs.emptyTitle' | transloco }}</p>
        <p>{{ 'payments.runs.emptyText' | transloco }}</p>
      </ng-template>
    </ui-data-list>
  `,
  host: { class: 'page' },
})
export class RunList {
  private readonly transloco = inject(TranslocoService);
  protected readonly list = dataList<PaymentRunRow>({
    name: 'payment-runs',
    url: '/api/payment-runs',
    sort: '-id',
    exports: false,
    link: (row) => ['/droits/paiements/ordres', row.id],
    columns: [
      {
        key: 'id',
        label: 'payments.runs.one',
        value: (row) => this.transloco.translate('payments.runs.number', { number: row.id }),
        sort: true,
      },
      { key: 'status', label: 'payments.status', value: (row) => row.status, narrow: 'meta' },
      {
        key: 'executionDate',
        label: 'payments.runs.executionDate',
        value: (row) => row.executedOn ?? row.executionDate,
        kind: 'date',
        sort: true,
      },
      { key: 'payments', label: 'payments.runs.count', value: (row) => row.payments, kind: 'quantity', narrow: 'none' },
      { key: 'gross', label: 'payments.gross', value: (row) => row.gross, kind: 'money', narrow: 'none' },
      { key: 'net', label: 'payments.net', value: (row) => row.net, kind: 'money', sort: true, narrow: 'end' },
      { key: 'createdBy', label: 'payments.runs.createdBy', value: (row) => row.createdBy, narrow: 'none' },
    ],
    filters: [
      {
        key: 'status',
        label: 'payments.status',
        options: ['draft', 'approved', 'exported', 'executed', 'cancelled'].map((value) => ({
          value,
          label: `payments.runStatuses.${value}`,
        })),
      },
    ],
  });

  protected meaningOf({ status }: PaymentRunRow): Meaning {
    return RUN_MEANINGS[status];
  }
}
