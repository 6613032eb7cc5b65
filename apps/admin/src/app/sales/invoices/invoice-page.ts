import { Dialog } from '@angular/cdk/dialog';
import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, numberAttribute } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { InvoiceResponse } from '@colophon/api-client';
import { Ask } from '@colophon/ui/dialog';
import { History } from '@colophon/ui/history';
import { Icon } from '@colophon/ui/icon';
import { PdfPreview } from '@colophon/ui/pdf-preview';
import { ProblemNotice, problemOf } from '@colophon/ui/problem';
import { Detail, Fact, RecordHeader, Section } from '@colophon/ui/record';
import { Status } from '@colophon/ui/status';
import { Toasts } from '@colophon/ui/toast';
import { Copyable, DateText, Money } from '@colophon/ui/values';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { PageTitle } from '../../platform/i18n/page-title';
import { HasPermission } from '../../platform/session/has-permission';
import { CreditDialog } from './credit-dialog';
import { INVOICES, meaningOf, stateOf, stateWord } from './invoice';
import { InvoiceLines } from './invoice-lines';
import { InvoiceTotals } from './invoice-totals';
import { InvoiceWarnings } from './invoice-warnings';
import { PostDialog } from './post-dialog';

const URL = '/api/invoices';

/** A draft beside its preview, or a document as issued with what came of it. */
@Component({
  selector: 'co-invoice-page',
  imports: [
    ...[Copyable, DateText, Detail, Fact, HasPermission, History, Icon, InvoiceLines, InvoiceTotals, InvoiceWarnings],
    ...[Money, PdfPreview, ProblemNotice, RecordHeader, RouterLink, Section, Status, TranslocoPipe],
  ],
  templateUrl: './invoice-page.html',
  styleUrl: './invoice-page.css',
  host: { class: 'page' },
})
export class InvoicePage {
  readonly id = input.required({ transform: numberAttribute });
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly dialog = inject(Dialog);
  private readonly ask = inject(Ask);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  protected readonly invoices = INVOICES;
  protected readonly record = httpResource<InvoiceResponse>(() => `${URL}/${this.id()}`);
  protected readonly stateWord = stateWord;
  protected readonly meaning = computed(() =>
    this.record.hasValue() ? meaningOf[stateOf(this.record.value())] : 'neutral',
  );
  protected readonly heading = computed(() => {
    if (!this.record.hasValue()) return '';
    const { kind, number } = this.record.value();
    return number
      ? this.transloco.translate<string>(`sales.invoices.named.${kind}`, { number })
      : this.transloco.translate<string>(`sales.invoices.draftOf.${kind}`);
  });
  protected readonly leftToCredit = computed(
    () => this.record.hasValue() && this.record.value().lines.some((line) => (line.copiesLeftToCredit ?? 0) > 0),
  );

  constructor() {
    const title = inject(PageTitle);
    effect(() => this.heading() && title.set(this.heading()));
  }

  protected async post(invoice: InvoiceResponse): Promise<void> {
    const ref = this.dialog.open<InvoiceResponse>(PostDialog, { data: invoice, backdropClass: 'veil' });
    const posted = await firstValueFrom(ref.closed);
    if (!posted) return;
    this.record.set(posted);
    this.toasts.done(this.transloco.translate(`sales.invoices.post.done.${posted.kind}`, { number: posted.number }));
  }

  protected async credit(invoice: InvoiceResponse): Promise<void> {
    const ref = this.dialog.open<InvoiceResponse>(CreditDialog, { data: invoice, backdropClass: 'veil' });
    const made = await firstValueFrom(ref.closed);
    if (!made) return;
    const word = made.status === 'posted' ? 'post.done.credit-note' : 'credit.drafted';
    this.toasts.done(this.transloco.translate(`sales.invoices.${word}`, { number: made.number }));
    void this.router.navigate([INVOICES, made.id]);
  }

  protected async remove(invoice: InvoiceResponse): Promise<void> {
    const agreed = await this.ask.confirm({
      title: this.transloco.translate('sales.invoices.removeTitle'),
      text: this.transloco.translate('sales.invoices.removeText'),
      act: this.transloco.translate('sales.invoices.remove'),
      danger: true,
    });
    if (!agreed) return;
    try {
      await firstValueFrom(this.http.delete(`${URL}/${invoice.id}`));
      this.toasts.done(this.transloco.translate('sales.invoices.removed'));
      void this.router.navigate([INVOICES]);
    } catch (error) {
      this.toasts.failed(problemOf(error).title);
    }
  }
}
