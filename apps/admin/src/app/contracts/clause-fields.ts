import { Component, computed, input, linkedSignal, output, untracked } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import type { ContractFinding, EditionRow } from '@colophon/api-client';
import { Field, PercentInput, QuantityInput } from '@colophon/ui/fields';
import { Icon } from '@colophon/ui/icon';
import { hyphenateIsbn } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';
import { ClauseSentence, type SpokenClause } from './clause-sentence';
import { CLAUSE_BASES } from './contract';
import type { ClauseDraft, TierDraft } from './contract-draft';

/** One clause: its edition, its tiers, and under them what it says in plain words and what is wrong with it. */
@Component({
  selector: 'co-clause-fields',
  imports: [ClauseSentence, Field, FormField, Icon, PercentInput, QuantityInput, TranslocoPipe],
  templateUrl: './clause-fields.html',
  styleUrl: './clause-fields.css',
})
export class ClauseFields {
  readonly at = input.required<FieldTree<ClauseDraft>>();
  readonly number = input.required<number>();
  /** Those of the contract's work. */
  readonly editions = input.required<readonly EditionRow[]>();
  readonly findings = input.required<readonly ContractFinding[]>();
  readonly removed = output();

  protected readonly bases = CLAUSE_BASES;
  protected readonly value = computed(() => this.at()().value());
  protected readonly isbnOf = (edition: EditionRow) => (edition.isbn13 ? ` · ${hyphenateIsbn(edition.isbn13)}` : '');
  protected readonly warningCodes = new Set(['pool-shares-not-percent', 'rates-falling', 'reserve-too-long']);

  protected readonly spoken = computed((): SpokenClause => {
    const clause = this.value();
    return {
      ...clause,
      edition: this.editions().find(({ id }) => String(id) === clause.editionId),
      poolShares: clause.isShared && clause.basis === 'printed' ? clause.poolShares : null,
      poolIndex: Number(clause.poolIndex),
      returnReserve: clause.hasReserve ? clause.returnReserve : null,
    };
  });

  /** Open at first where the clause says something there; the reader may close it. */
  protected readonly hasMore = linkedSignal({
    source: () => this.at(),
    computation: (at) => saysMore(untracked(at().value)),
  });

  /** A tier goes before the open end, which is always last. */
  protected addTier(): void {
    const { tiers } = this.value();
    const raised = { upTo: null, rate: tiers.at(-1)?.rate ?? '' };
    this.setTiers([...tiers.slice(0, -1), raised, { upTo: null, rate: '' }]);
  }

  protected removeTier(at: number): void {
    const tiers = this.value().tiers.filter((_, other) => other !== at);
    this.setTiers(tiers.map((tier, index) => (index === tiers.length - 1 ? { ...tier, upTo: null } : tier)));
  }

  protected addShare(): void {
    this.setShares([...this.value().poolShares, '']);
  }

  protected removeShare(at: number): void {
    const shares = this.value().poolShares.filter((_, other) => other !== at);
    if (Number(this.value().poolIndex) >= shares.length) this.at().poolIndex().value.set('0');
    this.setShares(shares);
  }

  private setTiers(tiers: TierDraft[]): void {
    const state = this.at().tiers();
    state.value.set(tiers);
    state.markAsDirty();
  }

  private setShares(shares: string[]): void {
    const state = this.at().poolShares();
    state.value.set(shares);
    state.markAsDirty();
  }
}

function saysMore({ copiesBefore, isShared, hasReserve, excluded }: ClauseDraft): boolean {
  const { authorCopies, legalDeposit, reviewCopies, reviewCopiesPercent } = excluded;
  return !!(
    copiesBefore ||
    isShared ||
    hasReserve ||
    authorCopies ||
    legalDeposit ||
    reviewCopies ||
    reviewCopiesPercent
  );
}
