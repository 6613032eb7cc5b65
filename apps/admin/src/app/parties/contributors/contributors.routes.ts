import type { Routes } from '@angular/router';
import type { ContributorResponse } from '@colophon/api-client';
import { unsavedGuard } from '@colophon/ui/form-page';
import { recordAt } from '../../platform/forms';
import { words } from '../../platform/i18n/words';
import { may } from '../../platform/session/guards';
import { ContributorForm } from './contributor-form';
import { ContributorList } from './contributor-list';
import { ContributorPage } from './contributor-page';

export const routes: Routes = [
  {
    path: '',
    canActivate: [may('parties.read')],
    resolve: { words: words('parties', 'contributors', 'tax') },
    children: [
      { path: '', title: 'contributors.title', component: ContributorList },
      {
        path: 'nouveau',
        title: 'contributors.new',
        component: ContributorForm,
        canActivate: [may('parties.write')],
        canDeactivate: [unsavedGuard],
      },
      { path: ':id', title: 'contributors.one', component: ContributorPage },
      {
        path: ':id/modifier',
        title: 'contributors.edit',
        component: ContributorForm,
        canActivate: [may('parties.write')],
        canDeactivate: [unsavedGuard],
        resolve: { record: recordAt<ContributorResponse>('/api/contributors') },
      },
    ],
  },
];
