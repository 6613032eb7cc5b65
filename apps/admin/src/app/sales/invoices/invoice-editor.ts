import { HttpClient, httpResource } from '@angular/common/http';
import {
  Component,
  afterNextRender,
  computed,
  inject,
  input,
  linkedSignal,
  numberAttribute,
  viewChild,
} from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { InvoiceResponse, PointOfSaleResponse, PointOfSaleRow } from '@colophon/api-client';
import { Explained, type ExplainNode } from '@colophon/ui/explain';
import { Field, MoneyInput, PercentInput, Picker, QuantityInput, writeDecimal } from '@colophon/ui/fields';
import { FormPage, editing } from '@colophon/ui/form-page';
import { Icon } from '@colophon/ui/icon';
import { Locale } from '@colophon/ui/locale';
import { Section } from '@colophon/ui/record';
import { Toasts } from '@colophon/ui/toast';
import { DateText, Percent, hyphenateIsbn } from '@colophon/ui/values';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { ExplainLine } from './explain-line';
import { INVOICES } from './invoice';
import {
  bodyOf,
  draftOf,
  freeLine,
  invoiceRules,
  withEntry,
  type Entry,
  type InvoiceDraft,
  type LineDraft,
} from './invoice-draft';
import { quoting } from './invoice-quote';
import { InvoiceTotals } from './invoice-totals';
import { InvoiceWarnings } from './invoice-warnings';
import { TitleEntry } from './title-entry';

const URL = '/api/invoices';

/** An invoice in a few keystrokes: customer, books, quantities. Every amount is the API's. */
@Component({
  selector: 'co-invoice-editor',
  imports: [
    ...[DateText, Explained, Field, FormField, FormPage, Icon, InvoiceTotals, InvoiceWarnings, MoneyInput, Percent],
    ...[PercentInput, Picker, QuantityInput, Section, TitleEntry, TranslocoPipe],
  ],
  templateUrl: './invoice-editor.html',
  styleUrl: './invoice-editor.css',
})
export class InvoiceEditor {
  /** The draft to change; absent for a new one. */
  readonly record = input<InvoiceResponse>();
  /** Of a new invoice: the customer it is for, from that customer's page. */
  readonly client = input(null, { transform: (text: string | undefined) => (text ? numberAttribute(text) : null) });
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly locale = inject(Locale);
  private readonly explain = inject(ExplainLine);
  private readonly entry = viewChild.required(TitleEntry);
  private readonly picker = viewChild.required(Picker);
  private readonly customer = httpResource<PointOfSaleResponse>(() =>
    this.record() || this.client() === null ? undefined : `/api/points-of-sale/${this.client()}`,
  );

  protected readonly model = linkedSignal<InvoiceDraft>(() => draftOf(this.record(), this.client()));
  protected readonly form = form(this.model, invoiceRules);
  readonly editing = editing<InvoiceDraft, InvoiceResponse>({
    model: this.model,
    form: this.form,
    draft: () => `invoice:${this.record()?.id ?? 'new'}`,
    save: (draft) => this.save(draft),
    saved: (saved) => this.leave(saved.id),
  });
  protected readonly quoting = quoting(this.model);
  protected readonly words = computed(() => (this.record() ? 'edit' : 'new'));
  protected readonly customerName = computed(
    () => this.record()?.customer.name ?? (this.customer.hasValue() ? this.customer.value().name : ''),
  );
  protected readonly customerOf = (row: PointOfSaleRow) => ({ id: row.id, label: row.name, detail: row.city ?? '' });
  protected readonly onlyActive = { archived: 'false' };
  protected readonly vatRates = ['20', '10', '5.5', '2.1'] as const;
  protected readonly needsReason = computed(
    () =>
      this.model().discountReason !== '' ||
      this.quoting.quote()?.warnings.some((each) => each.code === 'discount-over-cap'),
  );

  constructor() {
    afterNextRender(() => (this.model().pointOfSaleId === null ? this.picker().focus() : this.entry().focus()));
  }

  protected customerChosen(): void {
    this.entry().focus();
  }

  protected add(entry: Entry): void {
    this.change((lines) => withEntry(lines, entry));
  }

  protected addFree(): void {
    this.change((lines) => [...lines, freeLine()]);
  }

  protected remove(at: number): void {
    this.change((lines) => lines.filter((_, other) => other !== at));
    this.entry().focus();
  }

  protected titleOf(line: LineDraft, at: number): string {
    const known = this.quoting.line(at, line)?.description || line.title || line.description;
    return known || (line.isbn ? hyphenateIsbn(line.isbn) : this.transloco.translate('sales.invoices.line.freeLine'));
  }

  protected explained(line: LineDraft, at: number): ExplainNode | undefined {
    const quoted = this.quoting.line(at, line);
    return quoted && this.explain.node(quoted);
  }

  /** What comes by itself, shown where something else could be typed. */
  protected hint(value: string | null | undefined, decimals = 0): string {
    return value ? writeDecimal(value, this.locale.tag(), decimals) : '';
  }

  protected cancel(): void {
    const id = this.record()?.id;
    void this.router.navigate([INVOICES, ...(id ? [id] : [])]);
  }

  private change(edit: (lines: LineDraft[]) => LineDraft[]): void {
    this.model.update((draft) => ({ ...draft, lines: edit(draft.lines) }));
    this.form.lines().markAsDirty();
  }

  private save(draft: InvoiceDraft): Promise<InvoiceResponse> {
    const record = this.record();
    const body = bodyOf(draft);
    return firstValueFrom(
      record
        ? this.http.put<InvoiceResponse>(`${URL}/${record.id}`, { ...body, version: record.version })
        : this.http.post<InvoiceResponse>(URL, body),
    );
  }

  private leave(id: number): void {
    this.toasts.done(this.transloco.translate('sales.invoices.saved'));
    void this.router.navigate([INVOICES, id]);
  }
}
