import { Component, input } from '@angular/core';

/** An account with its name, and the person it is kept for. */
@Component({
  selector: 'co-account-name',
  template: `
    <span class="number">{{ line().accountNumber }}</span>
    <span class="soft">{{ line().subledgerLabel ?? line().accountLabel }}</span>
  `,
  styles: `
    .number {
      font-feature-settings: 'tnum';
      margin-inline-end: 8px;
    }
  `,
})
export class AccountName {
  readonly line = input.required<{
    readonly accountNumber: string;
    readonly accountLabel: string;
    readonly subledgerLabel: string | null;
  }>();
}
