import { Component, input } from '@angular/core';
import type { ClosingTotals as Totals } from '@colophon/api-client';
import { Money, Quantity } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';

const AMOUNTS = ['earned', 'adjustments', 'recouped', 'carriedOut', 'gross', 'net'] as const;

/** What a closing comes to. */
@Component({
  selector: 'co-closing-totals',
  imports: [Money, Quantity, TranslocoPipe],
  template: `
    <dl>
      <div>
        <dt>{{ 'royalties.closings.statements' | transloco }}</dt>
        <dd><ui-quantity [value]="totals().statements" /></dd>
      </div>
      @for (key of amounts; track key) {
        <div [class.main]="key === 'net'">
          <dt>{{ 'royalties.' + key | transloco }}</dt>
          <dd><ui-money [value]="totals()[key]" /></dd>
        </div>
      }
    </dl>
  `,
  styles: `
    dl {
      display: flex;
      flex-wrap: wrap;
      gap: 1px;
      border: 1px solid var(--rule);
      background: var(--rule);
    }

    div {
      flex: 1 1 128px;
      padding: 8px 12px;
      background: var(--paper-raised);
    }

    dt {
      font-size: var(--text-s);
      color: var(--ink-faint);
    }

    dd {
      font-size: var(--text-l);
      font-weight: var(--strong);
    }

    .main {
      background: var(--paper-sunk);
    }
  `,
})
export class ClosingTotalsView {
  readonly totals = input.required<Totals>();
  protected readonly amounts = AMOUNTS;
}
