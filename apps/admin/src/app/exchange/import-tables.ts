import { Component, input, output } from '@angular/core';
import type { ImportFileResponse, ImportResponse, ImportTableResponse } from '@colophon/api-client';
import { Quantity } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';
import { fileKinds, type FileKind } from './import-words';

export interface ChosenKind {
  readonly fileId: number;
  readonly kind: FileKind | null;
}

/** What was understood of each file: kind, encoding, columns, and what its rows would do. */
@Component({
  selector: 'co-import-tables',
  imports: [Quantity, TranslocoPipe],
  templateUrl: './import-tables.html',
  styleUrl: './import-tables.css',
})
export class ImportTables {
  readonly import = input.required<ImportResponse>();
  /** Kinds may be chosen while nothing is applied. */
  readonly canChoose = input(false);
  readonly chosen = output<ChosenKind>();
  protected readonly kinds = fileKinds;
  protected readonly counts = ['created', 'changed', 'unchanged', 'refused'] as const;

  protected choose(fileId: number, event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.chosen.emit({ fileId, kind: fileKinds.find((kind) => kind === value) ?? null });
  }

  protected fileOf(table: ImportTableResponse): ImportFileResponse | undefined {
    return this.import().files.find(({ id }) => id === table.fileId);
  }

  protected separatorOf(table: ImportTableResponse): string {
    return { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'bar' }[table.delimiter ?? ''] ?? '';
  }

  protected ignored(table: ImportTableResponse): number {
    return table.columns.filter(({ header, field }) => header !== '' && field === null).length;
  }
}
