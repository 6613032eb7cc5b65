import { HttpClient } from '@angular/common/http';
import { Component, inject, input, output, signal } from '@angular/core';
import type { PaymentRunResponse } from '@colophon/api-client';
import { Dialog } from '@angular/cdk/dialog';
import { Ask } from '@colophon/ui/dialog';
import { Icon } from '@colophon/ui/icon';
import { Locale, formatDate, formatMoney } from '@colophon/ui/locale';
import { problemOf } from '@colophon/ui/problem';
import { Toasts } from '@colophon/ui/toast';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { HasPermission } from '../../platform/session/has-permission';
import { ExecuteDialog } from './execute-dialog';
import { saveFile } from './save-file';

/** What can be done with a run now; every act says what it will do before it does it. */
@Component({
  selector: 'co-run-acts',
  imports: [HasPermission, Icon, TranslocoPipe],
  templateUrl: './run-acts.html',
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class RunActs {
  readonly run = input.required<PaymentRunResponse>();
  readonly changed = output<PaymentRunResponse>();
  /** Somebody acted in between, or amounts changed: the run is to be read again. */
  readonly stale = output();
  private readonly http = inject(HttpClient);
  private readonly ask = inject(Ask);
  private readonly dialog = inject(Dialog);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly locale = inject(Locale);
  protected readonly busy = signal(false);

  protected async approve(): Promise<void> {
    if (await this.sure('approve')) await this.act('approve');
  }

  /** The file is made and handed out at once; should the second step fail, it waits under “download again”. */
  protected async export(): Promise<void> {
    if (!(await this.sure('export'))) return;
    if (await this.act('export')) await this.take();
  }

  protected async downloadAgain(): Promise<void> {
    if (await this.sure('downloadAgain')) await this.take();
  }

  protected async cancel(): Promise<void> {
    if (await this.sure('cancel', true)) await this.act('cancel');
  }

  protected execute(): void {
    const opened = this.dialog.open<PaymentRunResponse>(ExecuteDialog, {
      data: this.run(),
      backdropClass: 'veil',
    });
    opened.closed.subscribe((executed) => {
      if (!executed) return;
      this.changed.emit(executed);
      this.toasts.done(this.say('executed'));
    });
  }

  private async take(): Promise<void> {
    await this.guarded(async () => {
      const url = `/api/payment-runs/${this.run().id}/download`;
      const file = await firstValueFrom(this.http.post(url, {}, { responseType: 'blob' }));
      saveFile(file, this.run().fileName ?? 'paiements.xml');
      this.stale.emit();
    });
  }

  private act(act: 'approve' | 'export' | 'cancel'): Promise<boolean> {
    return this.guarded(async () => {
      const { id, version } = this.run();
      const headers = { 'Idempotency-Key': `payment-run-${id}-${act}-${version}` };
      const request = this.http.post<PaymentRunResponse>(`/api/payment-runs/${id}/${act}`, { version }, { headers });
      this.changed.emit(await firstValueFrom(request));
      this.toasts.done(this.say(`${act}Done`));
    });
  }

  private async guarded(work: () => Promise<void>): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    try {
      await work();
      return true;
    } catch (error) {
      const problem = problemOf(error);
      this.toasts.failed(problem.detail ?? problem.title);
      if (problem.status === 409) this.stale.emit();
      return false;
    } finally {
      this.busy.set(false);
    }
  }

  private sure(act: string, danger = false): Promise<boolean> {
    const { net, executionDate, payments } = this.run();
    const tag = this.locale.tag();
    const values = { net: formatMoney(net, tag), date: formatDate(executionDate, tag, 'long'), count: payments.length };
    return this.ask.confirm({
      title: this.say(`ask.${act}.title`, values),
      text: this.say(`ask.${act}.text`, values),
      act: this.say(act),
      danger,
    });
  }

  private say(key: string, values: Readonly<Record<string, string | number>> = {}): string {
    return this.transloco.translate(`payments.acts.${key}`, values);
  }
}
