import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ClosingResponse } from '@colophon/api-client';
import { CellTemplate, DataList, dataList } from '@colophon/ui/data-list';
import { Icon } from '@colophon/ui/icon';
import { Status } from '@colophon/ui/status';
import { TranslocoPipe } from '@jsverse/transloco';
import { HasPermission } from '../../platform/session/has-permission';
import { Session } from '../../platform/session/session';
import { ClosingName } from './closing-name';
import { DueStatementsView } from './due-statements';

@Component({
  selector: 'co-closing-list',
  imports: [
    CellTemplate,
    ClosingName,
    DataList,
    DueStatementsView,
    HasPermission,
    Icon,
    RouterLink,
    Status,
    TranslocoPipe,
  ],
  templateUrl: './closing-list.html',
  host: { class: 'page' },
})
export class ClosingList {
  private readonly session = inject(Session);
  protected readonly newLink = computed(() =>
    this.session.may('royalties.close') ? '/droits/clotures/nouvelle' : null,
  );

  protected readonly list = dataList<ClosingResponse>({
    name: 'closings',
    url: '/api/closings',
    sort: '-periodTo',
    exports: false,
    link: (row) => ['/droits/clotures', row.id],
    columns: [
      { key: 'name', label: 'royalties.closings.one', value: (row) => row.printRunLabel ?? row.periodFrom },
      { key: 'status', label: 'royalties.status', value: (row) => row.status, narrow: 'end' },
      { key: 'periodTo', label: 'royalties.statements.date', value: (row) => row.periodTo, kind: 'date', sort: true },
      {
        key: 'paymentDate',
        label: 'royalties.paymentDate',
        value: (row) => row.paymentDate,
        kind: 'date',
        narrow: 'none',
      },
      {
        key: 'statements',
        label: 'royalties.closings.statements',
        value: (row) => row.totals.statements,
        kind: 'quantity',
        narrow: 'none',
      },
      { key: 'gross', label: 'royalties.gross', value: (row) => row.totals.gross, kind: 'money', narrow: 'none' },
      { key: 'net', label: 'royalties.net', value: (row) => row.totals.net, kind: 'money' },
      { key: 'closedBy', label: 'royalties.closings.closedBy', value: (row) => row.closedBy, narrow: 'none' },
    ],
    filters: [
      {
        key: 'status',
        label: 'royalties.status',
        single: true,
        options: [
          { value: 'draft', label: 'royalties.draft' },
          { value: 'closed', label: 'royalties.closed' },
        ],
      },
    ],
  });
}
