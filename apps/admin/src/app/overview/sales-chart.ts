import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MonthAmount } from '@colophon/api-client';
import { Chart, type ChartData } from '@colophon/ui/chart';
import { Locale } from '@colophon/ui/locale';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { HasPermission } from '../platform/session/has-permission';

/** Twelve months of invoices less credit notes, as bars, with the same figures as a table one click away. */
@Component({
  selector: 'co-sales-chart',
  imports: [Chart, HasPermission, RouterLink, TranslocoPipe],
  template: `
    @if (anySale()) {
      <ui-chart [data]="data()" [label]="'overview.sales.label' | transloco" [height]="220" />
    } @else {
      <p class="soft">
        {{ 'overview.sales.none' | transloco }}
        <a *hasPermission="'sales.write'" routerLink="/ventes/factures/nouvelle">{{
          'overview.sales.invoice' | transloco
        }}</a>
      </p>
    }
  `,
})
export class SalesChart {
  readonly months = input.required<readonly MonthAmount[]>();
  private readonly locale = inject(Locale);
  private readonly transloco = inject(TranslocoService);
  protected readonly anySale = computed(() => this.months().some(({ amount }) => /[1-9]/.test(amount)));
  protected readonly data = computed<ChartData>(() => ({
    kind: 'bar',
    unit: 'money',
    labels: this.months().map(({ month }) => this.nameOf(month)),
    series: [
      {
        label: this.transloco.translate('overview.sales.series'),
        values: this.months().map(({ amount }) => amount),
      },
    ],
  }));

  private nameOf(month: string): string {
    const shape = { month: 'short', year: '2-digit', timeZone: 'UTC' } as const;
    return new Intl.DateTimeFormat(this.locale.tag(), shape).format(new Date(`${month}-01T00:00:00Z`));
  }
}
