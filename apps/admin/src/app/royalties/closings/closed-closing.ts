import { httpResource } from '@angular/common/http';
import { Component, computed, input, signal } from '@angular/core';
import type { ClosingResponse, TaskResponse } from '@colophon/api-client';
import { History } from '@colophon/ui/history';
import { Icon } from '@colophon/ui/icon';
import { Progress } from '@colophon/ui/progress';
import { Fact, RecordHeader, Section } from '@colophon/ui/record';
import { Status } from '@colophon/ui/status';
import { DateText, Money } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';
import { ClosingMails } from './closing-mails';
import { ClosingStatements, closingStatements } from './closing-statements';
import { ClosingTotalsView } from './closing-totals';
import { ClosingVerification } from './closing-verification';

/** A closing that is done: its numbered statements, and their documents as they are made. */
@Component({
  selector: 'co-closed-closing',
  imports: [
    ClosingMails,
    ClosingStatements,
    ClosingTotalsView,
    ClosingVerification,
    DateText,
    Fact,
    History,
    Icon,
    Money,
    Progress,
    RecordHeader,
    Section,
    Status,
    TranslocoPipe,
  ],
  templateUrl: './closed-closing.html',
  styles: `
    .documents {
      max-width: 560px;
      margin-bottom: 12px;
    }
  `,
  host: { class: 'page' },
})
export class ClosedClosing {
  readonly closing = input.required<ClosingResponse>();
  readonly name = input.required<string>();
  protected readonly statements = closingStatements('closed', () => this.closing());
  /** Who did not close it may not follow its task; the documents are theirs all the same. */
  private readonly task = httpResource<TaskResponse>(() => {
    const id = this.closing().documentsTaskId;
    return id === null ? undefined : `/api/tasks/${id}`;
  });
  protected readonly ended = signal(false);
  private readonly running = computed(
    () => this.task.hasValue() && ['queued', 'running'].includes(this.task.value().status),
  );
  protected readonly failed = computed(() => this.task.hasValue() && this.task.value().status === 'failed');
  /** Stays on the page once ended, so that its end is seen. */
  protected readonly followed = computed(() =>
    this.running() || this.failed() ? this.closing().documentsTaskId : null,
  );
  protected readonly ready = computed(() => !this.running() || this.ended());
}
