import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, numberAttribute, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ImportResponse, ImportStarted } from '@colophon/api-client';
import { Ask } from '@colophon/ui/dialog';
import { Icon } from '@colophon/ui/icon';
import { Locale } from '@colophon/ui/locale';
import { ProblemNotice, problemOf, type Problem } from '@colophon/ui/problem';
import { Progress } from '@colophon/ui/progress';
import { Section } from '@colophon/ui/record';
import { RunPage } from '@colophon/ui/run';
import { Status } from '@colophon/ui/status';
import { Toasts } from '@colophon/ui/toast';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { BringFiles } from './bring-files';
import { DropFiles } from './drop-files';
import { ImportIssues } from './import-issues';
import { importSteps } from './import-steps';
import { ImportTables, type ChosenKind } from './import-tables';
import { meaningOf, type ImportStatus } from './import-words';

const stepOf: Readonly<Record<ImportStatus, string>> = {
  checking: 'check',
  refused: 'check',
  ready: 'apply',
  applying: 'apply',
  applied: 'done',
  undone: 'done',
};

/** An import from its check to its end: what was understood, what is to be mended, apply, undo. */
@Component({
  selector: 'co-import-page',
  imports: [
    DropFiles,
    Icon,
    ImportIssues,
    ImportTables,
    ProblemNotice,
    Progress,
    RouterLink,
    RunPage,
    Section,
    Status,
    TranslocoPipe,
  ],
  providers: [BringFiles],
  templateUrl: './import-page.html',
  styleUrl: './import-page.css',
})
export class ImportPage {
  readonly id = input.required({ transform: numberAttribute });
  private readonly http = inject(HttpClient);
  private readonly ask = inject(Ask);
  private readonly toasts = inject(Toasts);
  private readonly locale = inject(Locale);
  protected readonly transloco = inject(TranslocoService);
  protected readonly bringing = inject(BringFiles);
  protected readonly record = httpResource<ImportResponse>(() => `/api/imports/${this.id()}`);
  /** Kept while it is read again, so that the page does not blink. */
  protected readonly import = linkedSignal<ImportResponse | undefined, ImportResponse | undefined>({
    source: () => (this.record.hasValue() ? this.record.value() : undefined),
    computation: (read, before) => read ?? (before?.value?.id === this.id() ? before.value : undefined),
  });
  protected readonly steps = computed(() => this.locale.lang() && importSteps(this.transloco));
  protected readonly step = computed(() => stepOf[this.import()?.status ?? 'checking']);
  protected readonly running = computed(() => ['checking', 'applying'].includes(this.import()?.status ?? ''));
  protected readonly acting = signal(false);
  protected readonly problem = signal<Problem | undefined>(undefined);
  protected readonly meaningOf = meaningOf;

  protected again({ fileId, kind }: ChosenKind): Promise<void> {
    return this.act(() => this.send('check', { files: [{ fileId, kind }] }));
  }

  protected async apply(): Promise<void> {
    await this.act(() => this.send('apply', {}));
  }

  protected async undo(): Promise<void> {
    const translate = (key: string): string => this.transloco.translate(`exchange.undo.${key}`);
    const sure = await this.ask.confirm({
      title: translate('title'),
      text: translate('text'),
      consequences: [translate('consequence')],
      act: translate('act'),
      danger: true,
    });
    if (!sure) return;
    await this.act(async () => {
      await firstValueFrom(this.http.post(`/api/imports/${this.id()}/undo`, {}));
      this.toasts.done(translate('done'));
    });
  }

  private send(act: 'check' | 'apply', body: object): Promise<ImportStarted> {
    return firstValueFrom(this.http.post<ImportStarted>(`/api/imports/${this.id()}/${act}`, body));
  }

  private async act(work: () => Promise<unknown>): Promise<void> {
    if (this.acting()) return;
    this.acting.set(true);
    this.problem.set(undefined);
    try {
      await work();
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.acting.set(false);
      this.record.reload();
    }
  }
}
