import { httpResource } from '@angular/common/http';
import { Component, inject, input } from '@angular/core';
import { Icon } from '@colophon/ui/icon';
import { Locale } from '@colophon/ui/locale';
import { ProblemNotice } from '@colophon/ui/problem';
import { DateText } from '@colophon/ui/values';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { toldValue, type Speech } from './told-value';

interface Change {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
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
  private readonly locale = inject(Locale);
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

  protected text(column: string, value: string | null): string {
    return toldValue(column, value, this.entity(), { tag: this.locale.tag(), say: this.say });
  }

  private readonly say: Speech['say'] = (key, values) => {
    const word: unknown = this.transloco.translate(key, values);
    return typeof word === 'string' && word !== key ? word : undefined;
  };
}
