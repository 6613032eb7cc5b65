import { Dialog } from '@angular/cdk/dialog';
import type { ComponentType } from '@angular/cdk/portal';
import { HttpClient, httpResource } from '@angular/common/http';
import { Component, effect, inject, input, numberAttribute, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ClauseResponse, ContractResponse } from '@colophon/api-client';
import { Ask } from '@colophon/ui/dialog';
import { History } from '@colophon/ui/history';
import { Icon } from '@colophon/ui/icon';
import { formatDate, Locale } from '@colophon/ui/locale';
import { ProblemNotice, problemOf } from '@colophon/ui/problem';
import { Detail, Fact, RecordHeader, Section } from '@colophon/ui/record';
import { Status } from '@colophon/ui/status';
import { Toasts } from '@colophon/ui/toast';
import { DateText, Money, Percent, Quantity } from '@colophon/ui/values';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { PageTitle } from '../platform/i18n/page-title';
import { HasPermission } from '../platform/session/has-permission';
import { AlertList } from './alert-list';
import { MEANING_OF_STATUS } from './contract';
import { bodyOf, draftOf } from './contract-draft';
import { ContractTimeline } from './contract-timeline';
import { CorrectionDialog, type ClauseToCorrect } from './correction-dialog';
import { SetOffDialog } from './set-off-dialog';
import { TerminationDialog } from './termination-dialog';

@Component({
  selector: 'co-contract-page',
  imports: [
    AlertList,
    ContractTimeline,
    DateText,
    Detail,
    Fact,
    HasPermission,
    History,
    Icon,
    Money,
    Percent,
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
  private readonly dialog = inject(Dialog);
  private readonly locale = inject(Locale);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);

  protected readonly date = (text: string) => formatDate(text, this.locale.tag(), 'long');

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

  protected terminate(contract: ContractResponse): Promise<void> {
    return this.open(TerminationDialog, contract, 'contracts.termination.done');
  }

  protected correct(contract: ContractResponse, clause: ClauseResponse): Promise<void> {
    const data: ClauseToCorrect = { contract, clause };
    return this.open(CorrectionDialog, data, 'contracts.correction.done');
  }

  protected setOff(contract: ContractResponse): Promise<void> {
    return this.open(SetOffDialog, contract, 'contracts.setOffSaved');
  }

  protected async removeSetOff(id: number): Promise<void> {
    try {
      await firstValueFrom(this.http.delete(`/api/contracts/set-offs/${id}`));
      this.toasts.done(this.transloco.translate('contracts.setOffRemoved'));
    } catch (error) {
      const { title, detail } = problemOf(error);
      this.toasts.failed(detail ?? title);
    } finally {
      this.record.reload();
    }
  }

  private async open(dialog: ComponentType<unknown>, data: object, done: string): Promise<void> {
    const ref = this.dialog.open(dialog, { data, backdropClass: 'veil' });
    if (!(await firstValueFrom(ref.closed))) return;
    this.toasts.done(this.transloco.translate(done));
    this.record.reload();
  }
}
