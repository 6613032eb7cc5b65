import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PaymentResponse } from '@colophon/api-client';
import { Section } from '@colophon/ui/record';
import { Status } from '@colophon/ui/status';
import { Money } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';
import { PaymentItems } from '../made/payment-items';
import { PAYMENT_MEANINGS } from '../meanings';

/** The payments of a run, one a payee, each with its items. */
@Component({
  selector: 'co-run-payments',
  imports: [Money, PaymentItems, RouterLink, Section, Status, TranslocoPipe],
  template: `
    <ui-section [heading]="'payments.runs.payments' | transloco: { count: payments().length }">
      <dl class="totals">
        <div>
          <dt>{{ 'payments.gross' | transloco }}</dt>
          <dd><ui-money [value]="gross()" /></dd>
        </div>
        <div>
          <dt>{{ 'payments.net' | transloco }}</dt>
          <dd><ui-money [value]="net()" /></dd>
        </div>
      </dl>
      @for (payment of payments(); track payment.contributorId) {
        <details [open]="payments().length < 4">
          <summary>
            <span class="strong">{{ payment.payeeName }}</span>
            <span class="small soft">{{ payment.ibanMasked }}</span>
            @if (payment.id && payment.status !== 'planned') {
              <ui-status
                [meaning]="meanings[payment.status]"
                [label]="'payments.statuses.' + payment.status | transloco"
              />
            }
            <span class="amount strong"><ui-money [value]="payment.net" /></span>
          </summary>
          @if (payment.id) {
            <a [routerLink]="['/droits/paiements/versements', payment.id]">{{ 'payments.made.open' | transloco }}</a>
          }
          <co-payment-items [items]="payment.items" />
        </details>
      }
    </ui-section>
  `,
  styles: `
    .totals {
      display: flex;
      gap: 32px;
      margin: 0 0 12px;
    }

    dt {
      font-size: var(--text-s);
      color: var(--ink-faint);
    }

    dd {
      margin: 0;
      font-size: var(--text-l);
      font-weight: var(--strong);
    }

    details {
      border-bottom: 1px solid var(--rule);
    }

    summary {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 16px;
      align-items: center;
      padding: 8px 0;
      cursor: pointer;
    }

    summary .amount {
      margin-left: auto;
    }
  `,
})
export class RunPayments {
  readonly payments = input.required<readonly PaymentResponse[]>();
  readonly gross = input.required<string>();
  readonly net = input.required<string>();
  protected readonly meanings = PAYMENT_MEANINGS;
}
