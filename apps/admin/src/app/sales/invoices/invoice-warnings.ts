import { Component, input } from '@angular/core';
import type { InvoiceWarning } from '@colophon/api-client';
import { Icon } from '@colophon/ui/icon';

/** What to know before an invoice is issued, in the API's words. */
@Component({
  selector: 'co-invoice-warnings',
  imports: [Icon],
  template: `
    @for (warning of warnings(); track warning.pointer + warning.code) {
      <p class="notice" [class.late]="warning.blocking" [class.due]="!warning.blocking" role="status">
        <ui-icon [name]="warning.blocking ? 'stop' : 'alert'" />
        <span>{{ warning.detail }}</span>
      </p>
    }
  `,
  styles: `
    .notice {
      margin-top: 8px;
    }
  `,
})
export class InvoiceWarnings {
  readonly warnings = input.required<readonly InvoiceWarning[]>();
}
