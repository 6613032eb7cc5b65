import { Component, input } from '@angular/core';
import type { EditionStockResponse } from '@colophon/api-client';
import { Icon } from '@colophon/ui/icon';
import { Quantity } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';
import { SignedQuantity } from './signed-quantity';

/** opening + printed − sold + returned − free − destroyed ± counted = closing, a line each, with its gap if it has one. */
@Component({
  selector: 'co-stock-equation',
  imports: [Icon, Quantity, SignedQuantity, TranslocoPipe],
  template: `
    <table class="plain">
      <caption class="visually-hidden">
        {{
          'stock.equation.title' | transloco
        }}
      </caption>
      <tbody>
        @for (step of stock().steps; track step.kind) {
          <tr>
            <th scope="row">{{ 'stock.equation.steps.' + step.kind | transloco }}</th>
            <td class="amount"><co-signed-quantity [value]="step.copies" /></td>
          </tr>
        }
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{{ 'stock.equation.closing' | transloco }}</th>
          <td class="amount strong"><ui-quantity [value]="stock().closing" /></td>
        </tr>
      </tfoot>
    </table>
    @if (stock().gap !== 0) {
      <p class="gap" role="status">
        <ui-icon name="alert" />{{ 'stock.equation.gap' | transloco }} <co-signed-quantity [value]="stock().gap" />
      </p>
    } @else {
      <p class="balanced small"><ui-icon name="check" />{{ 'stock.equation.balanced' | transloco }}</p>
    }
  `,
  styles: `
    tfoot :is(th, td) {
      border-top: 1px solid var(--rule-strong);
      border-bottom: 0;
      color: var(--ink);
    }

    .gap,
    .balanced {
      display: flex;
      gap: 6px;
      align-items: center;
      color: var(--done);
    }

    .gap {
      color: var(--late);
    }
  `,
})
export class StockEquation {
  readonly stock = input.required<EditionStockResponse>();
}
