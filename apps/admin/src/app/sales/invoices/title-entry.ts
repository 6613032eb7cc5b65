import { httpResource } from '@angular/common/http';
import {
  Component,
  ElementRef,
  computed,
  effect,
  linkedSignal,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import type { EditionPage, EditionRow } from '@colophon/api-client';
import { isEan13, isIsbn, parseEan13, parseIsbn } from '@colophon/domain/identifiers';
import { Money } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';
import { debounceTime } from 'rxjs';
import type { Entry } from './invoice-draft';

type Found = Omit<Entry, 'quantity'>;

const LIMIT = 8;

/** The thirteen digits of an ISBN or a bar code, or undefined for anything else, a title say. */
function codeOf(text: string): string | undefined {
  if (isIsbn(text)) return parseIsbn(text);
  return isEan13(text) ? parseEan13(text) : undefined;
}

/**
 * Where books are scanned or typed: a code or a few letters, Enter, a quantity, Enter. A scanner that goes on scanning
 * into the quantity adds one copy of the book before and takes up the next.
 */
@Component({
  selector: 'co-title-entry',
  imports: [Money, TranslocoPipe],
  templateUrl: './title-entry.html',
  styleUrl: './title-entry.css',
})
export class TitleEntry {
  readonly added = output<Entry>();
  protected readonly typed = signal('');
  protected readonly quantity = signal('1');
  protected readonly found = signal<Found | null>(null);
  protected readonly open = signal(false);
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  private readonly count = viewChild.required<ElementRef<HTMLInputElement>>('count');

  private readonly asked = toSignal(toObservable(this.typed).pipe(debounceTime(120)), { initialValue: '' });
  private readonly answer = httpResource<EditionPage>(() =>
    this.open() && this.asked().trim().length > 1 && !codeOf(this.asked())
      ? { url: '/api/editions', params: { q: this.asked().trim(), archived: 'false', limit: LIMIT } }
      : undefined,
  );
  /** Only those of what is typed now: Enter must never take a book of the letters before. */
  protected readonly choices = computed(() =>
    this.open() && this.asked() === this.typed() && this.answer.hasValue() ? this.answer.value().items : [],
  );
  protected readonly active = linkedSignal({ source: () => this.choices(), computation: () => 0 });

  /** Enter came before the answer: the first book is taken when it is there. */
  private readonly awaited = signal(false);

  constructor() {
    effect(() => {
      if (this.awaited() && this.choices().length > 0) untracked(() => this.settle());
    });
  }

  focus(): void {
    this.box().nativeElement.focus();
  }

  protected type(text: string): void {
    this.typed.set(text);
    this.awaited.set(false);
    this.found.set(null);
    this.open.set(true);
  }

  protected leave(): void {
    this.awaited.set(false);
    this.open.set(false);
  }

  protected key(event: KeyboardEvent): void {
    const choices = this.choices();
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (choices.length) this.active.update((at) => (at + step + choices.length) % choices.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.settle();
    } else if (event.key === 'Escape' && this.open()) {
      event.stopPropagation();
      this.open.set(false);
    }
  }

  protected choose(row: EditionRow): void {
    this.take({ editionId: row.id, isbn: row.isbn13 ?? row.ean ?? '', title: row.title }, row.title);
  }

  protected countKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const next = codeOf(this.quantity());
    if (next) this.write(this.typed(), '1');
    this.add();
    if (next) this.take({ editionId: null, isbn: next, title: '' }, next);
  }

  /** Adds what was found, and is ready for the next book. */
  protected add(): void {
    if (!this.found()) this.settle();
    const found = this.found();
    const quantity = /^[1-9]\d{0,5}$/.test(this.quantity().trim()) ? Number(this.quantity()) : null;
    if (!found || quantity === null) return;
    this.added.emit({ ...found, quantity });
    this.found.set(null);
    this.write('', '1');
    this.focus();
  }

  /** From what is typed to one book: its code, or the choice pointed at. */
  private settle(): void {
    const code = codeOf(this.typed());
    const choice = this.choices()[this.active()];
    if (code) this.take({ editionId: null, isbn: code, title: '' }, this.typed());
    else if (choice) this.choose(choice);
    else this.awaited.set(this.open() && this.typed().trim().length > 1);
  }

  private take(found: Found, shown: string): void {
    this.awaited.set(false);
    this.found.set(found);
    this.write(shown, this.quantity());
    this.open.set(false);
    const count = this.count().nativeElement;
    count.focus();
    // Once more after the page's round, unless a figure has been typed by then: it would be written over.
    setTimeout(() => count.selectionStart === 0 && count.select());
  }

  /** Straight into the boxes too: a scanner is faster than the page's next round, which would see nothing to change. */
  private write(typed: string, quantity: string): void {
    this.typed.set(typed);
    this.quantity.set(quantity);
    this.box().nativeElement.value = typed;
    this.count().nativeElement.value = quantity;
  }
}
