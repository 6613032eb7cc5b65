import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AuthorBalanceRow } from '@colophon/api-client';
import { CellTemplate, DataList, dataList } from '@colophon/ui/data-list';
import { Icon } from '@colophon/ui/icon';
import { TranslocoPipe } from '@jsverse/transloco';
import { HasPermission } from '../../platform/session/has-permission';
import { PaymentNav } from '../payment-nav';
import { AMOUNT_COLUMNS, STATE_FILTER } from './balance-columns';
import { HeldBadge } from './held-badge';

/** Where each author, heir and agent stands. */
@Component({
  selector: 'co-author-balances',
  imports: [CellTemplate, DataList, HasPermission, HeldBadge, Icon, PaymentNav, RouterLink, TranslocoPipe],
  templateUrl: './author-balances.html',
  host: { class: 'page' },
})
export class AuthorBalances {
  protected readonly list = dataList<AuthorBalanceRow>({
    name: 'royalty-balances-authors',
    url: '/api/royalty-balances/authors',
    sort: 'displayName',
    exports: false,
    link: (row) => ['/droits/paiements/personnes', row.id],
    columns: [
      { key: 'displayName', label: 'payments.payeeName', value: (row) => row.displayName, sort: true },
      ...AMOUNT_COLUMNS,
      { key: 'heldState', label: 'payments.held', value: (row) => row.heldState, narrow: 'none' },
    ],
    filters: [STATE_FILTER],
  });
}
