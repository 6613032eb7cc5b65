import type { Routes } from '@angular/router';
import type { AccountMappingResponse } from '@colophon/api-client';
import { HttpClient } from '@angular/common/http';
import { inject } from '@angular/core';
import { unsavedGuard } from '@colophon/ui/form-page';
import { words } from '../platform/i18n/words';
import { may } from '../platform/session/guards';
import { AccountMapping } from './account-mapping';
import { EntryPage } from './entry-page';
import { LineList } from './line-list';
import { TrialBalance } from './trial-balance';

export const routes: Routes = [
  {
    path: '',
    canActivate: [may('accounting.read')],
    resolve: { words: words('accounting') },
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'ecritures' },
      { path: 'ecritures', title: 'accounting.entries', component: LineList },
      { path: 'ecritures/:id', title: 'accounting.entry', component: EntryPage },
      { path: 'balance', title: 'accounting.balance.title', component: TrialBalance },
      {
        path: 'plan',
        title: 'accounting.mapping.title',
        component: AccountMapping,
        canDeactivate: [unsavedGuard],
        resolve: { record: () => inject(HttpClient).get<AccountMappingResponse>('/api/accounting/accounts') },
      },
    ],
  },
];
