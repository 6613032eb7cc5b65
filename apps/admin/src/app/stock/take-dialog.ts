import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import type { WrittenMovements } from '@colophon/api-client';
import { DialogFrame } from '@colophon/ui/dialog';
import { Field, QuantityInput } from '@colophon/ui/fields';
import { editing } from '@colophon/ui/form-page';
import { Icon } from '@colophon/ui/icon';
import { problemOf } from '@colophon/ui/problem';
import { Quantity } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { asWholeRefusal, between } from '../platform/forms';
import { Session } from '../platform/session/session';
import { FREE_KINDS, type FreeKind } from './movement';

/** Which edition copies are taken of, and whether they are given or destroyed. */
export interface TakeRequest {
  readonly act: 'give' | 'pulp';
  readonly editionId: number;
  readonly title: string;
  readonly stock: number;
}

interface TakeDraft {
  copies: number | null;
  kind: FreeKind;
  movedOn: string;
  reason: string;
  override: boolean;
}

const ADDRESS = { give: '/api/stock/free-copies', pulp: '/api/stock/pulping' } as const;

/** Takes copies out of the stock that nobody pays for. */
@Component({
  selector: 'co-take-dialog',
  imports: [DialogFrame, Field, FormField, Icon, Quantity, QuantityInput, TranslocoPipe],
  templateUrl: './take-dialog.html',
})
export class TakeDialog {
  protected readonly request = inject<TakeRequest>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  private readonly http = inject(HttpClient);
  protected readonly today = inject(Session).today();
  protected readonly kinds = FREE_KINDS;
  /** Offered only once the API has said that the stock would become negative. */
  protected readonly isShort = signal(false);

  protected readonly model = signal<TakeDraft>({
    copies: null,
    kind: 'author',
    movedOn: this.today,
    reason: '',
    override: false,
  });
  protected readonly form = form(this.model, (path) => {
    required(path.copies);
    between(path.copies, 1, 10_000_000);
    required(path.movedOn);
    required(path.reason, { when: ({ valueOf }) => valueOf(path.override) });
  });
  protected readonly editing = editing<TakeDraft, WrittenMovements>({
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

  private async send({ kind, reason, ...draft }: TakeDraft): Promise<WrittenMovements> {
    const { act, editionId } = this.request;
    const body = { editionId, ...draft, reason: reason.trim() || null, ...(act === 'give' && { kind }) };
    try {
      return await firstValueFrom(this.http.post<WrittenMovements>(ADDRESS[act], body));
    } catch (error) {
      const isShort = problemOf(error).code === 'stock-insufficient';
      this.isShort.set(isShort);
      throw isShort ? asWholeRefusal(error) : error;
    }
  }
}
