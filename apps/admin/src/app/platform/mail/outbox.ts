import { httpResource } from '@angular/common/http';
import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MailListItem, MailSettingsResponse } from '@colophon/api-client';
import { CellTemplate, DataList, dataList } from '@colophon/ui/data-list';
import { Status, type Meaning } from '@colophon/ui/status';
import { DateText } from '@colophon/ui/values';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';

export type MailStatus = MailListItem['status'];
export const MAIL_STATUSES: readonly MailStatus[] = ['queued', 'sending', 'sent', 'failed', 'uncertain', 'cancelled'];
export const MEANING_OF_MAIL: Readonly<Record<MailStatus, Meaning>> = {
  queued: 'due',
  sending: 'due',
  sent: 'done',
  failed: 'late',
  uncertain: 'late',
  cancelled: 'blocked',
};

/** What leaves, what waits, and why. */
@Component({
  selector: 'co-outbox',
  imports: [CellTemplate, DataList, DateText, RouterLink, Status, TranslocoPipe],
  templateUrl: './outbox.html',
  host: { class: 'page' },
})
export class Outbox {
  private readonly transloco = inject(TranslocoService);
  protected readonly settings = httpResource<MailSettingsResponse>(() => '/api/mail/settings');
  protected readonly meaningOf = (status: MailStatus): Meaning => MEANING_OF_MAIL[status];
  protected readonly list = dataList<MailListItem>({
    name: 'mails',
    url: '/api/mail/messages',
    sort: '-createdAt',
    exports: false,
    link: (row) => ['/reglages/boite-d-envoi', row.id],
    columns: [
      { key: 'subject', label: 'mail.outbox.subject', value: (row) => row.subject },
      { key: 'toName', label: 'mail.outbox.toName', value: (row) => row.toName, sort: true, narrow: 'meta' },
      { key: 'kind', label: 'mail.outbox.kind', value: (row) => row.kind, narrow: 'none' },
      { key: 'createdAt', label: 'mail.outbox.createdAt', value: (row) => row.createdAt, sort: true, narrow: 'none' },
      {
        key: 'attempts',
        label: 'mail.outbox.attempts',
        value: (row) => row.attempts,
        kind: 'quantity',
        optional: true,
      },
      { key: 'lastError', label: 'mail.outbox.lastError', value: (row) => row.lastError, narrow: 'none' },
      { key: 'status', label: 'mail.outbox.status', value: (row) => row.status, narrow: 'end' },
    ],
    filters: [
      {
        key: 'status',
        label: 'mail.outbox.status',
        options: MAIL_STATUSES.map((value) => ({ value, label: `mail.outbox.statuses.${value}` })),
      },
    ],
  });

  /** Kinds come from the features; one without a word is shown as it is. */
  protected kind(name: string): string {
    const key = `mail.outbox.kinds.${name}`;
    const word = this.transloco.translate<string>(key);
    return word === key ? name : word;
  }
}
