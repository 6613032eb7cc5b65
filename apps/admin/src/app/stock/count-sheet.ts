import { HttpClient, httpResource } from '@angular/common/http';
import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { FormField, applyEach, form, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { CountResult, EditionRow, EditionStockResponse } from '@colophon/api-client';
import { Field, Picker, QuantityInput, type Choice } from '@colophon/ui/fields';
import { FormPage, editing } from '@colophon/ui/form-page';
import { Icon } from '@colophon/ui/icon';
import { hyphenateIsbn, Quantity } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { between } from '../platform/forms';
import { Session } from '../platform/session/session';
import { SignedQuantity } from './signed-quantity';

interface LineDraft {
  editionId: number;
  title: string;
  isbn: string;
  counted: number | null;
}

interface SheetDraft {
  countedOn: string;
  reason: string;
  lines: LineDraft[];
}

/** A count, made between shelves with a phone in one hand: scan or type a title, then how many there are. */
@Component({
  selector: 'co-count-sheet',
  imports: [
    Field,
    FormField,
    FormPage,
    Icon,
    Picker,
    Quantity,
    QuantityInput,
    RouterLink,
    SignedQuantity,
    TranslocoPipe,
  ],
  templateUrl: './count-sheet.html',
  styleUrl: './count-sheet.css',
})
export class CountSheet {
  /** `?edition=12`: where an edition's card asks to count it. */
  readonly edition = input<string>();
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly today = inject(Session).today();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly asked = httpResource<EditionStockResponse>(() =>
    this.edition() ? `/api/editions/${this.edition()}/stock` : undefined,
  );
  private readonly picker = viewChild(Picker);
  protected readonly result = signal<CountResult | null>(null);

  protected readonly model = signal<SheetDraft>({ countedOn: this.today, reason: '', lines: [] });
  protected readonly form = form(this.model, (path) => {
    required(path.countedOn);
    applyEach(path.lines, (line) => {
      required(line.counted);
      between(line.counted, 0, 10_000_000);
    });
  });
  readonly editing = editing<SheetDraft, CountResult>({
    model: this.model,
    form: this.form,
    draft: () => 'stock-count',
    save: (draft) => this.send(draft),
    saved: (result) => this.show(result),
  });
  protected readonly differences = computed(() => this.result()?.lines.filter((line) => line.difference !== 0) ?? []);
  protected readonly choiceOf = ({ id, title, isbn13 }: EditionRow): Choice => ({
    ...{ id, label: title },
    ...(isbn13 && { detail: hyphenateIsbn(isbn13) }),
  });

  constructor() {
    effect(() => {
      if (!this.asked.hasValue()) return;
      const { editionId, title, isbn13 } = this.asked.value();
      untracked(() => this.add({ id: editionId, title, isbn13 }));
    });
  }

  protected add(edition: { readonly id: number; readonly title: string; readonly isbn13: string | null }): void {
    const { lines } = this.model();
    if (!lines.some((line) => line.editionId === edition.id)) {
      const isbn = edition.isbn13 ? hyphenateIsbn(edition.isbn13) : '';
      const line = { editionId: edition.id, title: edition.title, isbn, counted: null };
      this.model.update((draft) => ({ ...draft, lines: [line, ...draft.lines] }));
      this.form.lines().markAsDirty();
    }
    // The picker is a way in, not a field of the sheet: it is empty again once the number has the focus.
    this.picker()?.value.set(null);
    const box = () => this.host.nativeElement.querySelector<HTMLInputElement>(`#line-${edition.id} input`);
    afterNextRender(() => box()?.focus(), { injector: this.injector });
  }

  /** Enter after a quantity: on to the next title, as with a scanner. */
  protected next(event: Event): void {
    event.preventDefault();
    this.picker()?.focus();
  }

  protected step(at: number, by: 1 | -1): void {
    this.model.update((draft) => ({
      ...draft,
      lines: draft.lines.map((line, index) =>
        index === at ? { ...line, counted: Math.max(0, (line.counted ?? 0) + by) } : line,
      ),
    }));
    this.form.lines().markAsDirty();
  }

  protected remove(at: number): void {
    this.model.update((draft) => ({ ...draft, lines: draft.lines.filter((_, other) => other !== at) }));
  }

  protected leave(): void {
    void this.router.navigate(['/stock/titres']);
  }

  protected again(): void {
    this.form().reset({ countedOn: this.today, reason: '', lines: [] });
    this.result.set(null);
    this.editing.resume();
  }

  private send({ countedOn, reason, lines }: SheetDraft): Promise<CountResult> {
    const counted = lines.map((line) => ({ editionId: line.editionId, counted: line.counted ?? 0 }));
    const body = { countedOn, reason: reason.trim() || null, lines: counted };
    return firstValueFrom(this.http.post<CountResult>('/api/stock/counts', body));
  }

  private show(result: CountResult): void {
    this.result.set(result);
  }
}
