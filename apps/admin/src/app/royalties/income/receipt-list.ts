import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ReceiptRow } from '@colophon/api-client';
import { CellTemplate, DataList, dataList } from '@colophon/ui/data-list';
import { Icon } from '@colophon/ui/icon';
import { Status } from '@colophon/ui/status';
import { TranslocoPipe } from '@jsverse/transloco';
import { HasPermission } from '../../platform/session/has-permission';
import { Session } from '../../platform/session/session';
import { MEANING_OF_FACT, RECEIPT_MODES, factState } from './income';

/** What editions brought in: the base of clauses on net receipts. */
@Component({
  selector: 'co-receipt-list',
  imports: [CellTemplate, DataList, HasPermission, Icon, RouterLink, Status, TranslocoPipe],
  templateUrl: './receipt-list.html',
  host: { class: 'page' },
})
export class ReceiptList {
  private readonly session = inject(Session);
  protected readonly newLink = computed(() =>
    this.session.may('royalties.write') ? '/droits/recettes/nouvelle' : null,
  );
  protected readonly stateOf = factState;
  protected readonly meanings = MEANING_OF_FACT;

  protected readonly list = dataList<ReceiptRow>({
    name: 'receipts',
    url: '/api/receipts',
    sort: '-receivedOn',
    link: (row) => ['/droits/recettes', row.id],
    columns: [
      { key: 'title', label: 'income.edition', value: (row) => row.title, sort: true },
      { key: 'isbn13', label: 'income.isbn', value: (row) => row.isbn13, kind: 'isbn', narrow: 'none' },
      { key: 'receivedOn', label: 'income.receivedOn', value: (row) => row.receivedOn, kind: 'date', sort: true },
      { key: 'mode', label: 'income.mode', value: (row) => row.mode },
      { key: 'channel', label: 'income.channel', value: (row) => row.channel },
      { key: 'territory', label: 'income.territory', value: (row) => row.territory, optional: true },
      { key: 'copies', label: 'income.copies', value: (row) => row.copies, kind: 'quantity', narrow: 'none' },
      { key: 'reference', label: 'income.reference', value: (row) => row.reference, optional: true, narrow: 'none' },
      { key: 'cancelsId', label: 'income.state', value: (row) => factState(row), narrow: 'none' },
      { key: 'amount', label: 'income.amount', value: (row) => row.amount, kind: 'money', sort: true, narrow: 'end' },
    ],
    filters: [
      {
        key: 'mode',
        label: 'income.mode',
        single: true,
        options: RECEIPT_MODES.map((value) => ({ value, label: `income.modes.${value}` })),
      },
    ],
  });
}
