import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EuroAmount, MonthOfTaxesResponse, TaxReturnResponse } from '@colophon/api-client';
import { Locale } from '@colophon/ui/locale';
import { ProblemNotice } from '@colophon/ui/problem';
import { Section } from '@colophon/ui/record';
import { DateText, Money } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '../../platform/session/session';
import { DeclarationHead, filesOf } from './declaration-head';

/** What the house owes the Treasury for authors, month by month. */
@Component({
  selector: 'co-tax-return',
  imports: [DateText, DeclarationHead, Money, ProblemNotice, RouterLink, Section, TranslocoPipe],
  templateUrl: './tax-return.html',
  host: { class: 'page' },
  styles: `
    .scroll {
      overflow-x: auto;
    }
  `,
})
export class TaxReturn {
  readonly annee = input<string>();
  private readonly session = inject(Session);
  private readonly locale = inject(Locale);
  protected readonly year = computed(() => Number(this.annee() ?? this.session.today().slice(0, 4)));
  protected readonly files = computed(() => [
    ...named('3310-A', filesOf('vat', { year: this.year() })),
    ...named('2494', filesOf('withholding-tax', { year: this.year() })),
  ]);
  protected readonly made = httpResource<TaxReturnResponse>(() => `/api/declarations/taxes?year=${this.year()}`);
  /** VAT withheld, and VAT on what is bought abroad where there is any. */
  protected readonly columns = ['vatBase', 'vatWithheld', 'reverseChargeBase', 'reverseChargeVat'] as const;
  protected readonly vatMonths = computed(() =>
    this.months(({ vatBase, reverseChargeBase }) => [vatBase, reverseChargeBase]),
  );
  protected readonly taxed = computed(() =>
    (this.made.hasValue() ? this.made.value().months : []).flatMap(({ from, taxDueOn, taxed }) =>
      taxed.map((row) => ({ ...row, from, taxDueOn })),
    ),
  );

  protected monthName(day: string): string {
    return new Intl.DateTimeFormat(this.locale.tag(), { month: 'long', timeZone: 'UTC' }).format(new Date(day));
  }

  /** Those with something to declare. */
  private months(of: (month: MonthOfTaxesResponse) => EuroAmount[]): MonthOfTaxesResponse[] {
    const all = this.made.hasValue() ? this.made.value().months : [];
    return all.filter((month) => of(month).some(({ amount }) => amount !== '0.00'));
  }
}

function named(form: string, files: ReturnType<typeof filesOf>) {
  return files.map(({ label, href }) => ({ label: `${form} ${label}`, href }));
}
