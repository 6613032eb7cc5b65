import { provideHttpClient, withInterceptors, withRequestsMadeViaParent } from '@angular/common/http';
import { inject } from '@angular/core';
import type { CanMatchFn, Routes } from '@angular/router';
import { words } from '../platform/i18n/words';
import { AskLink } from './ask-link';
import { AuthorContract } from './author-contract';
import { AuthorContracts } from './author-contracts';
import { AuthorOverview } from './author-overview';
import { AuthorPayment } from './author-payment';
import { AuthorPayments } from './author-payments';
import { AuthorQuestions } from './author-questions';
import { AuthorSession } from './author-session';
import { AuthorShell } from './author-shell';
import { AuthorStatement } from './author-statement';
import { AuthorStatements } from './author-statements';
import { authorWire } from './author-wire';
import { EnterByLink } from './enter-by-link';

const isSignedIn: CanMatchFn = async () => (await inject(AuthorSession).current()) !== null;

/** The authors' own space: outside of the shell of the house's people. */
export const routes: Routes = [
  {
    path: '',
    resolve: { words: words('author-space', 'royalties', 'contracts') },
    providers: [provideHttpClient(withInterceptors([authorWire]), withRequestsMadeViaParent())],
    children: [
      { path: 'entrer', title: 'authorSpace.enter.title', component: EnterByLink },
      {
        path: '',
        canMatch: [isSignedIn],
        component: AuthorShell,
        children: [
          { path: '', pathMatch: 'full', title: 'authorSpace.overview.title', component: AuthorOverview },
          { path: 'redditions', title: 'authorSpace.statements.title', component: AuthorStatements },
          { path: 'redditions/:id', title: 'authorSpace.statements.one', component: AuthorStatement },
          { path: 'paiements', title: 'authorSpace.payments.title', component: AuthorPayments },
          { path: 'paiements/:id', title: 'authorSpace.payments.one', component: AuthorPayment },
          { path: 'contrats', title: 'authorSpace.contracts.title', component: AuthorContracts },
          { path: 'contrats/:id', title: 'authorSpace.contracts.one', component: AuthorContract },
          { path: 'questions', title: 'authorSpace.questions.title', component: AuthorQuestions },
          { path: '**', redirectTo: '' },
        ],
      },
      { path: '', pathMatch: 'full', title: 'authorSpace.ask.title', component: AskLink },
      { path: '**', redirectTo: '' },
    ],
  },
];
