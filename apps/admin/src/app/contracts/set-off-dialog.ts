import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import type { ContractResponse, ContractRow, SetOffCreated, SetOffInput } from '@colophon/api-client';
import { DialogFrame } from '@colophon/ui/dialog';
import { Field } from '@colophon/ui/fields';
import { editing } from '@colophon/ui/form-page';
import { Icon } from '@colophon/ui/icon';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { orNull } from '../platform/forms';
import { Session } from '../platform/session/session';

interface SetOffDraft {
  signedOn: string;
  from: string;
  contractIds: number[];
  note: string;
}

/** Records an agreement by which the author's contracts recoup each other's advances. */
@Component({
  selector: 'co-set-off-dialog',
  imports: [DialogFrame, Field, FormField, Icon, TranslocoPipe],
  template: `
    <ui-dialog-frame [heading]="'contracts.setOffTitle' | transloco">
      <p>{{ 'contracts.setOffLede' | transloco }}</p>
      @if (refusal(); as sentence) {
        <div class="notice late" role="alert"><ui-icon name="alert" />{{ sentence }}</div>
      }
      <form id="set-off" class="form-grid" novalidate (submit)="$event.preventDefault(); editing.save()">
        <ui-field class="w3 keep" [label]="'contracts.setOffSignedOn' | transloco">
          <input type="date" [formField]="form.signedOn" />
        </ui-field>
        <ui-field class="w3 keep" [label]="'contracts.setOffFrom' | transloco">
          <input type="date" [formField]="form.from" />
        </ui-field>
        <ui-field [label]="'contracts.notes' | transloco">
          <input type="text" autocomplete="off" [formField]="form.note" />
        </ui-field>
      </form>
      <p class="strong">{{ 'contracts.setOffWith' | transloco }}</p>
      @for (other of others(); track other.id) {
        <label class="check">
          <input type="checkbox" [checked]="model().contractIds.includes(other.id)" (change)="toggle(other.id)" />
          {{ other.reference }} <span class="serif">{{ other.work }}</span>
        </label>
      } @empty {
        <p class="soft">{{ 'contracts.setOffNone' | transloco }}</p>
      }
      <ng-container slot="acts">
        <button type="button" class="button" (click)="ref.close()">{{ 'ui.cancel' | transloco }}</button>
        <button type="submit" form="set-off" class="button primary" [attr.aria-disabled]="editing.saving() || null">
          {{ 'contracts.setOffAct' | transloco }}
        </button>
      </ng-container>
    </ui-dialog-frame>
  `,
})
export class SetOffDialog {
  protected readonly contract = inject<ContractResponse>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  private readonly http = inject(HttpClient);
  private readonly found = httpResource<{ items: ContractRow[] }>(() => ({
    url: '/api/contracts',
    params: { contributorId: this.contract.contributorId, status: 'active', limit: 200 },
  }));
  protected readonly others = computed(() =>
    this.found.hasValue() ? this.found.value().items.filter(({ id }) => id !== this.contract.id) : [],
  );
  private readonly today = inject(Session).today();
  protected readonly model = signal<SetOffDraft>({ signedOn: this.today, from: this.today, contractIds: [], note: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.signedOn);
    required(path.from);
  });
  protected readonly editing = editing<SetOffDraft, SetOffCreated>({
    model: this.model,
    form: this.form,
    draft: () => null,
    save: (draft) => this.send(draft),
    saved: () => this.ref.close(true),
  });
  protected readonly refusal = computed(() => {
    const problem = this.editing.problem();
    return problem && (problem.errors?.[0]?.detail ?? problem.detail ?? problem.title);
  });

  protected toggle(id: number): void {
    const chosen = this.model().contractIds;
    const contractIds = chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id];
    this.model.update((draft) => ({ ...draft, contractIds }));
  }

  private send({ signedOn, from, contractIds, note }: SetOffDraft): Promise<SetOffCreated> {
    const { id, contributorId } = this.contract;
    const body: SetOffInput = { contributorId, signedOn, from, note: orNull(note), contractIds: [id, ...contractIds] };
    return firstValueFrom(this.http.post<SetOffCreated>('/api/contracts/set-offs', body));
  }
}
