import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DueStatements, DueStatementsResponse } from '@colophon/api-client';
import { Locale, formatDate } from '@colophon/ui/locale';
import { Section } from '@colophon/ui/record';
import { Status } from '@colophon/ui/status';
import { DateText } from '@colophon/ui/values';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { HasPermission } from '../../platform/session/has-permission';

const SOON_DAYS = 60;

/** Statements that are due and not issued, with the last day that the law allows; nothing where all is stated. */
@Component({
  selector: 'co-due-statements',
  imports: [DateText, HasPermission, RouterLink, Section, Status, TranslocoPipe],
  template: `
    @if (items().length > 0) {
      <ui-section [heading]="'royalties.due.title' | transloco" [lede]="'royalties.due.lede' | transloco">
        <ul>
          @for (item of items(); track item.periodTo) {
            <li>
              <ui-status [meaning]="meaning(item)" [label]="left(item)" />
              <span class="what">{{ told(item) }}</span>
              <span class="soft">
                {{ 'royalties.due.deadline' | transloco }} <ui-date [value]="item.deadline" shape="long" />
              </span>
              <a
                *hasPermission="'royalties.close'"
                class="button"
                routerLink="/droits/clotures/nouvelle"
                [queryParams]="{ au: item.periodTo }"
                >{{ 'royalties.due.start' | transloco }}</a
              >
            </li>
          }
        </ul>
      </ui-section>
    }
  `,
  styles: `
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }

    li {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 16px;
      align-items: center;
      padding: 8px 0;
      border-top: 1px solid var(--rule);
    }

    .what {
      flex: 1 1 20ch;
    }
  `,
})
export class DueStatementsView {
  private readonly transloco = inject(TranslocoService);
  private readonly locale = inject(Locale);
  private readonly due = httpResource<DueStatementsResponse>(() => '/api/statements-due');
  protected readonly items = computed(() => (this.due.hasValue() ? this.due.value().items : []));

  protected meaning({ daysLeft }: DueStatements): 'late' | 'due' | 'neutral' {
    if (daysLeft < 0) return 'late';
    return daysLeft <= SOON_DAYS ? 'due' : 'neutral';
  }

  protected left({ daysLeft }: DueStatements): string {
    const key = daysLeft < 0 ? 'late' : 'daysLeft';
    return this.transloco.translate(`royalties.due.${key}`, { count: Math.abs(daysLeft) });
  }

  protected told({ contracts, periodTo, frequencies }: DueStatements): string {
    const parts = frequencies.map(({ frequency, contracts: count }) =>
      this.transloco.translate(`royalties.due.frequencies.${frequency}`, { count }),
    );
    const date = formatDate(periodTo, this.locale.tag(), 'long');
    return this.transloco.translate('royalties.due.told', { count: contracts, date, parts: parts.join(', ') });
  }
}
