import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { FormField, form, maxLength, required } from '@angular/forms/signals';
import type { EditionRow, LicenceResponse, RightsIncomeInput, RightsIncomeRow } from '@colophon/api-client';
import { DialogFrame } from '@colophon/ui/dialog';
import { Field, MoneyInput } from '@colophon/ui/fields';
import { editing } from '@colophon/ui/form-page';
import { Icon } from '@colophon/ui/icon';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { orNull } from '../../platform/forms';
import { Session } from '../../platform/session/session';

interface CashDraft {
  cashedOn: string;
  gross: string;
  foreignTax: string;
  agentFee: string;
  editionId: string;
  reference: string;
}

/** Enters what a licensee paid. */
@Component({
  selector: 'co-cash-dialog',
  imports: [DialogFrame, Field, FormField, Icon, MoneyInput, TranslocoPipe],
  templateUrl: './cash-dialog.html',
})
export class CashDialog {
  protected readonly licence = inject<LicenceResponse>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  private readonly http = inject(HttpClient);
  protected readonly today = inject(Session).today();
  private readonly found = httpResource<{ items: EditionRow[] }>(() => ({
    url: '/api/editions',
    params: { work: this.licence.workId, limit: 200 },
  }));
  protected readonly editions = computed(() => (this.found.hasValue() ? this.found.value().items : []));

  protected readonly model = signal<CashDraft>({
    cashedOn: this.today,
    ...{ gross: '', foreignTax: '', agentFee: '', editionId: '', reference: '' },
  });
  protected readonly form = form(this.model, (path) => {
    required(path.cashedOn);
    required(path.gross);
    maxLength(path.reference, 200);
  });
  protected readonly editing = editing<CashDraft, RightsIncomeRow>({
    model: this.model,
    form: this.form,
    draft: () => null,
    save: (draft) => this.send(draft),
    saved: () => this.ref.close(true),
  });
  protected readonly refusal = computed(() => {
    const problem = this.editing.problem();
    return problem && (problem.detail ?? problem.title);
  });

  private send(draft: CashDraft): Promise<RightsIncomeRow> {
    const body: RightsIncomeInput = {
      cashedOn: draft.cashedOn,
      gross: draft.gross,
      foreignTax: orNull(draft.foreignTax),
      agentFee: orNull(draft.agentFee),
      editionId: draft.editionId === '' ? null : Number(draft.editionId),
      reference: orNull(draft.reference),
    };
    return firstValueFrom(this.http.post<RightsIncomeRow>(`/api/rights-licences/${this.licence.id}/income`, body));
  }
}
