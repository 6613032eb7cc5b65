import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { FormField, form, required, validate } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type {
  ClosingInput,
  ClosingPage,
  ClosingResponse,
  ContractResponse,
  DueStatementsResponse,
  PrintRunResponse,
  PrintRunRow,
} from '@colophon/api-client';
import { Field, Picker } from '@colophon/ui/fields';
import { editing } from '@colophon/ui/form-page';
import { Icon } from '@colophon/ui/icon';
import { Locale, formatDate, formatNumber } from '@colophon/ui/locale';
import { RunPage } from '@colophon/ui/run';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { Session } from '../../platform/session/session';
import { CheckList } from './check-list';
import { closingSteps } from './closing-steps';
import { suggestPeriods, type Period } from './periods';

interface ClosingDraft {
  kind: ClosingInput['kind'];
  periodFrom: string;
  periodTo: string;
  printRunId: number | null;
  contracts: 'all' | 'due';
  paymentDate: string;
}

@Component({
  selector: 'co-new-closing',
  imports: [CheckList, Field, FormField, Icon, Picker, RouterLink, RunPage, TranslocoPipe],
  templateUrl: './new-closing.html',
  styleUrl: './new-closing.css',
})
export class NewClosing {
  /** From the address: the run to close, as the page that accepted it gives it. */
  readonly tirage = input<string>();
  /** The terminated contract whose final statement is to be made. */
  readonly contrat = input<string>();
  /** The last day of the period to close, as the page of what is due gives it. */
  readonly au = input<string>();
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

  protected readonly ended = httpResource<ContractResponse>(() => {
    const id = this.contrat();
    return id ? `/api/contracts/${id}` : undefined;
  });
  private readonly due = httpResource<DueStatementsResponse>(() => '/api/statements-due');
  /** What is due on the last day that is typed. */
  protected readonly dueThen = computed(() => this.dueOn(this.model().periodTo));

  protected readonly model = linkedSignal<ClosingDraft>(() => ({
    kind: this.contrat() ? 'termination' : this.tirage() ? 'print-run' : 'period',
    periodFrom: '',
    periodTo: '',
    contracts: 'all',
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
    save: (draft) => firstValueFrom(this.http.post<ClosingResponse>('/api/closings', this.bodyOf(draft))),
    saved: ({ id }) => void this.router.navigate(['/droits/clotures', id]),
  });

  /** What the check-list is about, once all of it is chosen. */
  protected readonly chosenClosing = computed(() => (this.form().valid() ? this.bodyOf(this.model()) : null));
  protected readonly free = signal(true);

  constructor() {
    effect(() => {
      const wanted = this.due.hasValue() && this.due.value().items.find(({ periodTo }) => periodTo === this.au());
      if (wanted && untracked(() => this.model().periodTo) !== wanted.periodTo) {
        this.model.update((draft) => ({ ...draft, ...periodOf(wanted), contracts: 'due' }));
      }
    });
    effect(() => {
      const [first] = this.suggestions();
      if (first && !this.au() && untracked(() => this.model().periodFrom) === '') this.choose(first);
    });
  }

  /** A yearly contract is not stated at each half-year unless somebody asks for it. */
  protected choose({ from, to }: Period): void {
    const contracts = this.dueOn(to) ? 'due' : 'all';
    this.model.update((draft) => ({ ...draft, periodFrom: from, periodTo: to, contracts }));
  }

  private dueOn(day: string) {
    const items = this.due.hasValue() ? this.due.value().items : [];
    return items.find(({ periodTo }) => periodTo === day);
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

  private bodyOf({ kind, periodFrom, periodTo, printRunId, contracts, paymentDate }: ClosingDraft): ClosingInput {
    if (kind === 'print-run') return { kind, printRunId: printRunId ?? 0, paymentDate };
    if (kind === 'termination') return { kind, contractId: Number(this.contrat()), paymentDate };
    return { kind, periodFrom, periodTo, paymentDate, ...(contracts === 'due' ? { contracts } : {}) };
  }
}

const periodOf = ({ periodFrom, periodTo }: { periodFrom: string; periodTo: string }) => ({ periodFrom, periodTo });
