import type { Routes } from '@angular/router';
import type { ContractResponse } from '@colophon/api-client';
import { unsavedGuard } from '@colophon/ui/form-page';
import { recordAt } from '../platform/forms';
import { words } from '../platform/i18n/words';
import { may } from '../platform/session/guards';
import { AmendmentPage } from './amendment-page';
import { ContractForm } from './contract-form';
import { ContractList } from './contract-list';
import { ContractPage } from './contract-page';

export const routes: Routes = [
  {
    path: '',
    canActivate: [may('contracts.read')],
    resolve: { words: words('contracts') },
    children: [
      { path: '', title: 'contracts.title', component: ContractList },
      {
        path: 'nouveau',
        title: 'contracts.new',
        component: ContractForm,
        canActivate: [may('contracts.write')],
        canDeactivate: [unsavedGuard],
      },
      { path: ':id', title: 'contracts.one', component: ContractPage },
      {
        path: ':id/modifier',
        title: 'contracts.edit',
        component: ContractForm,
        canActivate: [may('contracts.write')],
        canDeactivate: [unsavedGuard],
        resolve: { record: recordAt<ContractResponse>('/api/contracts') },
      },
      {
        path: ':id/avenant',
        title: 'contracts.amendAct',
        component: AmendmentPage,
        canActivate: [may('contracts.write')],
        canDeactivate: [unsavedGuard],
        resolve: { record: recordAt<ContractResponse>('/api/contracts') },
      },
    ],
  },
];
