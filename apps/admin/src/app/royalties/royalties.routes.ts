import type { Routes } from '@angular/router';
import type { PrintRunResponse } from '@colophon/api-client';
import { unsavedGuard } from '@colophon/ui/form-page';
import { recordAt } from '../platform/forms';
import { words } from '../platform/i18n/words';
import { may } from '../platform/session/guards';
import { ClosingList } from './closings/closing-list';
import { ClosingPage } from './closings/closing-page';
import { NewClosing } from './closings/new-closing';
import { AcceptRun } from './runs/accept-run';
import { StatementList } from './statements/statement-list';
import { StatementPage } from './statements/statement-page';

export const routes: Routes = [
  {
    path: '',
    canActivate: [may('royalties.read')],
    resolve: { words: words('royalties') },
    children: [
      { path: 'clotures', title: 'royalties.closings.title', component: ClosingList },
      {
        path: 'clotures/nouvelle',
        title: 'royalties.closings.new',
        component: NewClosing,
        canActivate: [may('royalties.close')],
        canDeactivate: [unsavedGuard],
      },
      { path: 'clotures/:id', title: 'royalties.closings.one', component: ClosingPage },
      { path: 'redditions', title: 'royalties.statements.title', component: StatementList },
      { path: 'redditions/:id', title: 'royalties.statements.one', component: StatementPage },
      {
        path: 'tirages/:id/accepter',
        title: 'royalties.accept.title',
        component: AcceptRun,
        canActivate: [may('print-runs.accept')],
        canDeactivate: [unsavedGuard],
        resolve: { record: recordAt<PrintRunResponse>('/api/print-runs') },
      },
    ],
  },
];
