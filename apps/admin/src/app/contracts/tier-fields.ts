import { Component, computed, input } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { Field, MoneyInput, PercentInput, QuantityInput } from '@colophon/ui/fields';
import { Icon } from '@colophon/ui/icon';
import { TranslocoPipe } from '@jsverse/transloco';
import { blankTier, type ClauseDraft, type TierDraft } from './clause-draft';

type Tiered = Pick<ClauseDraft, 'tiers' | 'tierKind'>;

/** The tiers of a clause: a percent of the price or euros a copy, up to so many copies, and then. */
@Component({
  selector: 'co-tier-fields',
  imports: [Field, FormField, Icon, MoneyInput, PercentInput, QuantityInput, TranslocoPipe],
  templateUrl: './tier-fields.html',
  styleUrl: './tier-fields.css',
})
export class TierFields {
  readonly tiers = input.required<FieldTree<Tiered['tiers']>>();
  readonly tierKind = input.required<FieldTree<Tiered['tierKind']>>();
  readonly isFixed = input(false);
  protected readonly isByRate = computed(() => this.tierKind()().value() === 'rate');
  protected readonly rows = computed(() => this.tiers()().value());

  /** A tier goes before the open end, which is always last. */
  protected addTier(): void {
    const tiers = this.rows();
    const raised = { ...(tiers.at(-1) ?? blankTier()), upTo: null };
    this.set([...tiers.slice(0, -1), raised, blankTier()]);
  }

  protected removeTier(at: number): void {
    const tiers = this.rows().filter((_, other) => other !== at);
    this.set(tiers.map((tier, index) => (index === tiers.length - 1 ? { ...tier, upTo: null } : tier)));
  }

  private set(tiers: TierDraft[]): void {
    const state = this.tiers()();
    state.value.set(tiers);
    state.markAsDirty();
  }
}
