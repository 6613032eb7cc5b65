import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import type { TaxAlertPage } from '@colophon/api-client';
import { Icon } from '@colophon/ui/icon';
import { Locale, formatDate } from '@colophon/ui/locale';
import { TranslocoPipe } from '@jsverse/transloco';

/** What stands in the way of paying this person rightly. */
@Component({
  selector: 'co-tax-alerts',
  imports: [Icon, TranslocoPipe],
  template: `
    @for (alert of own(); track alert.kind) {
      <p class="notice due">
        <ui-icon name="alert" />
        <span>{{ 'tax.alerts.' + alert.kind | transloco: { date: alert.date } }}</span>
      </p>
    }
  `,
})
export class TaxAlerts {
  readonly contributorId = input.required<number>();
  private readonly locale = inject(Locale);
  private readonly page = httpResource<TaxAlertPage>(() => '/api/contributors/tax-alerts');
  protected readonly own = computed(() =>
    (this.page.hasValue() ? this.page.value().items : [])
      .filter((alert) => alert.contributorId === this.contributorId())
      .map((alert) => ({ kind: alert.kind, date: alert.until ? formatDate(alert.until, this.locale.tag()) : '' })),
  );
}
