import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { FormField, form, maxLength, required } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { EditionResponse, EditionRow, ReceiptInput, ReceiptResponse } from '@colophon/api-client';
import { Field, MoneyInput, Picker, QuantityInput, type Choice } from '@colophon/ui/fields';
import { FormPage, editing } from '@colophon/ui/form-page';
import { Section } from '@colophon/ui/record';
import { Toasts } from '@colophon/ui/toast';
import { hyphenateIsbn } from '@colophon/ui/values';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { between, check, orNull } from '../../platform/forms';
import { Session } from '../../platform/session/session';
import { RECEIPT_MODES, areCountries, readCountries } from './income';

interface ReceiptDraft {
  editionId: number | null;
  receivedOn: string;
  mode: ReceiptInput['mode'];
  channel: string;
  territory: string;
  copies: number | null;
  amount: string;
  reference: string;
}

/** Enters one receipt; a receipt is never changed afterwards, only taken back. */
@Component({
  selector: 'co-receipt-form',
  imports: [Field, FormField, FormPage, MoneyInput, Picker, QuantityInput, Section, TranslocoPipe],
  templateUrl: './receipt-form.html',
})
export class ReceiptForm {
  /** `?edition=12`: where a title's page enters a receipt. */
  readonly edition = input<string>();
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  protected readonly today = inject(Session).today();
  protected readonly modes = RECEIPT_MODES;
  private readonly named = httpResource<EditionResponse>(() =>
    this.edition() === undefined ? undefined : `/api/editions/${this.edition()}`,
  );
  protected readonly editionName = computed(() =>
    this.named.hasValue() ? (this.named.value().title ?? this.named.value().workTitle) : '',
  );

  protected readonly model = linkedSignal<ReceiptDraft>(() => ({
    editionId: this.edition() === undefined ? null : Number(this.edition()),
    ...{ receivedOn: this.today, mode: 'unit', channel: '', territory: '', copies: null, amount: '', reference: '' },
  }));
  protected readonly form = form(this.model, (path) => {
    required(path.editionId);
    required(path.receivedOn);
    required(path.amount);
    maxLength(path.channel, 50);
    maxLength(path.reference, 200);
    between(path.copies, 0, 100_000_000);
    check(path.territory, (text) => areCountries(text) && readCountries(text).length === 1, 'country');
  });
  readonly editing = editing<ReceiptDraft, ReceiptResponse>({
    model: this.model,
    form: this.form,
    draft: () => 'receipt:new',
    save: (draft) => this.save(draft),
    saved: (saved) => {
      this.toasts.done(this.transloco.translate('income.receipts.saved'));
      void this.router.navigate(['/droits/recettes', saved.id]);
    },
  });
  protected readonly choiceOf = ({ id, title, isbn13, contributors }: EditionRow): Choice => ({
    ...{ id, label: title },
    detail: [contributors, isbn13 && hyphenateIsbn(isbn13)].filter(Boolean).join(' · '),
  });

  protected cancel(): void {
    void this.router.navigateByUrl('/droits/recettes');
  }

  private save(draft: ReceiptDraft): Promise<ReceiptResponse> {
    const { editionId, receivedOn, mode, copies, amount, channel, reference, territory } = draft;
    const body: ReceiptInput = {
      ...{ editionId: editionId ?? 0, receivedOn, mode, copies, amount },
      channel: orNull(channel),
      reference: orNull(reference),
      territory: readCountries(territory)[0] ?? null,
    };
    return firstValueFrom(this.http.post<ReceiptResponse>('/api/receipts', body));
  }
}
