import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { LicenceRow } from '@colophon/api-client';
import { CellTemplate, DataList, dataList } from '@colophon/ui/data-list';
import { Icon } from '@colophon/ui/icon';
import { Status } from '@colophon/ui/status';
import { TranslocoPipe } from '@jsverse/transloco';
import { HasPermission } from '../../platform/session/has-permission';
import { Session } from '../../platform/session/session';
import { LICENSED_RIGHTS, MEANING_OF_LICENCE, licenceState } from './income';

/** Rights of the house's works that others bought. */
@Component({
  selector: 'co-licence-list',
  imports: [CellTemplate, DataList, HasPermission, Icon, RouterLink, Status, TranslocoPipe],
  templateUrl: './licence-list.html',
  host: { class: 'page' },
})
export class LicenceList {
  private readonly session = inject(Session);
  protected readonly newLink = computed(() =>
    this.session.may('royalties.write') ? '/droits/cessions/nouvelle' : null,
  );
  protected readonly meanings = MEANING_OF_LICENCE;
  protected readonly stateOf = (row: LicenceRow) => licenceState(row, this.session.today());

  protected readonly list = dataList<LicenceRow>({
    name: 'rights-licences',
    url: '/api/rights-licences',
    sort: '-signedOn',
    link: (row) => ['/droits/cessions', row.id],
    columns: [
      { key: 'reference', label: 'income.licences.reference', value: (row) => row.reference, sort: true },
      { key: 'title', label: 'income.work', value: (row) => row.title, sort: true },
      { key: 'licensee', label: 'income.licences.licensee', value: (row) => row.licensee, sort: true },
      { key: 'right', label: 'income.licences.right', value: (row) => row.right },
      { key: 'signedOn', label: 'income.licences.signedOn', value: (row) => row.signedOn, kind: 'date', sort: true },
      {
        key: 'endsOn',
        label: 'income.licences.endsOn',
        value: (row) => row.endsOn,
        kind: 'date',
        sort: true,
        narrow: 'none',
      },
      { key: 'authorInformedOn', label: 'income.state', value: (row) => row.authorInformedOn, narrow: 'none' },
      { key: 'cashed', label: 'income.licences.cashed', value: (row) => row.cashed, kind: 'money', narrow: 'end' },
    ],
    filters: [
      {
        key: 'right',
        label: 'income.licences.right',
        single: true,
        options: LICENSED_RIGHTS.map((value) => ({ value, label: `income.rights.${value}` })),
      },
      {
        key: 'state',
        label: 'income.state',
        single: true,
        options: Object.keys(MEANING_OF_LICENCE).map((value) => ({ value, label: `income.licences.states.${value}` })),
      },
    ],
  });
}
