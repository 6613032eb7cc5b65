import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { ClosingResponse } from '@colophon/api-client';
import { Ask } from '@colophon/ui/dialog';
import { Icon } from '@colophon/ui/icon';
import { Locale, formatDate, formatMoney, formatNumber } from '@colophon/ui/locale';
import { problemOf, type Problem } from '@colophon/ui/problem';
import { Section } from '@colophon/ui/record';
import { RunPage } from '@colophon/ui/run';
import { Toasts } from '@colophon/ui/toast';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom, type Observable } from 'rxjs';
import { HasPermission } from '../../platform/session/has-permission';
import { ClosingApproval } from './closing-approval';
import { ClosingGaps } from './closing-gaps';
import { ClosingReview } from './closing-review';
import { ClosingStatements, closingStatements } from './closing-statements';
import { closingSteps } from './closing-steps';
import { ClosingTotalsView } from './closing-totals';

/** A closing computed as a draft: everything can be looked at, explained, computed anew or dropped, until it is closed. */
@Component({
  selector: 'co-draft-closing',
  imports: [
    ClosingApproval,
    ClosingGaps,
    ClosingReview,
    ClosingStatements,
    ClosingTotalsView,
    HasPermission,
    Icon,
    RunPage,
    Section,
    TranslocoPipe,
  ],
  templateUrl: './draft-closing.html',
  styles: `
    .notice {
      margin-bottom: 16px;
    }
  `,
})
export class DraftClosing {
  readonly closing = input.required<ClosingResponse>();
  readonly name = input.required<string>();
  readonly changed = output<ClosingResponse>();
  protected readonly statements = closingStatements('draft', () => this.closing());
  private readonly http = inject(HttpClient);
  private readonly ask = inject(Ask);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly locale = inject(Locale);
  private readonly transloco = inject(TranslocoService);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly steps = computed(() => this.locale.lang() && closingSteps(this.transloco));
  protected readonly unexplained = computed(() => this.closing().totals.unexplainedGaps);
  protected readonly lede = computed(() =>
    this.say('draftLede', { date: formatDate(this.closing().paymentDate, this.locale.tag(), 'long') }),
  );

  protected async recompute(): Promise<void> {
    await this.act(this.http.post<ClosingResponse>(this.url('/recompute'), {}), 'recomputed');
  }

  protected async drop(): Promise<void> {
    const sure = await this.ask.confirm({
      title: this.say('dropTitle', { name: this.name() }),
      text: this.say('dropText'),
      act: this.say('drop'),
      danger: true,
    });
    if (!sure) return;
    await this.run(async () => {
      await firstValueFrom(this.http.delete(this.url()));
      this.toasts.done(this.say('dropped'));
      await this.router.navigateByUrl('/droits/clotures');
    });
  }

  protected async close(): Promise<void> {
    const { totals } = this.closing();
    const values = {
      count: formatNumber(totals.statements, this.locale.tag()),
      net: formatMoney(totals.net, this.locale.tag()),
      gross: formatMoney(totals.gross, this.locale.tag()),
      date: formatDate(this.closing().paymentDate, this.locale.tag(), 'long'),
    };
    const sure = await this.ask.confirm({
      title: this.say('closeTitle', { name: this.name() }),
      text: this.say('closeText'),
      consequences: [totals.statements === 1 ? 'number' : 'numbers', 'frozen', 'facts', 'documents'].map((key) =>
        this.say(`consequences.${key}`, values),
      ),
      act: this.say('close'),
    });
    if (sure) await this.act(this.http.post<ClosingResponse>(this.url('/close'), {}), 'closedNow');
  }

  private async act(request: Observable<ClosingResponse>, done: string): Promise<void> {
    await this.run(async () => {
      this.changed.emit(await firstValueFrom(request));
      this.toasts.done(this.say(done));
    });
  }

  /** A refusal stays on the page; the draft that the API computed anew meanwhile takes the place of the old one. */
  private async run(work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await work();
    } catch (error) {
      const problem = problemOf(error);
      this.problem.set(problem);
      if (problem.status === 409) await this.readAgain();
    } finally {
      this.busy.set(false);
    }
  }

  private async readAgain(): Promise<void> {
    const fresh = await firstValueFrom(this.http.get<ClosingResponse>(this.url())).catch(() => null);
    if (fresh) this.changed.emit(fresh);
  }

  private url(act = ''): string {
    return `/api/closings/${this.closing().id}${act}`;
  }

  private say(key: string, values: Readonly<Record<string, string>> = {}): string {
    return this.transloco.translate(`royalties.closings.${key}`, values);
  }
}
