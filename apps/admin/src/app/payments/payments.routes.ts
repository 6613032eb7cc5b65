import type { Routes } from '@angular/router';
import { words } from '../platform/i18n/words';
import { may } from '../platform/session/guards';
import { AuthorBalances } from './balances/author-balances';
import { ContractBalances } from './balances/contract-balances';
import { PayablesList } from './balances/payables-list';
import { PayeePage } from './balances/payee-page';
import { PayByHand } from './made/pay-by-hand';
import { PaymentList } from './made/payment-list';
import { PaymentPage } from './made/payment-page';
import { NewRun } from './runs/new-run';
import { RunList } from './runs/run-list';
import { RunRecord } from './runs/run-record';

export const routes: Routes = [
  {
    path: '',
    canActivate: [may('payments.read')],
    resolve: { words: words('payments', 'royalties') },
    children: [
      { path: '', pathMatch: 'full', title: 'payments.title', component: AuthorBalances },
      { path: 'contrats', title: 'payments.contracts.title', component: ContractBalances },
      { path: 'a-payer', title: 'payments.payables.title', component: PayablesList },
      { path: 'personnes/:id', title: 'payments.payee.title', component: PayeePage },
      {
        path: 'personnes/:id/verser',
        title: 'payments.hand.title',
        component: PayByHand,
        canActivate: [may('payments.write')],
      },
      { path: 'ordres', title: 'payments.runs.title', component: RunList },
      {
        path: 'ordres/nouveau',
        title: 'payments.runs.new',
        component: NewRun,
        canActivate: [may('payments.write')],
      },
      { path: 'ordres/:id', title: 'payments.runs.one', component: RunRecord },
      { path: 'versements', title: 'payments.made.title', component: PaymentList },
      { path: 'versements/:id', title: 'payments.made.one', component: PaymentPage },
    ],
  },
];
