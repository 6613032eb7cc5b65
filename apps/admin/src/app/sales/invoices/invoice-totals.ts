import { Component, input } from '@angular/core';
import type { InvoiceVatResponse } from '@colophon/api-client';
import { Money, Percent, Quantity } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';

/** The sums that the API made, as they stand at the foot of an invoice. */
export interface Sums {
  readonly copies: number;
  readonly vat: readonly InvoiceVatResponse[];
  readonly totalExclVat: string;
  readonly totalVat: string;
  readonly totalInclVat: string;
}

@Component({
  selector: 'co-invoice-totals',
  imports: [Money, Percent, Quantity, TranslocoPipe],
  template: `
    @let total = sums();
    <dl>
      <dt>{{ 'sales.invoices.copies' | transloco }}</dt>
      <dd><ui-quantity [value]="total?.copies" /></dd>
      <dt>{{ 'sales.invoices.totalExclVat' | transloco }}</dt>
      <dd><ui-money [value]="total?.totalExclVat" /></dd>
      @for (rate of total?.vat ?? []; track rate.rate) {
        <dt>
          {{ 'sales.invoices.totalVat' | transloco }} <ui-percent [value]="rate.rate" />&ngsp;
          <span class="small faint">{{ 'sales.invoices.vatOn' | transloco }} <ui-money [value]="rate.base" /></span>
          @if (rate.exemption) {
            <span class="small faint exemption">{{ rate.exemption }}</span>
          }
        </dt>
        <dd><ui-money [value]="rate.amount" /></dd>
      }
      <dt class="grand">{{ 'sales.invoices.totalInclVat' | transloco }}</dt>
      <dd class="grand"><ui-money [value]="total?.totalInclVat" /></dd>
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: 1fr auto;
      gap: 6px 0;
      margin: 0;
    }

    dd {
      margin: 0;
      padding-left: 16px;
      text-align: right;
    }

    dt {
      color: var(--ink-soft);
    }

    .exemption {
      display: block;
    }

    .grand {
      padding-top: 6px;
      border-top: 1px solid var(--ink-soft);
      color: var(--ink);
      font-size: var(--text-l);
      font-weight: var(--strong);
    }
  `,
})
export class InvoiceTotals {
  readonly sums = input.required<Sums | null | undefined>();
}
