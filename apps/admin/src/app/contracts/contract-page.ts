import { HttpClient, httpResource } from '@angular/common/http';
import { Component, effect, inject, input, numberAttribute, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ContractResponse } from '@colophon/api-client';
import { Ask } from '@colophon/ui/dialog';
import { History } from '@colophon/ui/history';
import { Icon } from '@colophon/ui/icon';
import { ProblemNotice, problemOf } from '@colophon/ui/problem';
import { Detail, Fact, RecordHeader, Section } from '@colophon/ui/record';
import { Status } from '@colophon/ui/status';
import { Toasts } from '@colophon/ui/toast';
import { DateText, Money, Quantity } from '@colophon/ui/values';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { PageTitle } from '../platform/i18n/page-title';
import { HasPermission } from '../platform/session/has-permission';
import { ClauseSentence } from './clause-sentence';
import { MEANING_OF_STATUS } from './contract';
import { bodyOf, draftOf } from './contract-draft';

@Component({
  selector: 'co-contract-page',
  imports: [
    ClauseSentence,
    DateText,
    Detail,
    Fact,
    HasPermission,
    History,
    Icon,
    Money,
    ProblemNotice,
    Quantity,
    RecordHeader,
    RouterLink,
    Section,
    Status,
    TranslocoPipe,
  ],
  templateUrl: './contract-page.html',
  styleUrl: './contract.css',
  host: { class: 'page' },
})
export class ContractPage {
  readonly id = input.required({ transform: numberAttribute });
  protected readonly record = httpResource<ContractResponse>(() => `/api/contracts/${this.id()}`);
  protected readonly meanings = MEANING_OF_STATUS;
  protected readonly busy = signal(false);
  private readonly http = inject(HttpClient);
  private readonly ask = inject(Ask);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);

  constructor() {
    const title = inject(PageTitle);
    effect(() => this.record.hasValue() && title.set(this.record.value().reference));
  }

  /** From a draft that lacks nothing to a contract that statements follow from. */
  protected async activate(contract: ContractResponse): Promise<void> {
    const say = (key: string) => this.transloco.translate(`contracts.${key}`, { reference: contract.reference });
    const consequences = [say('activateStatements'), say('activateRuns')];
    const question = { title: say('activateTitle'), consequences, act: say('activate') };
    if (!(await this.ask.confirm(question))) return;
    this.busy.set(true);
    try {
      const body = { ...bodyOf(draftOf(contract), contract.version), status: 'active' };
      await firstValueFrom(this.http.put(`/api/contracts/${contract.id}`, body));
      this.toasts.done(say('activated'));
    } catch (error) {
      const { title, detail } = problemOf(error);
      this.toasts.failed(detail ?? title);
    } finally {
      this.busy.set(false);
      this.record.reload();
    }
  }
}
