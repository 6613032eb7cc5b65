import { Component, computed, input } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { Field, PercentInput, QuantityInput } from '@colophon/ui/fields';
import { Icon } from '@colophon/ui/icon';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ClauseDraft } from './clause-draft';

/** What counts, and what does not, of the copies of a clause: exclusions and a common rate, or the reserve for returns. */
@Component({
  selector: 'co-copies-fields',
  imports: [Field, FormField, Icon, PercentInput, QuantityInput, TranslocoPipe],
  templateUrl: './copies-fields.html',
  styles: `
    :host {
      display: block;
    }

    .form-grid {
      margin-top: 12px;
    }

    .shares {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      align-items: flex-end;
    }

    .shares ui-field {
      flex: 0 0 110px;
    }

    .shares .own {
      flex: 0 1 220px;
    }
  `,
})
export class CopiesFields {
  readonly at = input.required<FieldTree<ClauseDraft>>();
  protected readonly value = computed(() => this.at()().value());

  protected addShare(): void {
    this.setShares([...this.value().poolShares, '']);
  }

  protected removeShare(at: number): void {
    const shares = this.value().poolShares.filter((_, other) => other !== at);
    if (Number(this.value().poolIndex) >= shares.length) this.at().poolIndex().value.set('0');
    this.setShares(shares);
  }

  private setShares(shares: string[]): void {
    const state = this.at().poolShares();
    state.value.set(shares);
    state.markAsDirty();
  }
}
