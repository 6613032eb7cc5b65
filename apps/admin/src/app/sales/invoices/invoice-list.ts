import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, numberAttribute, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { InvoiceRow, TaskStarted } from '@colophon/api-client';
import { CellTemplate, DataList, dataList } from '@colophon/ui/data-list';
import { Ask } from '@colophon/ui/dialog';
import { Icon } from '@colophon/ui/icon';
import { problemOf } from '@colophon/ui/problem';
import { Progress, type Task } from '@colophon/ui/progress';
import { Status } from '@colophon/ui/status';
import { Toasts } from '@colophon/ui/toast';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { HasPermission } from '../../platform/session/has-permission';
import { Session } from '../../platform/session/session';
import { INVOICES, meaningOf, stateOf, stateWord } from './invoice';

const WORDS = 'sales.invoices';
const option = (value: string, label: string) => ({ value, label: `${WORDS}.${label}` });

interface Refused {
  readonly id: number;
  readonly detail: string;
}

@Component({
  selector: 'co-invoice-list',
  imports: [CellTemplate, DataList, HasPermission, Icon, Progress, RouterLink, Status, TranslocoPipe],
  templateUrl: './invoice-list.html',
  host: { class: 'page' },
})
export class InvoiceList {
  /** The batch being posted, kept in the address so that it is found again. */
  readonly tache = input(null, { transform: (text: string | undefined) => (text ? numberAttribute(text) : null) });
  /** Only the invoices of one point of sale, from its page. */
  readonly pointOfSaleId = input<string>();
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly ask = inject(Ask);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly rows = viewChild(DataList);
  protected readonly newLink = computed(() => (this.session.may('sales.write') ? `${INVOICES}/nouvelle` : null));
  protected readonly mayPost = computed(() => this.session.may('sales.post'));
  /** Drafts that the last batch could not post, with the reason of each. */
  protected readonly refused = signal<readonly Refused[]>([]);
  protected readonly invoices = INVOICES;
  protected readonly stateOf = stateOf;
  protected readonly meaningOf = meaningOf;
  protected readonly stateWord = stateWord;

  protected readonly list = dataList<InvoiceRow>({
    name: 'invoices',
    url: '/api/invoices',
    sort: '-date',
    params: () => ({ ...(this.pointOfSaleId() && { pointOfSaleId: this.pointOfSaleId() ?? '' }) }),
    link: (row) => [INVOICES, row.id],
    columns: [
      { key: 'number', label: `${WORDS}.number`, value: (row) => row.number ?? '', sort: true },
      { key: 'customer', label: `${WORDS}.customer`, value: (row) => row.customer, sort: true },
      { key: 'city', label: 'parties.pointsOfSale.city', value: (row) => row.city, optional: true },
      { key: 'issueDate', label: `${WORDS}.issueDate`, value: (row) => row.issueDate, kind: 'date' },
      { key: 'dueDate', label: `${WORDS}.dueDate`, value: (row) => row.dueDate, kind: 'date', sort: true },
      { key: 'status', label: `${WORDS}.status`, value: (row) => row.status },
      {
        key: 'totalExclVat',
        label: `${WORDS}.totalExclVat`,
        value: (row) => signed(row, row.totalExclVat),
        kind: 'money',
        narrow: 'none',
      },
      {
        key: 'totalInclVat',
        label: `${WORDS}.totalInclVat`,
        value: (row) => signed(row, row.totalInclVat),
        kind: 'money',
        sort: true,
        narrow: 'end',
      },
    ],
    filters: [
      {
        key: 'status',
        label: `${WORDS}.status`,
        single: true,
        options: ['draft', 'posted'].map((each) => option(each, `statuses.${each}`)),
      },
      {
        key: 'kind',
        label: `${WORDS}.kind`,
        single: true,
        options: ['invoice', 'credit-note'].map((each) => option(each, `kinds.${each}`)),
      },
      { key: 'overdue', label: `${WORDS}.overdue`, single: true, options: [option('true', 'overdueOnly')] },
      {
        key: 'period',
        label: `${WORDS}.period`,
        single: true,
        options: ['month', 'quarter', 'year', 'last-year'].map((each) => option(each, `periods.${each}`)),
      },
    ],
  });

  protected readonly shopName = computed(() => (this.pointOfSaleId() ? (this.list.rows()[0]?.customer ?? '…') : null));

  protected async postAll(ids: number[]): Promise<void> {
    const words = (key: string, values?: object) => this.transloco.translate<string>(`${WORDS}.${key}`, { ...values });
    const agreed = await this.ask.confirm({
      title: words('batch.title', { count: ids.length }),
      text: words('batch.text'),
      consequences: [words('batch.final')],
      act: words('batch.act'),
    });
    if (!agreed) return;
    try {
      const { taskId } = await firstValueFrom(this.http.post<TaskStarted>('/api/invoices/batch-post', { ids }));
      this.rows()?.clearSelection();
      this.follow(taskId);
    } catch (error) {
      this.toasts.failed(problemOf(error).title);
    }
  }

  protected ended(task: Task): void {
    const { posted = 0, refused = [] } = (task.result ?? {}) as { posted?: number; refused?: Refused[] };
    this.refused.set(refused);
    if (task.status === 'done') {
      this.toasts.done(this.transloco.translate(`${WORDS}.batch.done`, { posted, refused: refused.length }));
    }
    this.list.reload();
    this.follow(null);
  }

  private follow(tache: number | null): void {
    void this.router.navigate([], { queryParams: { tache }, queryParamsHandling: 'merge', replaceUrl: true });
  }
}

/** A credit note takes off what an invoice adds. */
function signed({ kind }: InvoiceRow, amount: string): string {
  return kind === 'credit-note' && amount !== '0.00' ? `-${amount}` : amount;
}
