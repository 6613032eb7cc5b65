import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { FormField, applyEach, form, validate } from '@angular/forms/signals';
import type { CreditNoteInput, InvoiceResponse } from '@colophon/api-client';
import { DialogFrame } from '@colophon/ui/dialog';
import { Field, QuantityInput } from '@colophon/ui/fields';
import { Icon } from '@colophon/ui/icon';
import { problemOf, type Problem } from '@colophon/ui/problem';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { HasPermission } from '../../platform/session/has-permission';
import { orNull } from '../../platform/forms';
import { OnceKey } from './once-key';

interface CreditLineDraft {
  readonly lineId: number;
  readonly title: string;
  readonly left: number;
  quantity: number | null;
}

/** So many copies of an invoice's lines: the amounts follow from the invoice and are made by the API. */
@Component({
  selector: 'co-credit-dialog',
  imports: [DialogFrame, Field, FormField, HasPermission, Icon, QuantityInput, TranslocoPipe],
  templateUrl: './credit-dialog.html',
  styleUrl: './dialogs.css',
})
export class CreditDialog {
  protected readonly invoice = inject<InvoiceResponse>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<InvoiceResponse>>(DialogRef);
  private readonly http = inject(HttpClient);
  private readonly key = new OnceKey();
  protected readonly problem = signal<Problem | null>(null);
  protected readonly sending = signal(false);
  protected readonly model = signal({
    reason: '',
    copiesReturned: true,
    lines: this.invoice.lines.flatMap((line): CreditLineDraft[] =>
      line.copiesLeftToCredit
        ? [{ lineId: line.id, title: line.description, left: line.copiesLeftToCredit, quantity: null }]
        : [],
    ),
  });
  protected readonly form = form(this.model, (path) => {
    applyEach(path.lines, (line) => {
      validate(line.quantity, ({ value, valueOf }) => {
        const quantity = value();
        return quantity !== null && (quantity < 0 || quantity > valueOf(line.left)) ? { kind: 'range' } : null;
      });
    });
  });
  protected readonly isEmpty = computed(() => this.model().lines.every((line) => !line.quantity));

  protected creditAll(): void {
    this.model.update((draft) => ({ ...draft, lines: draft.lines.map((line) => ({ ...line, quantity: line.left })) }));
  }

  protected async send(post: boolean): Promise<void> {
    this.form().markAsTouched();
    if (this.form().invalid() || this.isEmpty() || this.sending()) return;
    this.sending.set(true);
    this.problem.set(null);
    try {
      const url = `/api/invoices/${this.invoice.id}/credit-note`;
      const body = this.body(post);
      const headers = { 'Idempotency-Key': this.key.of(body) };
      this.ref.close(await firstValueFrom(this.http.post<InvoiceResponse>(url, body, { headers })));
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.sending.set(false);
    }
  }

  private body(post: boolean): CreditNoteInput {
    const { reason, copiesReturned, lines } = this.model();
    return {
      post,
      copiesReturned,
      reason: orNull(reason),
      lines: lines.flatMap(({ lineId, quantity }) => (quantity ? [{ lineId, quantity }] : [])),
    };
  }
}
