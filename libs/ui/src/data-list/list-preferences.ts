import { signal } from '@angular/core';
import type { Column } from './list-options';

interface Kept {
  readonly hidden?: readonly string[];
  readonly compact?: boolean;
}

/** The reader's choice of columns and density for one list, kept on this machine. */
export class ListPreferences {
  readonly hidden = signal<ReadonlySet<string>>(new Set());
  readonly compact = signal(false);

  constructor(
    private readonly name: string,
    columns: readonly Column<never>[],
  ) {
    const kept = this.read();
    const usual = columns.filter((column) => column.optional).map((column) => column.key);
    this.hidden.set(new Set(kept.hidden ?? usual));
    this.compact.set(kept.compact ?? false);
  }

  toggleColumn(key: string): void {
    const next = new Set(this.hidden());
    if (!next.delete(key)) next.add(key);
    this.hidden.set(next);
    this.keep();
  }

  toggleCompact(): void {
    this.compact.update((compact) => !compact);
    this.keep();
  }

  private keep(): void {
    const kept: Kept = { hidden: [...this.hidden()], compact: this.compact() };
    try {
      localStorage.setItem(`colophon.list.${this.name}`, JSON.stringify(kept));
    } catch {
      // Storage refused: the choice lasts as long as the page.
    }
  }

  private read(): Kept {
    try {
      return (JSON.parse(localStorage.getItem(`colophon.list.${this.name}`) ?? '{}') ?? {}) as Kept;
    } catch {
      return {};
    }
  }
}
