import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { FormField, applyEach, form, maxLength, required } from '@angular/forms/signals';
import type { ClauseResponse, ContractResponse, TermCorrectionInput } from '@colophon/api-client';
import { DialogFrame } from '@colophon/ui/dialog';
import { Field, MoneyInput, PercentInput, QuantityInput } from '@colophon/ui/fields';
import { editing } from '@colophon/ui/form-page';
import { Icon } from '@colophon/ui/icon';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { percentage } from '../platform/forms';
import { clauseDraftOf, exclusionsBody, tiersOf, type ClauseDraft } from './clause-draft';
import { hasTiers } from './contract';
import { TierFields } from './tier-fields';

/** What is asked to be corrected. */
export interface ClauseToCorrect {
  readonly contract: ContractResponse;
  readonly clause: ClauseResponse;
}

interface CorrectionDraft extends Pick<
  ClauseDraft,
  'tiers' | 'tierKind' | 'excluded' | 'poolShares' | 'poolIndex' | 'rate' | 'amount'
> {
  reason: string;
}

/** Corrects the terms of a clause that closed statements were computed with. */
@Component({
  selector: 'co-correction-dialog',
  imports: [DialogFrame, Field, FormField, Icon, MoneyInput, PercentInput, QuantityInput, TierFields, TranslocoPipe],
  templateUrl: './correction-dialog.html',
})
export class CorrectionDialog {
  protected readonly given = inject<ClauseToCorrect>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<ContractResponse>>(DialogRef);
  private readonly http = inject(HttpClient);
  protected readonly basis = this.given.clause.basis;
  protected readonly isCounted = hasTiers(this.basis);
  protected readonly isShared = this.given.clause.poolShares !== null;
  protected readonly model = signal<CorrectionDraft>(correctionOf(clauseDraftOf(this.given.clause)));
  protected readonly form = form(this.model, (path) => {
    required(path.reason);
    maxLength(path.reason, 1000);
    applyEach(path.tiers, (tier) => percentage(tier.rate));
    percentage(path.excluded.reviewCopiesPercent);
    percentage(path.rate);
  });
  protected readonly editing = editing<CorrectionDraft, ContractResponse>({
    model: this.model,
    form: this.form,
    draft: () => null,
    save: (draft) => this.send(draft),
    saved: (contract) => this.ref.close(contract),
  });
  protected readonly refusal = computed(() => {
    const problem = this.editing.problem();
    return problem && (problem.detail ?? problem.title);
  });

  private send(draft: CorrectionDraft): Promise<ContractResponse> {
    const { contract, clause } = this.given;
    const body: TermCorrectionInput = {
      version: contract.version,
      reason: draft.reason.trim(),
      ...(this.isCounted && { tiers: tiersOf(draft) }),
      ...(this.basis === 'printed' && { excluded: exclusionsBody(draft) }),
      ...(this.isShared && { poolShares: draft.poolShares, poolIndex: Number(draft.poolIndex) }),
      ...((this.basis === 'netReceipts' || this.basis === 'thirdParty') && { rate: draft.rate }),
      ...(this.basis === 'flatFee' && { amount: draft.amount }),
    };
    const url = `/api/contracts/${contract.id}/clauses/${clause.id}/corrections`;
    return firstValueFrom(this.http.post<ContractResponse>(url, body));
  }
}

function correctionOf(clause: ClauseDraft): CorrectionDraft {
  const { tiers, tierKind, excluded, poolShares, poolIndex, rate, amount } = clause;
  return { reason: '', tiers, tierKind, excluded, poolShares, poolIndex, rate, amount };
}
