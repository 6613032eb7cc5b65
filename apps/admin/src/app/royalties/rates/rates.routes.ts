import { HttpClient } from '@angular/common/http';
import { inject } from '@angular/core';
import type { Routes } from '@angular/router';
import type { WithholdingRatePage, WithholdingRateResponse } from '@colophon/api-client';
import { unsavedGuard } from '@colophon/ui/form-page';
import { recordAt } from '../../platform/forms';
import { words } from '../../platform/i18n/words';
import { may } from '../../platform/session/guards';
import { RateForm } from './rate-form';
import { RateList } from './rate-list';

export const routes: Routes = [
  {
    path: '',
    canActivate: [may('settings.read')],
    resolve: { words: words('royalties', 'rates') },
    children: [
      { path: '', title: 'royalties.rates.title', component: RateList },
      {
        path: 'nouveaux',
        title: 'royalties.rates.new',
        component: RateForm,
        canActivate: [may('settings.write')],
        canDeactivate: [unsavedGuard],
        resolve: { table: () => inject(HttpClient).get<WithholdingRatePage>('/api/withholding-rates') },
      },
      {
        path: ':id/modifier',
        title: 'royalties.rates.edit',
        component: RateForm,
        canActivate: [may('settings.write')],
        canDeactivate: [unsavedGuard],
        resolve: { record: recordAt<WithholdingRateResponse>('/api/withholding-rates') },
      },
    ],
  },
];
