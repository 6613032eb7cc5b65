import { Component, computed, input, linkedSignal, output, untracked } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import type { ContractFinding, EditionRow } from '@colophon/api-client';
import { licensedRights } from '@colophon/domain/contracts';
import { Field, MoneyInput, PercentInput } from '@colophon/ui/fields';
import { Icon } from '@colophon/ui/icon';
import { hyphenateIsbn } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ClauseDraft } from './clause-draft';
import { ClauseSentence } from './clause-sentence';
import { CLAUSE_BASES, hasTiers } from './contract';
import { CopiesFields } from './copies-fields';
import { ScopeFields, type CounterChoice } from './scope-fields';
import { spokenDraft } from './spoken-draft';
import { TierFields } from './tier-fields';

/** One clause: its edition, what its basis has, and under them what it says in plain words and what is wrong with it. */
@Component({
  selector: 'co-clause-fields',
  imports: [
    ClauseSentence,
    CopiesFields,
    Field,
    FormField,
    Icon,
    MoneyInput,
    PercentInput,
    ScopeFields,
    TierFields,
    TranslocoPipe,
  ],
  templateUrl: './clause-fields.html',
  styleUrl: './clause-fields.css',
})
export class ClauseFields {
  readonly at = input.required<FieldTree<ClauseDraft>>();
  readonly number = input.required<number>();
  /** Those of the contract's work. */
  readonly editions = input.required<readonly EditionRow[]>();
  readonly findings = input.required<readonly ContractFinding[]>();
  /** Other clauses of the contract whose copies this one's tiers may go on from. */
  readonly counters = input<readonly CounterChoice[]>([]);
  readonly removed = output();

  protected readonly bases = CLAUSE_BASES;
  protected readonly rights = licensedRights;
  protected readonly value = computed(() => this.at()().value());
  protected readonly isCounted = computed(() => hasTiers(this.value().basis));
  protected readonly isbnOf = (edition: EditionRow) => (edition.isbn13 ? ` · ${hyphenateIsbn(edition.isbn13)}` : '');
  protected readonly warningCodes = new Set(['pool-shares-not-percent', 'rates-falling', 'reserve-too-long']);
  protected readonly spoken = computed(() => spokenDraft(this.value(), this.editions()));

  /** Open at first where the clause says something there; the reader may close it. */
  protected readonly hasMore = this.atFirst(saysMore);
  protected readonly hasScope = this.atFirst(saysScope);

  private atFirst(says: (clause: ClauseDraft) => boolean) {
    return linkedSignal({ source: () => this.at(), computation: (at) => says(untracked(at().value)) });
  }
}

function saysMore({ copiesBefore, isShared, hasReserve, excluded }: ClauseDraft): boolean {
  return !!(copiesBefore || isShared || hasReserve || Object.values(excluded).some((value) => !!value));
}

function saysScope({ from, until, channels, territories, counter }: ClauseDraft): boolean {
  return !!(from || until || channels.length > 0 || territories || counter);
}
