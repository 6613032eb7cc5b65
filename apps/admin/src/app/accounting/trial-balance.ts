import { httpResource } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import type { TrialBalanceResponse } from '@colophon/api-client';
import { Field } from '@colophon/ui/fields';
import { ProblemNotice } from '@colophon/ui/problem';
import { Money } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '../platform/session/session';
import { AccountName } from './account-name';
import { Side } from './side';

/** What each account comes to on a day; what is owed to authors, person by person. */
@Component({
  selector: 'co-trial-balance',
  imports: [AccountName, Field, Money, ProblemNotice, Side, TranslocoPipe],
  templateUrl: './trial-balance.html',
  styles: `
    .day {
      max-width: 200px;
      margin-bottom: 16px;
    }

    .scroll {
      overflow-x: auto;
    }
  `,
  host: { class: 'page' },
})
export class TrialBalance {
  protected readonly to = signal(inject(Session).today());
  protected readonly balance = httpResource<TrialBalanceResponse>(() => ({
    url: '/api/accounting/balance',
    params: { to: this.to() },
  }));

  protected setDay(event: Event): void {
    const day = (event.target as HTMLInputElement).value;
    if (day) this.to.set(day);
  }
}
