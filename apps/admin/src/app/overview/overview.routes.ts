import type { Routes } from '@angular/router';
import { words } from '../platform/i18n/words';
import { may } from '../platform/session/guards';

export const routes: Routes = [
  {
    path: '',
    canActivate: [may('overview.read')],
    resolve: { words: words('overview', 'contracts') },
    title: 'overview.title',
    loadComponent: () => import('./home').then((file) => file.Home),
  },
];
