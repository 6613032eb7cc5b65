import { HttpClient, httpResource } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import type { DeclarationThresholdPage, TreatyRatePage, TreatyRateResponse } from '@colophon/api-client';
import { ProblemNotice } from '@colophon/ui/problem';
import { Section } from '@colophon/ui/record';
import { Status } from '@colophon/ui/status';
import { DateText, Money, Percent } from '@colophon/ui/values';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { HasPermission } from '../../platform/session/has-permission';

/** What treaties leave to France, and from when on the yearly return names somebody. */
@Component({
  selector: 'co-treaty-rates',
  imports: [DateText, HasPermission, Money, Percent, ProblemNotice, Section, Status, TranslocoPipe],
  templateUrl: './treaty-rates.html',
})
export class TreatyRates {
  private readonly http = inject(HttpClient);
  private readonly transloco = inject(TranslocoService);
  protected readonly treaties = httpResource<TreatyRatePage>(() => '/api/treaty-rates');
  protected readonly thresholds = httpResource<DeclarationThresholdPage>(() => '/api/das2-thresholds');
  protected readonly problem = signal<unknown>(undefined);

  protected countryOf(code: string): string {
    return new Intl.DisplayNames(this.transloco.getActiveLang(), { type: 'region' }).of(code) ?? code;
  }

  protected async verify({ id, ...treaty }: TreatyRateResponse): Promise<void> {
    try {
      await firstValueFrom(this.http.put(`/api/treaty-rates/${id}`, { ...treaty, verified: true }));
      this.problem.set(undefined);
      this.treaties.reload();
    } catch (error) {
      this.problem.set(error);
    }
  }
}
