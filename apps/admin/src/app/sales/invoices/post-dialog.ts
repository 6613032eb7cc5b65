import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import type { InvoiceResponse, PostInvoiceInput } from '@colophon/api-client';
import { DialogFrame } from '@colophon/ui/dialog';
import { Field } from '@colophon/ui/fields';
import { Icon } from '@colophon/ui/icon';
import { problemOf, type Problem } from '@colophon/ui/problem';
import { Money } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { orNull } from '../../platform/forms';
import { Session } from '../../platform/session/session';
import { InvoiceWarnings } from './invoice-warnings';
import { OnceKey } from './once-key';

/** Says what posting cannot take back, asks for the reasons that are missing, then posts. */
@Component({
  selector: 'co-post-dialog',
  imports: [DialogFrame, Field, FormField, Icon, InvoiceWarnings, Money, RouterLink, TranslocoPipe],
  templateUrl: './post-dialog.html',
  styleUrl: './dialogs.css',
})
export class PostDialog {
  protected readonly invoice = inject<InvoiceResponse>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<InvoiceResponse>>(DialogRef);
  private readonly http = inject(HttpClient);
  private readonly key = new OnceKey();
  protected readonly today = inject(Session).today;
  protected readonly problem = signal<Problem | null>(null);
  protected readonly posting = signal(false);
  protected readonly model = signal({
    issueDate: this.today(),
    discountReason: this.invoice.discountReason ?? '',
    allowNegativeStock: false,
    negativeStockReason: '',
  });
  protected readonly overCap = this.has('discount-over-cap');
  protected readonly isShort = computed(
    () => this.has('stock-insufficient') || this.problem()?.code === 'stock-insufficient',
  );
  protected readonly form = form(this.model, (path) => {
    required(path.issueDate);
    required(path.discountReason, { when: () => this.overCap });
    required(path.negativeStockReason, { when: ({ valueOf }) => valueOf(path.allowNegativeStock) });
  });
  protected readonly moves = computed(() => {
    if (this.invoice.kind === 'invoice') return 'sold';
    return this.invoice.movesStock ? 'returned' : 'noMove';
  });

  protected async post(event: Event): Promise<void> {
    event.preventDefault();
    this.form().markAsTouched();
    if (this.form().invalid() || this.posting()) return;
    this.posting.set(true);
    this.problem.set(null);
    try {
      const url = `/api/invoices/${this.invoice.id}/post`;
      const body = this.body();
      const headers = { 'Idempotency-Key': this.key.of(body) };
      this.ref.close(await firstValueFrom(this.http.post<InvoiceResponse>(url, body, { headers })));
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.posting.set(false);
    }
  }

  private body(): PostInvoiceInput {
    const { issueDate, discountReason, allowNegativeStock, negativeStockReason } = this.model();
    return {
      issueDate,
      discountReason: orNull(discountReason),
      allowNegativeStock,
      negativeStockReason: orNull(negativeStockReason),
    };
  }

  private has(code: string): boolean {
    return this.invoice.warnings.some((warning) => warning.code === code);
  }
}
