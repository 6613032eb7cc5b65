import { Dialog } from '@angular/cdk/dialog';
import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, numberAttribute } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { ReceiptResponse } from '@colophon/api-client';
import { History } from '@colophon/ui/history';
import { Icon } from '@colophon/ui/icon';
import { Locale } from '@colophon/ui/locale';
import { ProblemNotice } from '@colophon/ui/problem';
import { Detail, Fact, RecordHeader, Section } from '@colophon/ui/record';
import { Status } from '@colophon/ui/status';
import { DateText, IsbnText, Money, Quantity } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';
import { PageTitle } from '../../platform/i18n/page-title';
import { HasPermission } from '../../platform/session/has-permission';
import { CancelDialog, type CancelRequest } from './cancel-dialog';
import { MEANING_OF_FACT, countryNames, factState } from './income';

/** One receipt: what it is, where it counts, and the way to take it back. */
@Component({
  selector: 'co-receipt-page',
  imports: [
    ...[DateText, Detail, Fact, HasPermission, History, Icon, IsbnText, Money, ProblemNotice, Quantity, RecordHeader],
    ...[RouterLink, Section, Status, TranslocoPipe],
  ],
  templateUrl: './receipt-page.html',
  host: { class: 'page' },
})
export class ReceiptPage {
  readonly id = input.required({ transform: numberAttribute });
  protected readonly record = httpResource<ReceiptResponse>(() => `/api/receipts/${this.id()}`);
  private readonly dialog = inject(Dialog);
  private readonly router = inject(Router);
  private readonly locale = inject(Locale);
  protected readonly meanings = MEANING_OF_FACT;
  protected readonly state = computed(() => (this.record.hasValue() ? factState(this.record.value()) : 'waiting'));
  protected readonly country = computed(() => {
    const code = this.record.hasValue() ? this.record.value().territory : null;
    return code === null ? '' : countryNames([code], this.locale.lang());
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => this.record.hasValue() && title.set(this.record.value().title));
  }

  protected takeBack({ id, title, amount }: ReceiptResponse): void {
    const data: CancelRequest = { url: `/api/receipts/${id}/cancel`, name: title, amount };
    this.dialog
      .open<number>(CancelDialog, { data, backdropClass: 'veil' })
      .closed.subscribe(
        (opposite) => opposite !== undefined && void this.router.navigate(['/droits/recettes', opposite]),
      );
  }
}
