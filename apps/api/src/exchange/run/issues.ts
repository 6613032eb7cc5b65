import type { Details } from '../../platform/problems/problem';

/** Where in somebody's files something is. */
export interface Place {
  readonly importFileId: number;
  readonly sheet?: string | undefined;
  /** As the spreadsheet counts, from 1. */
  readonly row?: number | undefined;
  readonly column?: string | undefined;
  readonly value?: string | undefined;
}

/** Without a place where it is about the import as a whole. */
export interface Issue extends Partial<Place> {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly details: Details;
}

/** Everything that is wrong with an import, in the order in which it was found. */
export class Issues {
  private readonly found: Issue[] = [];
  private errorCount = 0;

  error(place: Place, code: string, details: Details = {}): void {
    this.errorCount += 1;
    this.found.push({ ...place, severity: 'error', code, details });
  }

  warn(place: Place, code: string, details: Details = {}): void {
    this.found.push({ ...place, severity: 'warning', code, details });
  }

  get errors(): number {
    return this.errorCount;
  }

  get warnings(): number {
    return this.found.length - this.errorCount;
  }

  /** As people read their files: by file, sheet, row; what was found first comes first. */
  inOrder(): readonly Issue[] {
    const before = (a: Issue, b: Issue): number =>
      (a.importFileId ?? 0) - (b.importFileId ?? 0) ||
      (a.sheet ?? '').localeCompare(b.sheet ?? '') ||
      (a.row ?? 0) - (b.row ?? 0);
    return [...this.found].sort(before);
  }
}
