import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ClosingResponse, StatementPage } from '@colophon/api-client';
import { problemOf } from '@colophon/ui/problem';
import { Section } from '@colophon/ui/record';
import { Status } from '@colophon/ui/status';
import { Toasts } from '@colophon/ui/toast';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

const MOST = 200;

/** The statements of a draft whose stock does not balance, each with the reason that will be printed on it. */
@Component({
  selector: 'co-closing-gaps',
  imports: [RouterLink, Section, Status, TranslocoPipe],
  templateUrl: './closing-gaps.html',
  styleUrl: './closing-gaps.css',
})
export class ClosingGaps {
  readonly closing = input.required<ClosingResponse>();
  readonly saved = output<ClosingResponse>();
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  protected readonly saving = signal(false);
  /** What was typed, by statement; what is not typed is as the API has it. */
  private readonly typed = signal<Readonly<Record<number, string>>>({});
  private readonly page = httpResource<StatementPage>(() => ({
    url: '/api/statements',
    params: {
      closingId: this.closing().id,
      hasGap: 'true',
      limit: MOST,
      sort: 'contributor',
    },
  }));
  protected readonly rows = computed(() => (this.page.hasValue() ? this.page.value().items : []));
  protected readonly changed = computed(() =>
    this.rows().filter((row) => this.reasonOf(row.id, row.gapReason).trim() !== (row.gapReason ?? '')),
  );

  protected reasonOf(id: number, kept: string | null): string {
    return this.typed()[id] ?? kept ?? '';
  }

  protected type(id: number, text: string): void {
    this.typed.update((typed) => ({ ...typed, [id]: text }));
  }

  /** One reason for all that have none: a house that begins has the same everywhere. */
  protected copyFirst(): void {
    const rows = this.rows();
    const reason = rows.map((row) => this.reasonOf(row.id, row.gapReason)).find((text) => text.trim() !== '');
    if (!reason) return;
    const empty = rows.filter((row) => this.reasonOf(row.id, row.gapReason).trim() === '');
    this.typed.update((typed) => ({ ...typed, ...Object.fromEntries(empty.map((row) => [row.id, reason])) }));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const reasons = this.changed()
      .map((row) => ({ statementId: row.id, reason: this.reasonOf(row.id, row.gapReason).trim() }))
      .filter(({ reason }) => reason !== '');
    if (this.saving() || reasons.length === 0) return;
    this.saving.set(true);
    try {
      const url = `/api/closings/${this.closing().id}/gap-reasons`;
      this.saved.emit(await firstValueFrom(this.http.put<ClosingResponse>(url, { reasons })));
      this.page.reload();
      this.toasts.done(this.transloco.translate('royalties.gaps.saved'));
    } catch (error) {
      const problem = problemOf(error);
      this.toasts.failed(problem.detail ?? problem.title);
    } finally {
      this.saving.set(false);
    }
  }
}
