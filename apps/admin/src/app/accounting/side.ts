import { Component, input } from '@angular/core';
import { Money } from '@colophon/ui/values';

/** One side of a line: its amount, or nothing where the line is on the other side. */
@Component({
  selector: 'co-side',
  imports: [Money],
  template: `
    @if (amount() !== '0.00') {
      <ui-money [value]="amount()" />
    }
  `,
})
export class Side {
  /** Euros, "12.50". */
  readonly amount = input.required<string>();
}
