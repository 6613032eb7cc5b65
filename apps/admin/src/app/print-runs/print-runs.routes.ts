import type { Routes } from '@angular/router';
import type { PrintRunResponse } from '@colophon/api-client';
import { unsavedGuard } from '@colophon/ui/form-page';
import { recordAt } from '../platform/forms';
import { words } from '../platform/i18n/words';
import { may } from '../platform/session/guards';
import { PrintRunForm } from './print-run-form';
import { PrintRunList } from './print-run-list';
import { PrintRunPage } from './print-run-page';

export const routes: Routes = [
  {
    path: '',
    canActivate: [may('print-runs.read')],
    resolve: { words: words('print-runs') },
    children: [
      { path: '', title: 'printRuns.title', component: PrintRunList },
      {
        path: 'nouveau',
        title: 'printRuns.new',
        component: PrintRunForm,
        canActivate: [may('print-runs.write')],
        canDeactivate: [unsavedGuard],
      },
      { path: ':id', title: 'printRuns.one', component: PrintRunPage },
      {
        path: ':id/modifier',
        title: 'printRuns.edit',
        component: PrintRunForm,
        canActivate: [may('print-runs.write')],
        canDeactivate: [unsavedGuard],
        resolve: { record: recordAt<PrintRunResponse>('/api/print-runs') },
      },
    ],
  },
];
