import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, linkedSignal, untracked } from '@angular/core';
import { FormField, form, required, validate } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { ClosingInput, ClosingPage, ClosingResponse, PrintRunResponse, PrintRunRow } from '@colophon/api-client';
import { Field, Picker } from '@colophon/ui/fields';
import { editing } from '@colophon/ui/form-page';
import { Icon } from '@colophon/ui/icon';
import { Locale, formatDate, formatNumber } from '@colophon/ui/locale';
import { RunPage } from '@colophon/ui/run';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { Session } from '../../platform/session/session';
import { closingSteps } from './closing-steps';
import { suggestPeriods, type Period } from './periods';

interface ClosingDraft {
  kind: ClosingInput['kind'];
  periodFrom: string;
  periodTo: string;
  printRunId: number | null;
  paymentDate: string;
}

@Component({
  selector: 'co-new-closing',
  imports: [Field, FormField, Icon, Picker, RouterLink, RunPage, TranslocoPipe],
  templateUrl: './new-closing.html',
  styleUrl: './new-closing.css',
})
export class NewClosing {
  /** From the address: the run to close, as the page that accepted it gives it. */
  readonly tirage = input<string>();
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly locale = inject(Locale);
  protected readonly transloco = inject(TranslocoService);
  protected readonly steps = computed(() => this.locale.lang() && closingSteps(this.transloco));

  private readonly closed = httpResource<ClosingPage>(() => '/api/closings?status=closed&limit=50');
  protected readonly run = httpResource<PrintRunResponse>(() => {
    const id = this.tirage();
    return id ? `/api/print-runs/${id}` : undefined;
  });
  protected readonly suggestions = computed(() => {
    const closed = this.closed.hasValue() ? this.closed.value().items : undefined;
    if (!closed) return [];
    const spans = closed.flatMap(({ periodFrom: from, periodTo: to }) => (from ? [{ from, to }] : []));
    return suggestPeriods(this.session.today(), spans);
  });

  protected readonly model = linkedSignal<ClosingDraft>(() => ({
    kind: this.tirage() ? 'print-run' : 'period',
    periodFrom: '',
    periodTo: '',
    printRunId: this.tirage() ? Number(this.tirage()) : null,
    paymentDate: '',
  }));
  protected readonly form = form(this.model, (path) => {
    required(path.periodFrom, { when: ({ valueOf }) => valueOf(path.kind) === 'period' });
    required(path.periodTo, { when: ({ valueOf }) => valueOf(path.kind) === 'period' });
    required(path.printRunId, { when: ({ valueOf }) => valueOf(path.kind) === 'print-run' });
    required(path.paymentDate);
    validate(path.paymentDate, ({ value, valueOf }) =>
      value() && valueOf(path.kind) === 'period' && value() < valueOf(path.periodTo)
        ? { kind: 'early', message: this.transloco.translate('royalties.closings.paymentEarly') }
        : null,
    );
  });
  readonly editing = editing<ClosingDraft, ClosingResponse>({
    model: this.model,
    form: this.form,
    draft: () => null,
    save: (draft) => firstValueFrom(this.http.post<ClosingResponse>('/api/closings', bodyOf(draft))),
    saved: ({ id }) => void this.router.navigate(['/droits/clotures', id]),
  });

  constructor() {
    effect(() => {
      const [first] = this.suggestions();
      if (first && untracked(() => this.model().periodFrom) === '') this.choose(first);
    });
  }

  protected choose({ from, to }: Period): void {
    this.model.update((draft) => ({ ...draft, periodFrom: from, periodTo: to }));
  }

  protected chosen({ from, to }: Period): boolean {
    return this.model().periodFrom === from && this.model().periodTo === to;
  }

  protected readonly choiceOf = (row: PrintRunRow) => ({
    id: row.id,
    label: this.runName(row.title, row.number),
    detail: this.transloco.translate('royalties.closings.runDetail', {
      date: row.date ? formatDate(row.date, this.locale.tag()) : '',
      copies: formatNumber(row.quantity ?? 0, this.locale.tag()),
    }),
  });

  protected runName(title: string, number: number): string {
    return this.transloco.translate('royalties.closings.runName', { title, number });
  }

  protected save(event: Event): void {
    event.preventDefault();
    void this.editing.save();
  }
}

function bodyOf({ kind, periodFrom, periodTo, printRunId, paymentDate }: ClosingDraft): ClosingInput {
  return kind === 'period'
    ? { kind, periodFrom, periodTo, paymentDate }
    : { kind, printRunId: printRunId ?? 0, paymentDate };
}
