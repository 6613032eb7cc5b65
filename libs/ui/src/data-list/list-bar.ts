import { CdkMenu, CdkMenuItem, CdkMenuItemCheckbox, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, DestroyRef, ElementRef, computed, inject, input, linkedSignal, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Icon } from '@colophon/ui/icon';
import { TranslocoPipe } from '@jsverse/transloco';
import { Subject, debounceTime } from 'rxjs';
import type { Filter, FilterOption } from './list-options';
import type { ListSource } from './list-source';

/** Above the rows: search as one types, filters as sentences, and how the list is shown and exported. */
@Component({
  selector: 'ui-list-bar',
  imports: [CdkMenu, CdkMenuItem, CdkMenuItemCheckbox, CdkMenuTrigger, Icon, TranslocoPipe],
  templateUrl: './list-bar.html',
  styleUrl: './list-bar.css',
})
export class ListBar {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- shows any list's controls, never its rows
  readonly source = input.required<ListSource<any>>();
  readonly searchLabel = input.required<string>();
  protected readonly typed = linkedSignal(() => this.source().query());
  protected readonly chips = computed(() =>
    (this.source().options.filters ?? []).filter((filter) => this.source().filters()[filter.key]),
  );
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  private readonly keystrokes = new Subject<string>();

  constructor() {
    this.keystrokes
      .pipe(debounceTime(150), takeUntilDestroyed(inject(DestroyRef)))
      .subscribe((text) => this.source().search(text));
  }

  focus(): void {
    this.box().nativeElement.focus();
    this.box().nativeElement.select();
  }

  protected type(text: string): void {
    this.typed.set(text);
    this.keystrokes.next(text);
  }

  protected has(filter: Filter, value: string): boolean {
    return this.source().filters()[filter.key]?.includes(value) ?? false;
  }

  protected toggle(filter: Filter, value: string): void {
    const now = this.source().filters()[filter.key] ?? [];
    const without = now.filter((other) => other !== value);
    const next = this.has(filter, value) ? without : filter.single ? [value] : [...now, value];
    this.source().filter(filter.key, next);
  }

  protected chosen(filter: Filter): FilterOption[] {
    return filter.options.filter((option) => this.has(filter, option.value));
  }
}
