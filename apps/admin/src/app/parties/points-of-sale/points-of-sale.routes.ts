import type { Routes } from '@angular/router';
import type { PointOfSaleResponse } from '@colophon/api-client';
import { unsavedGuard } from '@colophon/ui/form-page';
import { recordAt } from '../../platform/forms';
import { words } from '../../platform/i18n/words';
import { may } from '../../platform/session/guards';
import { PointOfSaleForm } from './point-of-sale-form';
import { PointOfSaleList } from './point-of-sale-list';
import { PointOfSalePage } from './point-of-sale-page';

export const routes: Routes = [
  {
    path: '',
    canActivate: [may('parties.read')],
    resolve: { words: words('parties') },
    children: [
      { path: '', title: 'parties.pointsOfSale.title', component: PointOfSaleList },
      {
        path: 'nouveau',
        title: 'parties.pointsOfSale.new',
        component: PointOfSaleForm,
        canActivate: [may('points-of-sale.write')],
        canDeactivate: [unsavedGuard],
      },
      { path: ':id', title: 'parties.pointsOfSale.one', component: PointOfSalePage },
      {
        path: ':id/modifier',
        title: 'parties.pointsOfSale.edit',
        component: PointOfSaleForm,
        canActivate: [may('points-of-sale.write')],
        canDeactivate: [unsavedGuard],
        resolve: { record: recordAt<PointOfSaleResponse>('/api/points-of-sale') },
      },
    ],
  },
];
