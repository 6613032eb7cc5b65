import { httpResource } from '@angular/common/http';
import { Component, input } from '@angular/core';
import { Icon } from '@colophon/ui/icon';
import { ProblemNotice } from '@colophon/ui/problem';
import { DateText } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';

interface Change {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

interface HistoryEntry {
  readonly id: number;
  readonly at: string;
  readonly actor: string;
  readonly action: 'insert' | 'update' | 'delete';
  readonly changes: readonly Change[];
}

const FEW = 6;

/** Who changed what on a record, newest first. `entity` is the table's name: "point_of_sale". */
@Component({
  selector: 'ui-history',
  imports: [DateText, Icon, ProblemNotice, TranslocoPipe],
  templateUrl: './history.html',
  styleUrl: './history.css',
})
export class History {
  readonly entity = input.required<string>();
  readonly id = input.required<number | string>();
  /** Gives the reader's word for a field; by default the field's own name, spaced. */
  readonly fieldLabel = input<(field: string) => string>((field) => field.replaceAll('_', ' '));
  protected readonly few = FEW;
  protected readonly entries = httpResource<{ items: HistoryEntry[] }>(
    () => `/api/history/${this.entity()}/${this.id()}`,
  );

  protected text(value: unknown): string {
    if (value === null || value === undefined || value === '') return '—';
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  }
}
