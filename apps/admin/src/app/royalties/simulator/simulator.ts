import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { FormField, form } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import type {
  ContractPage,
  ContractResponse,
  EditionResponse,
  EditionRow,
  SimulationResponse,
} from '@colophon/api-client';
import { Chart } from '@colophon/ui/chart';
import { Explained } from '@colophon/ui/explain';
import { Field, MoneyInput, Picker, QuantityInput, type Choice } from '@colophon/ui/fields';
import { Icon } from '@colophon/ui/icon';
import { Locale, formatNumber } from '@colophon/ui/locale';
import { problemOf } from '@colophon/ui/problem';
import { Section } from '@colophon/ui/record';
import { DateText, Money, hyphenateIsbn } from '@colophon/ui/values';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { debounceTime } from 'rxjs';
import { Session } from '../../platform/session/session';
import { injectExplainWriter } from '../explain/explain-writer';
import { blankTerms, chartOf, explainSimulation, requestOf, termsOf, type SimulatorDraft } from './simulation';
import { TermsFields } from './terms-fields';

const TYPING_MS = 200;

/** Another price, run, tiers, sales or receipts, and at once what the author and the house make of it. Nothing is saved. */
@Component({
  selector: 'co-simulator',
  imports: [
    ...[Chart, DateText, Explained, Field, FormField, Icon, Money, MoneyInput, Picker, QuantityInput, RouterLink],
    ...[Section, TermsFields, TranslocoPipe],
  ],
  templateUrl: './simulator.html',
  styleUrl: './simulator.css',
  host: { class: 'page' },
})
export class Simulator {
  /** `?edition=12&contrat=3`: where a title's or a contract's page leads here. */
  readonly edition = input<string>();
  readonly contrat = input<string>();
  private readonly locale = inject(Locale);
  private readonly transloco = inject(TranslocoService);
  private readonly writer = injectExplainWriter();
  protected readonly today = inject(Session).today();

  protected readonly model = signal<SimulatorDraft>({
    ...{ origin: 'edition', editionId: null, contractId: '', retailPriceInclVat: '', run: 1000, sold: null },
    ...{ returned: null, receipts: '', rightsIncome: '', date: '', terms: [], advance: '', social: 'withheld' },
  });
  protected readonly form = form(this.model);
  private readonly chosen = computed(() => this.model().editionId);
  private readonly named = httpResource<EditionResponse>(() => {
    const id = this.chosen();
    return id === null ? undefined : `/api/editions/${id}`;
  });
  protected readonly editionName = computed(() =>
    this.named.hasValue() ? (this.named.value().title ?? this.named.value().workTitle) : '',
  );
  private readonly found = httpResource<ContractPage>(() =>
    this.named.hasValue()
      ? { url: '/api/contracts', params: { workId: this.named.value().workId, limit: 200 } }
      : undefined,
  );
  protected readonly contracts = computed(() => (this.found.hasValue() ? this.found.value().items : []));
  /** By itself, so that typing elsewhere does not ask for the contract again. */
  private readonly contractUrl = computed(() => {
    const { origin, contractId } = this.model();
    return origin === 'edition' && contractId ? `/api/contracts/${contractId}` : undefined;
  });
  private readonly contract = httpResource<ContractResponse>(() => this.contractUrl());

  private readonly asked = computed(() => requestOf(this.model()));
  private readonly settled = toSignal(toObservable(this.asked).pipe(debounceTime(TYPING_MS)));
  protected readonly answer = httpResource<SimulationResponse>(() => {
    const body = this.settled();
    return body ? { url: '/api/royalties/simulate', method: 'POST', body } : undefined;
  });
  /** The last answer stays while the next is on its way. */
  protected readonly result = linkedSignal<SimulationResponse | undefined, SimulationResponse | undefined>({
    source: () => (this.answer.hasValue() ? this.answer.value() : undefined),
    computation: (now, before) => now ?? (this.asked() && !this.answer.error() ? before?.value : undefined),
  });
  protected readonly sums = computed(() => {
    const result = this.result();
    const contract = this.contract.hasValue() ? this.contract.value() : undefined;
    return result && explainSimulation(result, { writer: this.writer(), contract });
  });
  protected readonly chart = computed(() => {
    const result = this.result();
    const tag = this.locale.tag();
    const say = (key: string) => this.transloco.translate(`simulator.${key}`);
    return result ? chartOf(result, { say, number: (value) => formatNumber(value, tag) }) : null;
  });
  protected readonly refusal = computed(() => {
    const error = this.answer.error();
    if (!error) return '';
    const { detail, title, errors } = problemOf(error);
    return errors?.[0]?.detail ?? detail ?? title;
  });

  constructor() {
    effect(() => {
      const edition = Number(this.edition()) || null;
      const contractId = this.contrat() ?? '';
      untracked(() => this.model.update((draft) => ({ ...draft, editionId: edition, contractId })));
    });
    // A contract chosen brings its terms; a blank one begins with a common clause.
    effect(() => {
      const contract = this.contract.hasValue() ? this.contract.value() : undefined;
      const { origin, editionId } = { origin: this.form.origin().value(), editionId: this.chosen() };
      const terms = origin === 'blank' ? [blankTerms()] : contract ? termsOf(contract, editionId) : [];
      untracked(() => this.model.update((draft) => ({ ...draft, terms })));
    });
  }

  protected readonly choiceOf = ({ id, title, isbn13, contributors }: EditionRow): Choice => ({
    ...{ id, label: title },
    detail: [contributors, isbn13 && hyphenateIsbn(isbn13)].filter(Boolean).join(' · '),
  });

  /** Another edition has other contracts. */
  protected editionChosen(): void {
    this.model.update((draft) => ({ ...draft, contractId: '' }));
  }

  protected addClause(): void {
    this.model.update((draft) => ({ ...draft, terms: [...draft.terms, blankTerms('netReceipts')] }));
  }
}
