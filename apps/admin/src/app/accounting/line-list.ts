import { Component } from '@angular/core';
import type { EntryLineRow } from '@colophon/api-client';
import { CellTemplate, DataList, dataList } from '@colophon/ui/data-list';
import { TranslocoPipe } from '@jsverse/transloco';
import { AccountName } from './account-name';
import { Side } from './side';

/** The lines of the books as an accountant reads them: account, person, debit, credit. */
@Component({
  selector: 'co-line-list',
  imports: [AccountName, CellTemplate, DataList, Side, TranslocoPipe],
  templateUrl: './line-list.html',
  styles: `
    .document {
      white-space: nowrap;
    }
  `,
  host: { class: 'page' },
})
export class LineList {
  protected readonly source = dataList<EntryLineRow>({
    name: 'entry-lines',
    url: '/api/accounting/lines',
    sort: '-enteredOn',
    link: (row) => ['/comptes/ecritures', row.entryId],
    columns: [
      { key: 'entryNumber', label: 'accounting.number', value: (row) => row.entryNumber, sort: true },
      { key: 'enteredOn', label: 'accounting.date', value: (row) => row.enteredOn, kind: 'date', sort: true },
      { key: 'accountNumber', label: 'accounting.account', value: (row) => row.accountNumber, sort: true },
      { key: 'label', label: 'accounting.label', value: (row) => row.label, narrow: 'none' },
      { key: 'documentNumber', label: 'accounting.document', value: (row) => row.documentNumber, narrow: 'none' },
      { key: 'debit', label: 'accounting.debit', value: (row) => row.debit, kind: 'money', sort: true, narrow: 'meta' },
      {
        key: 'credit',
        label: 'accounting.credit',
        value: (row) => row.credit,
        kind: 'money',
        sort: true,
        narrow: 'end',
      },
    ],
    filters: [
      {
        key: 'journal',
        label: 'accounting.journal',
        single: true,
        options: ['royalties', 'bank'].map((value) => ({ value, label: `accounting.journals.${value}` })),
      },
      {
        key: 'account',
        label: 'accounting.accountClass',
        single: true,
        options: ['40', '43', '44', '51', '6'].map((value) => ({ value, label: `accounting.classes.${value}` })),
      },
    ],
  });
}
