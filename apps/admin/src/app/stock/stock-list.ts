import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { StockRow } from '@colophon/api-client';
import { CellTemplate, DataList, dataList } from '@colophon/ui/data-list';
import { Icon } from '@colophon/ui/icon';
import { Quantity } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';
import { HasPermission } from '../platform/session/has-permission';

@Component({
  selector: 'co-stock-list',
  imports: [CellTemplate, DataList, HasPermission, Icon, Quantity, RouterLink, TranslocoPipe],
  templateUrl: './stock-list.html',
  styles: `
    .negative {
      color: var(--late);
      font-weight: var(--strong);
    }
  `,
  host: { class: 'page' },
})
export class StockList {
  protected readonly list = dataList<StockRow>({
    name: 'stock',
    url: '/api/stock',
    sort: 'title',
    link: (row) => ['/stock/titres', row.id],
    columns: [
      { key: 'title', label: 'stock.bookTitle', value: (row) => row.title, sort: true },
      { key: 'isbn13', label: 'stock.isbn', value: (row) => row.isbn13, kind: 'isbn', sort: true },
      { key: 'stock', label: 'stock.inStock', value: (row) => row.stock, kind: 'quantity', sort: true, narrow: 'end' },
      { key: 'printed', label: 'stock.columns.printed', value: (row) => row.printed, kind: 'quantity', narrow: 'none' },
      { key: 'sold', label: 'stock.columns.sold', value: (row) => row.sold, kind: 'quantity', narrow: 'none' },
      {
        key: 'returned',
        label: 'stock.columns.returned',
        value: (row) => row.returned,
        kind: 'quantity',
        narrow: 'none',
      },
      { key: 'free', label: 'stock.columns.free', value: (row) => row.free, kind: 'quantity', narrow: 'none' },
      {
        key: 'destroyed',
        label: 'stock.columns.destroyed',
        value: (row) => row.destroyed,
        kind: 'quantity',
        narrow: 'none',
      },
      {
        key: 'counted',
        label: 'stock.columns.counted',
        value: (row) => row.counted,
        kind: 'quantity',
        narrow: 'none',
        optional: true,
      },
      {
        key: 'lastMovedOn',
        label: 'stock.lastMoved',
        value: (row) => row.lastMovedOn,
        kind: 'date',
        narrow: 'none',
        optional: true,
      },
    ],
    filters: [
      {
        key: 'state',
        label: 'stock.state',
        single: true,
        options: ['any', 'none', 'negative'].map((value) => ({ value, label: `stock.states.${value}` })),
      },
    ],
  });
}
