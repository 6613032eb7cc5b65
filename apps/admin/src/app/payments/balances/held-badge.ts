import { Component, computed, input } from '@angular/core';
import type { ContractBalanceRow } from '@colophon/api-client';
import { Status } from '@colophon/ui/status';
import { DateText } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';
import { HELD_MEANINGS } from '../meanings';

/** How long a threshold has held a balance, and whether the law's six months are near. */
@Component({
  selector: 'co-held-badge',
  imports: [DateText, Status, TranslocoPipe],
  template: `
    @if (state() !== 'none') {
      <ui-status [meaning]="meaning()" [label]="'payments.heldStates.' + state() | transloco" />
      @if (since(); as day) {
        <span class="small soft">{{ 'payments.since' | transloco }} <ui-date [value]="day" /></span>
      }
    }
  `,
  styles: `
    .small {
      margin-left: 6px;
    }
  `,
})
export class HeldBadge {
  readonly state = input.required<ContractBalanceRow['heldState']>();
  readonly since = input<string | null>(null);
  protected readonly meaning = computed(() => HELD_MEANINGS[this.state()]);
}
