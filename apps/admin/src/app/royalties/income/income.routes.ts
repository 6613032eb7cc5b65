import type { Routes } from '@angular/router';
import type { LicenceResponse } from '@colophon/api-client';
import { unsavedGuard } from '@colophon/ui/form-page';
import { recordAt } from '../../platform/forms';
import { words } from '../../platform/i18n/words';
import { may } from '../../platform/session/guards';
import { LicenceForm } from './licence-form';
import { LicenceList } from './licence-list';
import { LicencePage } from './licence-page';
import { ReceiptForm } from './receipt-form';
import { ReceiptList } from './receipt-list';
import { ReceiptPage } from './receipt-page';

const shared = {
  canActivate: [may('royalties.read')],
  resolve: { words: words('income'), languages: words('catalogue') },
};
const writing = { canActivate: [may('royalties.write')], canDeactivate: [unsavedGuard] };

/** `/droits/recettes`: net receipts. */
export const receiptRoutes: Routes = [
  {
    path: '',
    ...shared,
    children: [
      { path: '', title: 'income.receipts.title', component: ReceiptList },
      { path: 'nouvelle', title: 'income.receipts.new', component: ReceiptForm, ...writing },
      { path: ':id', title: 'income.receipts.one', component: ReceiptPage },
    ],
  },
];

/** `/droits/cessions`: rights sold to others, and what they pay. */
export const licenceRoutes: Routes = [
  {
    path: '',
    ...shared,
    children: [
      { path: '', title: 'income.licences.title', component: LicenceList },
      { path: 'nouvelle', title: 'income.licences.new', component: LicenceForm, ...writing },
      { path: ':id', title: 'income.licences.one', component: LicencePage },
      {
        path: ':id/modifier',
        title: 'income.licences.edit',
        component: LicenceForm,
        ...writing,
        resolve: { record: recordAt<LicenceResponse>('/api/rights-licences') },
      },
    ],
  },
];
