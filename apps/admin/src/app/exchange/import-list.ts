import { httpResource } from '@angular/common/http';
import { Component, computed, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ImportPage, ImportRowResponse } from '@colophon/api-client';
import { Icon } from '@colophon/ui/icon';
import { ProblemNotice } from '@colophon/ui/problem';
import { Section } from '@colophon/ui/record';
import { Status } from '@colophon/ui/status';
import { DateText } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';
import { meaningOf } from './import-words';
import { Templates } from './templates';

/** The imports of the house, newest first. */
@Component({
  selector: 'co-import-list',
  imports: [DateText, Icon, ProblemNotice, RouterLink, Section, Status, Templates, TranslocoPipe],
  templateUrl: './import-list.html',
  styleUrl: './import-list.css',
  host: { class: 'page' },
})
export class ImportList {
  private readonly cursor = signal<string | null>(null);
  protected readonly page = httpResource<ImportPage>(() => {
    const cursor = this.cursor();
    return cursor === null ? '/api/imports' : `/api/imports?cursor=${cursor}`;
  });
  /** The pages read so far. */
  private readonly rows = linkedSignal<ImportPage | undefined, readonly ImportRowResponse[]>({
    source: () => (this.page.hasValue() ? this.page.value() : undefined),
    computation: (page, before) => [...(before?.value ?? []), ...(page?.items ?? [])],
  });
  protected readonly imports = computed(() => this.rows());
  protected readonly next = computed(() => (this.page.hasValue() ? this.page.value().nextCursor : null));
  protected readonly meaningOf = meaningOf;

  protected more(cursor: string): void {
    this.cursor.set(cursor);
  }
}
