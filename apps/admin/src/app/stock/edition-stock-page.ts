import { Dialog } from '@angular/cdk/dialog';
import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, numberAttribute } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { EditionStockResponse } from '@colophon/api-client';
import { Icon } from '@colophon/ui/icon';
import { ProblemNotice } from '@colophon/ui/problem';
import { Fact, RecordHeader, Section } from '@colophon/ui/record';
import { Toasts } from '@colophon/ui/toast';
import { hyphenateIsbn, Quantity } from '@colophon/ui/values';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { PageTitle } from '../platform/i18n/page-title';
import { HasPermission } from '../platform/session/has-permission';
import { Session } from '../platform/session/session';
import { MovementList } from './movement-list';
import { movementSource } from './movement-source';
import { StockEquation } from './stock-equation';
import { TakeDialog, type TakeRequest } from './take-dialog';

/** The stock card of an edition: how many there are, how it came to that over a period, and every movement. */
@Component({
  selector: 'co-edition-stock-page',
  imports: [
    Fact,
    HasPermission,
    Icon,
    MovementList,
    ProblemNotice,
    Quantity,
    RecordHeader,
    RouterLink,
    Section,
    StockEquation,
    TranslocoPipe,
  ],
  templateUrl: './edition-stock-page.html',
  styleUrl: './edition-stock-page.css',
  host: { class: 'page' },
})
export class EditionStockPage {
  readonly id = input.required({ transform: numberAttribute });
  /** `?du=…&au=…`: the period of the equation; all of the edition's life where absent. */
  readonly du = input<string>();
  readonly au = input<string>();
  private readonly router = inject(Router);
  private readonly dialog = inject(Dialog);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  protected readonly movements = movementSource(() => this.id());
  protected readonly year = inject(Session).today().slice(0, 4);

  protected readonly record = httpResource<EditionStockResponse>(() => {
    const params = { ...(this.du() && { from: this.du() as string }), ...(this.au() && { to: this.au() as string }) };
    return { url: `/api/editions/${this.id()}/stock`, params };
  });
  protected readonly printed = computed(() => this.copiesOf('printed'));
  protected readonly sold = computed(() => Math.abs(this.copiesOf('sold')));
  protected readonly isbnOf = (isbn: string | null) => (isbn ? hyphenateIsbn(isbn) : null);

  constructor() {
    const title = inject(PageTitle);
    effect(() => this.record.hasValue() && title.set(this.record.value().title));
  }

  protected async take(stock: EditionStockResponse, act: TakeRequest['act']): Promise<void> {
    const data: TakeRequest = { act, editionId: stock.editionId, title: stock.title, stock: stock.stock };
    const ref = this.dialog.open<boolean>(TakeDialog, { data, backdropClass: 'veil' });
    if (!(await firstValueFrom(ref.closed))) return;
    this.toasts.done(this.transloco.translate(`stock.${act}.done`));
    this.record.reload();
    this.movements.reload();
  }

  protected period(du: string | null, au: string | null): void {
    void this.router.navigate([], { queryParams: { du, au }, queryParamsHandling: 'merge', replaceUrl: true });
  }

  private copiesOf(kind: string): number {
    const steps = this.record.hasValue() ? this.record.value().steps : [];
    return steps.find((step) => step.kind === kind)?.copies ?? 0;
  }
}
