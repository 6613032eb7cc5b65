import { Dialog } from '@angular/cdk/dialog';
import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, numberAttribute } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { LicenceResponse, RightsIncomeRow } from '@colophon/api-client';
import { Ask } from '@colophon/ui/dialog';
import { History } from '@colophon/ui/history';
import { Icon } from '@colophon/ui/icon';
import { Locale } from '@colophon/ui/locale';
import { ProblemNotice, problemOf } from '@colophon/ui/problem';
import { Detail, Fact, RecordHeader, Section } from '@colophon/ui/record';
import { Status } from '@colophon/ui/status';
import { Toasts } from '@colophon/ui/toast';
import { DateText, Money } from '@colophon/ui/values';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { PageTitle } from '../../platform/i18n/page-title';
import { HasPermission } from '../../platform/session/has-permission';
import { Session } from '../../platform/session/session';
import { CancelDialog, type CancelRequest } from './cancel-dialog';
import { CashDialog } from './cash-dialog';
import { MEANING_OF_FACT, MEANING_OF_LICENCE, countryNames, factState, licenceState } from './income';

/** One licence: what was sold to whom, what it has paid, and whether the authors know. */
@Component({
  selector: 'co-licence-page',
  imports: [
    ...[DateText, Detail, Fact, HasPermission, History, Icon, Money, ProblemNotice, RecordHeader, RouterLink],
    ...[Section, Status, TranslocoPipe],
  ],
  templateUrl: './licence-page.html',
  styleUrl: './licence-page.css',
  host: { class: 'page' },
})
export class LicencePage {
  readonly id = input.required({ transform: numberAttribute });
  protected readonly record = httpResource<LicenceResponse>(() => `/api/rights-licences/${this.id()}`);
  private readonly ask = inject(Ask);
  private readonly dialog = inject(Dialog);
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly locale = inject(Locale);
  private readonly toasts = inject(Toasts);
  private readonly today = inject(Session).today();
  private readonly transloco = inject(TranslocoService);
  protected readonly meanings = MEANING_OF_LICENCE;
  protected readonly factMeanings = MEANING_OF_FACT;
  protected readonly factOf = factState;
  protected readonly state = computed(() =>
    this.record.hasValue() ? licenceState(this.record.value(), this.today) : 'running',
  );
  protected readonly countries = computed(() =>
    countryNames(this.record.hasValue() ? this.record.value().territories : [], this.locale.lang()),
  );

  constructor() {
    const title = inject(PageTitle);
    effect(() => this.record.hasValue() && title.set(this.record.value().reference));
  }

  protected cash(licence: LicenceResponse): void {
    this.open(CashDialog, licence);
  }

  protected takeBack({ id, licensee, net }: RightsIncomeRow): void {
    this.open(CancelDialog, {
      url: `/api/rights-income/${id}/cancel`,
      name: licensee,
      amount: net,
    } satisfies CancelRequest);
  }

  /** Notes that the authors were told of it today. */
  protected async told({
    id,
    income: _income,
    cashed: _cashed,
    title: _title,
    ...licence
  }: LicenceResponse): Promise<void> {
    await this.act(this.http.put(`/api/rights-licences/${id}`, { ...licence, authorInformedOn: this.today }));
  }

  protected async remove({ id, reference }: LicenceResponse): Promise<void> {
    const say = (key: string) => this.transloco.translate(`income.licences.${key}`, { reference });
    if (!(await this.ask.confirm({ title: say('removeTitle'), act: say('remove'), danger: true }))) return;
    if (await this.act(this.http.delete(`/api/rights-licences/${id}`)))
      void this.router.navigateByUrl('/droits/cessions');
  }

  private open(component: typeof CashDialog | typeof CancelDialog, data: object): void {
    this.dialog
      .open<unknown>(component as typeof CashDialog, { data, backdropClass: 'veil' })
      .closed.subscribe((done) => done !== undefined && this.record.reload());
  }

  private async act(request: ReturnType<HttpClient['put']>): Promise<boolean> {
    try {
      await firstValueFrom(request);
      this.record.reload();
      return true;
    } catch (error) {
      const { title, detail } = problemOf(error);
      this.toasts.failed(detail ?? title);
      return false;
    }
  }
}
