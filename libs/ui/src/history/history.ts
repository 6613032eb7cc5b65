import { httpResource } from '@angular/common/http';
import { Component, inject, input } from '@angular/core';
import { Icon } from '@colophon/ui/icon';
import { ProblemNotice } from '@colophon/ui/problem';
import { DateText } from '@colophon/ui/values';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';

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
  private readonly transloco = inject(TranslocoService);
  protected readonly few = FEW;
  protected readonly entries = httpResource<{ items: HistoryEntry[] }>(
    () => `/api/history/${this.entity()}/${this.id()}`,
  );

  /** The reader's word for a column, `ui.history.fields.<column>`; a column without one is shown by its name. */
  protected fieldLabel(field: string): string {
    const key = `ui.history.fields.${field}`;
    const label = this.transloco.translate(key);
    return label === key ? field.replaceAll('_', ' ') : label;
  }

  protected text(value: unknown): string {
    if (value === null || value === undefined || value === '') return '—';
    if (value === 'true' || value === 'false') return this.transloco.translate(`ui.history.${value}`);
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  }
}
