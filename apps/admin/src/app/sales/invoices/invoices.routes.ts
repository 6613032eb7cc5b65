import type { Routes } from '@angular/router';
import type { InvoiceResponse } from '@colophon/api-client';
import { unsavedGuard } from '@colophon/ui/form-page';
import { recordAt } from '../../platform/forms';
import { words } from '../../platform/i18n/words';
import { may } from '../../platform/session/guards';
import { InvoiceEditor } from './invoice-editor';
import { InvoiceList } from './invoice-list';
import { InvoicePage } from './invoice-page';

export const routes: Routes = [
  {
    path: '',
    canActivate: [may('sales.read')],
    resolve: { words: words('sales', 'parties') },
    children: [
      { path: '', title: 'sales.invoices.title', component: InvoiceList },
      {
        path: 'nouvelle',
        title: 'sales.invoices.new',
        component: InvoiceEditor,
        canActivate: [may('sales.write')],
        canDeactivate: [unsavedGuard],
      },
      { path: ':id', title: 'sales.invoices.one', component: InvoicePage },
      {
        path: ':id/modifier',
        title: 'sales.invoices.edit',
        component: InvoiceEditor,
        canActivate: [may('sales.write')],
        canDeactivate: [unsavedGuard],
        resolve: { record: recordAt<InvoiceResponse>('/api/invoices') },
      },
    ],
  },
];
