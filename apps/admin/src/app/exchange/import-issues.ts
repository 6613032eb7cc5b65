import { HttpClient } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import type { ImportIssuePage, ImportIssueResponse } from '@colophon/api-client';
import { Icon } from '@colophon/ui/icon';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

interface RowOfIssues {
  readonly row: number | null;
  readonly issues: readonly ImportIssueResponse[];
}

interface FileOfIssues {
  readonly name: string;
  readonly rows: readonly RowOfIssues[];
}

/** What is to be mended, by file and row as people find it in their spreadsheet. */
@Component({
  selector: 'co-import-issues',
  imports: [Icon, TranslocoPipe],
  templateUrl: './import-issues.html',
  styleUrl: './import-issues.css',
})
export class ImportIssues {
  private readonly http = inject(HttpClient);
  readonly importId = input.required<number>();
  readonly severity = input.required<'error' | 'warning'>();
  private readonly issues = signal<readonly ImportIssueResponse[]>([]);
  protected readonly next = signal<string | null>(null);
  protected readonly loading = signal(false);
  protected readonly files = computed(() => byFile(this.issues()));

  constructor() {
    effect(() => {
      const [importId, severity] = [this.importId(), this.severity()];
      untracked(() => {
        this.issues.set([]);
        void this.load(importId, severity, null);
      });
    });
  }

  protected more(cursor: string): Promise<void> {
    return this.load(this.importId(), this.severity(), cursor);
  }

  private async load(importId: number, severity: string, cursor: string | null): Promise<void> {
    this.loading.set(true);
    const url = `/api/imports/${importId}/issues?limit=100&severity=${severity}${cursor === null ? '' : `&cursor=${cursor}`}`;
    const page = await firstValueFrom(this.http.get<ImportIssuePage>(url)).catch(() => null);
    this.loading.set(false);
    if (!page) return;
    this.issues.update((before) => [...before, ...page.items]);
    this.next.set(page.nextCursor);
  }
}

function byFile(issues: readonly ImportIssueResponse[]): FileOfIssues[] {
  const nameOf = ({ fileName, sheet }: ImportIssueResponse): string => [fileName, sheet].filter(Boolean).join(' · ');
  return runsOf(issues, nameOf).map(([name, ofFile]) => ({
    name,
    rows: runsOf(ofFile, ({ row }) => row).map(([row, ofRow]) => ({ row, issues: ofRow })),
  }));
}

/** What stands together under one key: the API gives issues in the order of the files and their rows. */
function runsOf<T, K>(items: readonly T[], keyOf: (item: T) => K): [K, T[]][] {
  const runs: [K, T[]][] = [];
  for (const item of items) {
    const last = runs.at(-1);
    if (last && last[0] === keyOf(item)) last[1].push(item);
    else runs.push([keyOf(item), [item]]);
  }
  return runs;
}
