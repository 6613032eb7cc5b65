import { Component, input } from '@angular/core';
import type { Address } from '@colophon/api-client';

/** An address as on an envelope. */
@Component({
  selector: 'co-address-lines',
  template: `
    @let at = address();
    @if (at.line1) {
      {{ at.line1 }}<br />
    }
    @if (at.line2) {
      {{ at.line2 }}<br />
    }
    {{ at.postalCode }} {{ at.city }}
    @if (at.country && at.country !== 'FR') {
      <br />{{ at.country }}
    }
  `,
})
export class AddressLines {
  readonly address = input.required<Address>();
}
