import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ContractAlert } from '@colophon/api-client';
import { Icon } from '@colophon/ui/icon';
import { formatNumber, Locale } from '@colophon/ui/locale';
import { DateText, Money } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';

/** What falls due, lapses or asks for a decision, each a line; with its contract where there are several. */
@Component({
  selector: 'co-alert-list',
  imports: [DateText, Icon, Money, RouterLink, TranslocoPipe],
  template: `
    <ul>
      @for (alert of alerts(); track $index) {
        <li [class.late]="alert.isLate">
          <ui-icon [name]="alert.isLate ? 'alert' : 'calendar'" />
          <span class="what">
            @if (named()) {
              <a [routerLink]="['/contrats', alert.contractId]">{{ alert.reference }}</a>
              <span class="serif"> {{ alert.work }} </span>
            }
            {{
              'contracts.alertKinds.' + alert.kind | transloco: { label: alert.label, copies: copies(alert.copiesSold) }
            }}
            @if (alert.amount; as amount) {
              <ui-money [value]="amount" />
            }
          </span>
          @if (alert.date; as date) {
            <span class="soft"><ui-date [value]="date" /></span>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    li {
      display: flex;
      gap: 8px;
      align-items: baseline;
      padding: 6px 0;
      border-bottom: 1px solid var(--rule);
    }

    .what {
      flex: 1;
    }

    ui-icon {
      flex: none;
      align-self: center;
      color: var(--due);
    }

    .late ui-icon {
      color: var(--late);
    }
  `,
})
export class AlertList {
  readonly alerts = input.required<readonly ContractAlert[]>();
  /** Say which contract each is about. */
  readonly named = input(false);
  private readonly locale = inject(Locale);
  protected readonly copies = (count: number | null) => formatNumber(count ?? 0, this.locale.tag());
}
