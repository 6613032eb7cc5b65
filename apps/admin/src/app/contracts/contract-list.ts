import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ContractAlertPage, ContractRow } from '@colophon/api-client';
import { CellTemplate, DataList, dataList } from '@colophon/ui/data-list';
import { Icon } from '@colophon/ui/icon';
import { Status } from '@colophon/ui/status';
import { TranslocoPipe } from '@jsverse/transloco';
import { HasPermission } from '../platform/session/has-permission';
import { Session } from '../platform/session/session';
import { AlertList } from './alert-list';
import { CONTRACT_STATUSES, MEANING_OF_STATUS, STATEMENT_FREQUENCIES, type ContractStatus } from './contract';

@Component({
  selector: 'co-contract-list',
  imports: [AlertList, CellTemplate, DataList, HasPermission, Icon, RouterLink, Status, TranslocoPipe],
  templateUrl: './contract-list.html',
  styles: `
    .alerts {
      margin: 8px 0 16px;
    }

    summary {
      min-height: 24px;
      color: var(--accent);
      cursor: pointer;
    }
  `,
  host: { class: 'page' },
})
export class ContractList {
  private readonly session = inject(Session);
  private readonly found = httpResource<ContractAlertPage>(() => '/api/contracts/alerts');
  protected readonly alerts = computed(() => (this.found.hasValue() ? this.found.value().items : []));
  protected readonly newLink = computed(() => (this.session.may('contracts.write') ? '/contrats/nouveau' : null));
  protected readonly meaningOf = (status: ContractStatus) => MEANING_OF_STATUS[status];

  protected readonly list = dataList<ContractRow>({
    name: 'contracts',
    url: '/api/contracts',
    sort: 'reference',
    link: (row) => ['/contrats', row.id],
    columns: [
      { key: 'reference', label: 'contracts.reference', value: (row) => row.reference, sort: true },
      { key: 'contributor', label: 'contracts.contributor', value: (row) => row.contributor, sort: true },
      { key: 'work', label: 'contracts.work', value: (row) => row.work, sort: true },
      { key: 'status', label: 'contracts.status', value: (row) => row.status, sort: true, narrow: 'end' },
      {
        key: 'statementFrequency',
        label: 'contracts.frequency',
        value: (row) => row.statementFrequency,
        narrow: 'none',
      },
      {
        key: 'signedOn',
        label: 'contracts.signedOn',
        value: (row) => row.signedOn,
        kind: 'date',
        sort: true,
        optional: true,
      },
      {
        key: 'clauseCount',
        label: 'contracts.clauseCount',
        value: (row) => row.clauseCount,
        kind: 'quantity',
        narrow: 'none',
      },
      {
        key: 'lastStatementOn',
        label: 'contracts.lastStatement',
        value: (row) => row.lastStatementOn,
        kind: 'date',
        narrow: 'none',
      },
      {
        key: 'nextPeriodEndsOn',
        label: 'contracts.nextPeriod',
        value: (row) => row.nextPeriodEndsOn,
        kind: 'date',
        narrow: 'none',
      },
    ],
    filters: [
      {
        key: 'status',
        label: 'contracts.status',
        single: true,
        options: CONTRACT_STATUSES.map((status) => ({ value: status, label: `contracts.statuses.${status}` })),
      },
      {
        key: 'frequency',
        label: 'contracts.frequency',
        single: true,
        options: STATEMENT_FREQUENCIES.map((value) => ({ value, label: `contracts.frequencies.${value}` })),
      },
    ],
  });
}
