import type { Routes } from '@angular/router';
import { words } from '../../platform/i18n/words';
import { may } from '../../platform/session/guards';
import { CertificateList } from './certificate-list';
import { ContributionReturn } from './contribution-return';
import { FeeReturn } from './fee-return';
import { TaxReturn } from './tax-return';

export const routes: Routes = [
  {
    path: '',
    canActivate: [may('payments.read')],
    resolve: { words: words('declarations') },
    children: [
      { path: '', pathMatch: 'full', title: 'declarations.urssaf.title', component: ContributionReturn },
      { path: 'das2', title: 'declarations.das2.title', component: FeeReturn },
      { path: 'impots', title: 'declarations.taxes.title', component: TaxReturn },
      { path: 'certificats', title: 'declarations.certificates.title', component: CertificateList },
    ],
  },
];
