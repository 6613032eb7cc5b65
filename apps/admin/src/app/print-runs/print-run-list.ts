import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PrintRunRow } from '@colophon/api-client';
import { CellTemplate, DataList, dataList } from '@colophon/ui/data-list';
import { Icon } from '@colophon/ui/icon';
import { Status } from '@colophon/ui/status';
import { Money } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';
import { HasPermission } from '../platform/session/has-permission';
import { Session } from '../platform/session/session';
import { MEANING_OF_STATUS, PRINT_RUN_STATUSES, type PrintRunStatus } from './print-run';
import { PrintRunBoard } from './print-run-board';

@Component({
  selector: 'co-print-run-list',
  imports: [CellTemplate, DataList, HasPermission, Icon, Money, PrintRunBoard, RouterLink, Status, TranslocoPipe],
  templateUrl: './print-run-list.html',
  styles: `
    .views {
      display: inline-flex;
      gap: 4px;
    }

    .views [aria-current] {
      background: var(--accent-soft);
      color: var(--ink);
    }
  `,
  host: { class: 'page' },
})
export class PrintRunList {
  /** `?vue=etapes` shows the runs by step. */
  readonly vue = input<string>();
  private readonly session = inject(Session);
  protected readonly newLink = computed(() =>
    this.session.may('print-runs.write') ? '/fabrication/tirages/nouveau' : null,
  );
  protected readonly meaningOf = (status: PrintRunStatus) => MEANING_OF_STATUS[status];

  protected readonly list = dataList<PrintRunRow>({
    name: 'print-runs',
    url: '/api/print-runs',
    sort: '-date',
    link: (row) => ['/fabrication/tirages', row.id],
    columns: [
      { key: 'title', label: 'printRuns.bookTitle', value: (row) => row.title, sort: true },
      { key: 'number', label: 'printRuns.number', value: (row) => row.number },
      { key: 'isbn13', label: 'printRuns.isbn', value: (row) => row.isbn13, kind: 'isbn', narrow: 'none' },
      { key: 'status', label: 'printRuns.status', value: (row) => row.status, narrow: 'end' },
      { key: 'date', label: 'printRuns.date', value: (row) => row.date, kind: 'date', sort: true },
      { key: 'quantity', label: 'printRuns.copies', value: (row) => row.quantity, kind: 'quantity', sort: true },
      { key: 'printerName', label: 'printRuns.printer', value: (row) => row.printerName, sort: false },
      { key: 'unitCost', label: 'printRuns.unitCost', value: (row) => row.unitCost, kind: 'money', narrow: 'none' },
      { key: 'label', label: 'printRuns.label', value: (row) => row.label, optional: true, narrow: 'none' },
    ],
    filters: [
      {
        key: 'status',
        label: 'printRuns.status',
        single: true,
        options: PRINT_RUN_STATUSES.map((value) => ({ value, label: `printRuns.statuses.${value}` })),
      },
    ],
  });
}
