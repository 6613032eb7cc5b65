import type { Routes } from '@angular/router';
import { unsavedGuard } from '@colophon/ui/form-page';
import { words } from '../platform/i18n/words';
import { may } from '../platform/session/guards';
import { CountSheet } from './count-sheet';
import { EditionStockPage } from './edition-stock-page';
import { MovementsPage } from './movements-page';
import { StockList } from './stock-list';

export const routes: Routes = [
  {
    path: '',
    canActivate: [may('stock.read')],
    resolve: { words: words('stock') },
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'titres' },
      { path: 'titres', title: 'stock.title', component: StockList },
      { path: 'titres/:id', title: 'stock.one', component: EditionStockPage },
      { path: 'mouvements', title: 'stock.movements', component: MovementsPage },
      {
        path: 'inventaire',
        title: 'stock.count.title',
        component: CountSheet,
        canActivate: [may('stock.write')],
        canDeactivate: [unsavedGuard],
      },
    ],
  },
];
