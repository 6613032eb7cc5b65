import { Component, inject } from '@angular/core';
import type { CertificateRow } from '@colophon/api-client';
import { CellTemplate, DataList, dataList } from '@colophon/ui/data-list';
import { Status } from '@colophon/ui/status';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '../../platform/session/session';
import { DeclarationHead } from './declaration-head';

/** The certificates of withholding, one for each payment from which contributions were withheld. */
@Component({
  selector: 'co-certificate-list',
  imports: [CellTemplate, DataList, DeclarationHead, Status, TranslocoPipe],
  templateUrl: './certificate-list.html',
  host: { class: 'page' },
  styles: `
    .papers {
      display: inline-flex;
      flex-wrap: wrap;
      gap: 2px 12px;
    }
  `,
})
export class CertificateList {
  private readonly session = inject(Session);
  protected readonly maySeePapers = this.session.may('parties.bank');
  protected readonly list = dataList<CertificateRow>({
    name: 'certificates',
    url: '/api/withholding-certificates',
    sort: '-number',
    link: (row) => ['/droits/paiements/versements', row.paymentId],
    columns: [
      { key: 'number', label: 'declarations.certificates.number', value: (row) => row.number, sort: true },
      {
        key: 'contributorName',
        label: 'declarations.author',
        value: (row) => row.contributorName,
        sort: true,
        narrow: 'meta',
      },
      { key: 'executedOn', label: 'declarations.paidOn', value: (row) => row.executedOn, kind: 'date', sort: true },
      { key: 'gross', label: 'declarations.amounts.gross', value: (row) => row.gross, kind: 'money', narrow: 'none' },
      { key: 'social', label: 'declarations.amounts.social', value: (row) => row.social, kind: 'money' },
      { key: 'net', label: 'declarations.net', value: (row) => row.net, kind: 'money', narrow: 'end' },
      { key: 'voidedOn', label: 'declarations.certificates.paper', value: (row) => row.voidedOn, narrow: 'none' },
    ],
    filters: [],
  });

  protected yearOf(row: CertificateRow): string {
    return row.executedOn.slice(0, 4);
  }
}
