import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ContributorRow } from '@colophon/api-client';
import { CellTemplate, DataList, dataList } from '@colophon/ui/data-list';
import { Icon } from '@colophon/ui/icon';
import { Status } from '@colophon/ui/status';
import { TranslocoPipe } from '@jsverse/transloco';
import { HasPermission } from '../../platform/session/has-permission';
import { Session } from '../../platform/session/session';

/** The roles that people filter by; every role of ONIX list 17 that a work can have is shown. */
const FILTERED_ROLES = ['A01', 'A12', 'A13', 'A15', 'A23', 'A35', 'A40', 'B01', 'B05', 'B06', 'B09', 'E07'];

@Component({
  selector: 'co-contributor-list',
  imports: [CellTemplate, DataList, HasPermission, Icon, RouterLink, Status, TranslocoPipe],
  templateUrl: './contributor-list.html',
  styles: `
    .regular {
      font-weight: var(--regular);
    }
  `,
  host: { class: 'page' },
})
export class ContributorList {
  private readonly session = inject(Session);
  protected readonly newLink = computed(() =>
    this.session.may('parties.write') ? '/catalogue/contributeurs/nouveau' : null,
  );

  protected readonly list = dataList<ContributorRow>({
    name: 'contributors',
    url: '/api/contributors',
    sort: 'displayName',
    link: (row) => ['/catalogue/contributeurs', row.id],
    columns: [
      { key: 'displayName', label: 'contributors.displayName', value: (row) => row.displayName, sort: true },
      { key: 'roles', label: 'contributors.roles_', value: (row) => row.roles.join(', ') },
      { key: 'city', label: 'contributors.city', value: (row) => row.city, sort: true, narrow: 'none' },
      { key: 'email', label: 'contributors.email', value: (row) => row.email, narrow: 'none' },
      { key: 'isni', label: 'contributors.isni', value: (row) => row.isni, optional: true, narrow: 'none' },
      {
        key: 'workCount',
        label: 'contributors.workCount',
        value: (row) => row.workCount,
        kind: 'quantity',
        narrow: 'end',
      },
      {
        key: 'contractCount',
        label: 'contributors.contractCount',
        value: (row) => row.contractCount,
        kind: 'quantity',
        narrow: 'none',
      },
    ],
    filters: [
      {
        key: 'role',
        label: 'contributors.workRole',
        single: true,
        options: FILTERED_ROLES.map((role) => ({ value: role, label: `contributors.roles.${role}` })),
      },
      {
        key: 'archived',
        label: 'contributors.state',
        single: true,
        options: [
          { value: 'false', label: 'contributors.active' },
          { value: 'true', label: 'contributors.archived' },
        ],
      },
    ],
  });
}
