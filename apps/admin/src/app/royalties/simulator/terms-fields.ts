import { Component, input } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { Field, MoneyInput, PercentInput, QuantityInput } from '@colophon/ui/fields';
import { Icon } from '@colophon/ui/icon';
import { TranslocoPipe } from '@jsverse/transloco';
import { SIMULATED_BASES, type TermsDraft } from './simulation';

/** The terms of one clause: its tiers, or its rate. A clause that does not exist chooses its basis too. */
@Component({
  selector: 'co-terms-fields',
  imports: [Field, FormField, Icon, MoneyInput, PercentInput, QuantityInput, TranslocoPipe],
  templateUrl: './terms-fields.html',
  styleUrl: './simulator.css',
})
export class TermsFields {
  readonly terms = input.required<FieldTree<TermsDraft>>();
  readonly number = input.required<number>();
  protected readonly bases = SIMULATED_BASES;

  protected addTier(): void {
    const tiers = this.terms()().value().tiers;
    const last = tiers.at(-1);
    const next = { upTo: null, rate: last?.rate ?? '', amountPerCopy: last?.amountPerCopy ?? '' };
    this.set([...tiers, next]);
  }

  protected removeTier(at: number): void {
    this.set(
      this.terms()()
        .value()
        .tiers.filter((_, index) => index !== at),
    );
  }

  private set(tiers: TermsDraft['tiers']): void {
    this.terms()().value.update((terms) => ({ ...terms, tiers }));
  }
}
