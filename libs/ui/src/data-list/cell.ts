import { Component, Directive, TemplateRef, computed, inject, input } from '@angular/core';
import { DateText, IsbnText, Money, Percent, Quantity } from '@colophon/ui/values';
import type { Column } from './list-options';

/** A cell of one's own: `<ng-template uiCell="status" let-row>…</ng-template>` inside `<ui-data-list>`. */
@Directive({ selector: 'ng-template[uiCell]' })
export class CellTemplate {
  readonly uiCell = input.required<string>();
  readonly template = inject<TemplateRef<{ $implicit: unknown }>>(TemplateRef);
}

/** A value written as its column's kind asks. */
@Component({
  selector: 'ui-cell',
  imports: [DateText, IsbnText, Money, Percent, Quantity],
  template: `
    @switch (column().kind) {
      @case ('money') {
        <ui-money [value]="text()" />
      }
      @case ('quantity') {
        <ui-quantity [value]="text()" />
      }
      @case ('percent') {
        <ui-percent [value]="text()" />
      }
      @case ('date') {
        <ui-date [value]="text()" />
      }
      @case ('isbn') {
        <ui-isbn [value]="text()" />
      }
      @default {
        {{ text() ?? '—' }}
      }
    }
  `,
})
export class Cell {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a column knows its own rows
  readonly column = input.required<Column<any>>();
  readonly row = input.required<unknown>();
  protected readonly text = computed(() => {
    const value = this.column().value(this.row());
    return value === null || value === undefined || value === '' ? null : String(value);
  });
}
