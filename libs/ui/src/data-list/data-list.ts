import { BreakpointObserver } from '@angular/cdk/layout';
import { NgTemplateOutlet } from '@angular/common';
import {
  Component,
  ElementRef,
  TemplateRef,
  computed,
  contentChild,
  contentChildren,
  inject,
  input,
  linkedSignal,
  viewChild,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import { Icon } from '@colophon/ui/icon';
import { ProblemNotice } from '@colophon/ui/problem';
import { Quantity } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';
import { map } from 'rxjs';
import { Cell, CellTemplate } from './cell';
import { ListBar } from './list-bar';
import { ListEnd } from './list-end';
import { isFigure, type Column } from './list-options';
import type { ListSource } from './list-source';

interface Identified {
  readonly id: number;
}

/**
 * A server-side list. Slots: `<ng-template uiCell="key" let-row>` for a cell of one's own, `<ng-template #bulk let-ids>`
 * for acts on the selection, `<ng-template #empty>` for what an empty list teaches.
 * Keys: `/` search, `j` `k` rows, `x` select, Enter open, `n` new.
 */
@Component({
  selector: 'ui-data-list',
  imports: [Cell, Icon, ListBar, ListEnd, NgTemplateOutlet, ProblemNotice, Quantity, RouterLink, TranslocoPipe],
  templateUrl: './data-list.html',
  styleUrl: './data-list.css',
  host: { '(document:keydown)': 'key($event)' },
})
export class DataList {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the page's columns know its rows
  readonly source = input.required<ListSource<any>>();
  /** The list's name for assistive technology: « Points de vente ». */
  readonly label = input.required<string>();
  readonly searchLabel = input.required<string>();
  /** Where `n` goes; null when the reader may not create. */
  readonly newLink = input<string | null>(null);

  protected readonly cells = contentChildren(CellTemplate);
  protected readonly bulk = contentChild<TemplateRef<{ $implicit: number[] }>>('bulk');
  protected readonly empty = contentChild<TemplateRef<unknown>>('empty');
  protected readonly bar = viewChild.required(ListBar);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly router = inject(Router);

  protected readonly narrow = toSignal(
    inject(BreakpointObserver)
      .observe('(max-width: 599px)')
      .pipe(map((state) => state.matches)),
    { initialValue: false },
  );
  protected readonly rows = computed<readonly Identified[]>(() => this.source().rows());
  protected readonly selected = linkedSignal<unknown, ReadonlySet<number>>({
    source: () => this.source().params(),
    computation: () => new Set<number>(),
  });
  protected readonly selectedIds = computed(() => [...this.selected()]);
  protected readonly all = computed(() => this.rows().length > 0 && this.selected().size === this.rows().length);
  protected readonly ends = computed(() =>
    this.source()
      .columns()
      .filter((column) => column.narrow === 'end'),
  );
  protected readonly metas = computed(() =>
    this.source()
      .columns()
      .slice(1)
      .filter((column) => (column.narrow ?? 'meta') === 'meta'),
  );
  protected readonly skeletons = Array.from({ length: 12 }, (_, at) => 40 + ((at * 37) % 45));
  protected readonly isFigure = isFigure;
  protected readonly valueOf = (total: unknown): string => String(total);

  /** Empties the selection, once a bulk act is done. */
  clearSelection(): void {
    this.selected.set(new Set());
  }

  protected templateOf(column: Column<unknown>): TemplateRef<{ $implicit: unknown }> | undefined {
    return this.cells().find((cell) => cell.uiCell() === column.key)?.template;
  }

  protected ariaSort(key: string): 'ascending' | 'descending' | null {
    if (this.source().sort() === key) return 'ascending';
    return this.source().sort() === `-${key}` ? 'descending' : null;
  }

  protected select(id: number): void {
    const next = new Set(this.selected());
    if (!next.delete(id)) next.add(id);
    this.selected.set(next);
  }

  protected selectAll(): void {
    this.selected.set(this.all() ? new Set() : new Set(this.rows().map((row) => row.id)));
  }

  protected key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const act = {
      '/': () => this.bar().focus(),
      n: () => this.create(),
      j: () => this.step(1),
      k: () => this.step(-1),
      x: () => this.mark(),
    }[event.key];
    if (!act || document.querySelector('.cdk-overlay-pane:not(:empty)')) return;
    event.preventDefault();
    act();
  }

  private create(): void {
    const link = this.newLink();
    if (link) void this.router.navigateByUrl(link);
  }

  /** `j` and `k` move the real focus from name to name, so that Enter follows the link by itself. */
  private step(by: 1 | -1): void {
    const links = this.links();
    const at = this.rowAt();
    const next = links[at < 0 ? 0 : Math.min(Math.max(at + by, 0), links.length - 1)];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  }

  private mark(): void {
    const row = this.rows()[this.rowAt()];
    if (row && this.bulk()) this.select(row.id);
  }

  private rowAt(): number {
    const row = document.activeElement?.closest('[data-row]');
    return row ? [...this.host.nativeElement.querySelectorAll('[data-row]')].indexOf(row) : -1;
  }

  private links(): HTMLElement[] {
    return [...this.host.nativeElement.querySelectorAll<HTMLElement>('[data-row] a.name')];
  }
}

function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=checkbox]), textarea, select'))
  );
}
