import { HttpClient, httpResource } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OfferedYear, WithholdingRatePage } from '@colophon/api-client';
import { Icon } from '@colophon/ui/icon';
import { ProblemNotice } from '@colophon/ui/problem';
import { Status } from '@colophon/ui/status';
import { Toasts } from '@colophon/ui/toast';
import { DateText, Money, Percent } from '@colophon/ui/values';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { HasPermission } from '../../platform/session/has-permission';
import { MORE_FIGURES, RATE_FIGURES } from './rate';
import { TreatyRates } from './treaty-rates';

/** The accountant's dated table of what is withheld from authors. */
@Component({
  selector: 'co-rate-list',
  imports: [
    DateText,
    HasPermission,
    Icon,
    Money,
    Percent,
    ProblemNotice,
    RouterLink,
    Status,
    TranslocoPipe,
    TreatyRates,
  ],
  templateUrl: './rate-list.html',
  styleUrl: './rate-list.css',
  host: { class: 'page' },
})
export class RateList {
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  protected readonly page = httpResource<WithholdingRatePage>(() => '/api/withholding-rates');
  protected readonly figures = RATE_FIGURES;
  protected readonly moreFigures = MORE_FIGURES;
  protected readonly problem = signal<unknown>(undefined);
  protected readonly isConfirming = signal(false);

  /** One click: last year's rates, as they are, for the year that has none. */
  protected async confirm({ year }: OfferedYear): Promise<void> {
    this.isConfirming.set(true);
    try {
      await firstValueFrom(this.http.post('/api/withholding-rates/confirm-year', { year }));
      this.problem.set(undefined);
      this.toasts.done(this.transloco.translate('rates.confirmed', { year }));
      this.page.reload();
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.isConfirming.set(false);
    }
  }
}
