import type { Routes } from '@angular/router';
import { words } from '../../platform/i18n/words';
import { may } from '../../platform/session/guards';
import { Simulator } from './simulator';

/** `/droits/simulateur`. */
export const routes: Routes = [
  {
    path: '',
    title: 'simulator.title',
    component: Simulator,
    canActivate: [may('royalties.read')],
    resolve: { words: words('simulator'), traces: words('royalties') },
  },
];
