import { Component, computed, inject, input } from '@angular/core';
import { formatDate, formatMoment, formatMoney, formatNumber, formatPercent, Locale } from '@colophon/ui/locale';
import { Copyable } from './copyable';
import { hyphenateIsbn } from './isbn-text';

const quiet = `:host { white-space: nowrap; }`;

/** An amount of the wire ("1234.5") in the reader's language: "1 234,50 €". */
@Component({ selector: 'ui-money', template: `{{ text() }}`, styles: quiet })
export class Money {
  readonly value = input.required<string | null | undefined>();
  /** Decimal places at most: 6 for an unrounded unit price. */
  readonly digits = input(2);
  private readonly locale = inject(Locale);
  protected readonly text = computed(() => {
    const value = this.value();
    return value ? formatMoney(value, this.locale.tag(), this.digits()) : '—';
  });
}

/** A count of copies or lines. */
@Component({ selector: 'ui-quantity', template: `{{ text() }}`, styles: quiet })
export class Quantity {
  readonly value = input.required<number | string | null | undefined>();
  private readonly locale = inject(Locale);
  protected readonly text = computed(() => {
    const value = this.value();
    return value === null || value === undefined || value === '' ? '—' : formatNumber(value, this.locale.tag());
  });
}

/** A rate of the wire, in percent ("5.5"). */
@Component({ selector: 'ui-percent', template: `{{ text() }}`, styles: quiet })
export class Percent {
  readonly value = input.required<string | null | undefined>();
  private readonly locale = inject(Locale);
  protected readonly text = computed(() => {
    const value = this.value();
    return value ? formatPercent(value, this.locale.tag()) : '—';
  });
}

/** A calendar date (`YYYY-MM-DD`) or a moment (ISO timestamp, `moment` set). */
@Component({
  selector: 'ui-date',
  template: `@if (value(); as iso) {
      <time [attr.datetime]="iso">{{ text() }}</time>
    } @else {
      —
    }`,
  styles: quiet,
})
export class DateText {
  readonly value = input.required<string | null | undefined>();
  readonly shape = input<'short' | 'long' | 'moment'>('short');
  private readonly locale = inject(Locale);
  protected readonly text = computed(() => {
    const value = this.value() ?? '';
    const shape = this.shape();
    return shape === 'moment' ? formatMoment(value, this.locale.tag()) : formatDate(value, this.locale.tag(), shape);
  });
}

/** An ISBN with its hyphens; a click copies the thirteen digits. */
@Component({
  selector: 'ui-isbn',
  imports: [Copyable],
  template: `@if (value(); as isbn) {
      <ui-copyable [text]="text()" [copies]="isbn" />
    } @else {
      —
    }`,
  styles: quiet,
})
export class IsbnText {
  readonly value = input.required<string | null | undefined>();
  protected readonly text = computed(() => hyphenateIsbn(this.value() ?? ''));
}
