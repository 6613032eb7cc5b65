import { CdkConnectedOverlay, CdkOverlayOrigin } from '@angular/cdk/overlay';
import { httpResource } from '@angular/common/http';
import {
  Component,
  ElementRef,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  model,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import type { FormValueControl } from '@angular/forms/signals';
import { Icon } from '@colophon/ui/icon';
import { TranslocoPipe } from '@jsverse/transloco';
import { debounceTime } from 'rxjs';
import { Field } from './field';

/** One record as a picker offers it. */
export interface Choice {
  readonly id: number;
  readonly label: string;
  readonly detail?: string;
}

/** One row of a list endpoint; `choiceOf` says what to show of it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- rows of any list endpoint: the page that gives `choiceOf` knows them
type Row = any;

const LIMIT = 8;

/** Chooses a record of another list by typing: the server searches, the value is the record's id (or null). */
@Component({
  selector: 'ui-picker',
  imports: [CdkConnectedOverlay, CdkOverlayOrigin, Icon, TranslocoPipe],
  templateUrl: './picker.html',
  styleUrl: './picker.css',
})
export class Picker implements FormValueControl<number | null> {
  readonly value = model<number | null>(null);
  /** The list endpoint that is searched: "/api/points-of-sale". */
  readonly url = input.required<string>();
  readonly choiceOf = input<(row: Row) => Choice>((row: Row) => ({ id: row.id, label: row.name ?? row.title }));
  /** More query parameters, to narrow the search. */
  readonly params = input<Readonly<Record<string, string>>>({});
  /** What the value already chosen is called, when the form opens on an existing record. */
  readonly chosenLabel = input('');
  readonly placeholder = input<string>();
  readonly ariaLabel = input<string>();
  readonly disabled = input(false);
  readonly required = input(false);
  readonly touch = output<void>();
  /** The record chosen, for pages that fill other fields from it. */
  readonly chosen = output<Row>();

  protected readonly field = inject(Field, { optional: true });
  protected readonly typed = linkedSignal(() => this.chosenLabel());
  protected readonly open = signal(false);
  protected readonly active = signal(0);
  protected readonly listId = `${this.field?.id ?? 'picker'}-list`;
  protected readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  private readonly asked = toSignal(toObservable(this.typed).pipe(debounceTime(120)), { initialValue: '' });
  private readonly answer = httpResource<{ items: Row[] }>(() =>
    this.open() ? { url: this.url(), params: { ...this.params(), q: this.query(), limit: LIMIT } } : undefined,
  );
  private readonly rows = linkedSignal<Row[] | undefined, Row[]>({
    source: () => (this.answer.hasValue() ? this.answer.value().items : undefined),
    computation: (rows, previous) => rows ?? previous?.value ?? [],
  });
  protected readonly choices = computed(() => this.rows().map((row) => ({ row, ...this.choiceOf()(row) })));
  protected readonly loading = computed(() => this.answer.isLoading());
  /** Whether the choices are those of what is typed now: the ones on show may still be of the letters before. */
  private readonly fresh = computed(
    () => this.asked() === this.typed() && !this.answer.isLoading() && this.answer.hasValue(),
  );
  /** Enter came before the answer: the first choice is taken when it is there, never one of an older search. */
  private readonly awaited = signal(false);

  constructor() {
    effect(() => {
      if (this.awaited() && this.fresh()) untracked(() => this.chooseActive());
    });
  }

  focus(options?: FocusOptions): void {
    this.box().nativeElement.focus(options);
  }

  protected search(text: string): void {
    this.typed.set(text);
    this.awaited.set(false);
    this.active.set(0);
    this.open.set(true);
    if (text === '' || this.value() !== null) this.value.set(null);
  }

  protected choose(choice: Choice & { row: Row }): void {
    this.value.set(choice.id);
    this.typed.set(choice.label);
    this.open.set(false);
    this.chosen.emit(choice.row);
  }

  protected leave(): void {
    this.awaited.set(false);
    this.open.set(false);
    if (this.value() === null) this.typed.set('');
    this.touch.emit();
  }

  protected key(event: KeyboardEvent): void {
    const choices = this.choices();
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (!this.open()) this.open.set(true);
      else if (choices.length) this.active.update((at) => (at + step + choices.length) % choices.length);
    } else if (event.key === 'Enter' && this.open()) {
      event.preventDefault();
      if (this.fresh()) this.chooseActive();
      else this.awaited.set(true);
    } else if (event.key === 'Escape' && this.open()) {
      event.stopPropagation();
      this.open.set(false);
    }
  }

  private chooseActive(): void {
    this.awaited.set(false);
    const choice = this.choices()[this.active()];
    if (choice) this.choose(choice);
  }

  /** The label of what is chosen is not a search: opening the list again offers everything. */
  private query(): string {
    return this.value() === null ? this.asked() : '';
  }
}
