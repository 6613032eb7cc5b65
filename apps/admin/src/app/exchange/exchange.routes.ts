import type { Routes } from '@angular/router';
import { words } from '../platform/i18n/words';
import { may } from '../platform/session/guards';
import { ExportPage } from './export-page';
import { ImportList } from './import-list';
import { ImportPage } from './import-page';
import { NewImport } from './new-import';

export const routes: Routes = [
  {
    path: '',
    resolve: { words: words('exchange') },
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'imports' },
      {
        path: 'imports',
        canActivate: [may('exchange.import')],
        children: [
          { path: '', title: 'exchange.imports.title', component: ImportList },
          { path: 'nouveau', title: 'exchange.imports.new', component: NewImport },
          { path: ':id', title: 'exchange.imports.one', component: ImportPage },
        ],
      },
      {
        path: 'exports',
        canActivate: [may('exchange.export')],
        title: 'exchange.exports.title',
        component: ExportPage,
      },
    ],
  },
];
