import { Component, computed, inject, input } from '@angular/core';
import { formatNumber, Locale } from '@colophon/ui/locale';

/** Copies with their sign: « +2 000 », « −12 ». */
@Component({
  selector: 'co-signed-quantity',
  template: `{{ text() }}`,
  styles: `
    :host {
      white-space: nowrap;
    }
  `,
})
export class SignedQuantity {
  readonly value = input.required<number>();
  private readonly locale = inject(Locale);
  protected readonly text = computed(() => {
    const value = this.value();
    const digits = formatNumber(Math.abs(value), this.locale.tag());
    return value === 0 ? digits : `${value > 0 ? '+' : '−'}${digits}`;
  });
}
