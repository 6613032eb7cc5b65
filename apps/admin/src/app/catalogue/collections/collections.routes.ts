import type { Routes } from '@angular/router';
import type { CollectionResponse } from '@colophon/api-client';
import { unsavedGuard } from '@colophon/ui/form-page';
import { recordAt } from '../../platform/forms';
import { words } from '../../platform/i18n/words';
import { may } from '../../platform/session/guards';
import { CollectionForm } from './collection-form';
import { CollectionList } from './collection-list';
import { CollectionPage } from './collection-page';

export const routes: Routes = [
  {
    path: '',
    canActivate: [may('catalogue.read')],
    resolve: { words: words('catalogue') },
    children: [
      { path: '', title: 'catalogue.collections.title', component: CollectionList },
      {
        path: 'nouvelle',
        title: 'catalogue.collections.new',
        component: CollectionForm,
        canActivate: [may('catalogue.write')],
        canDeactivate: [unsavedGuard],
      },
      { path: ':id', title: 'catalogue.collections.one', component: CollectionPage },
      {
        path: ':id/modifier',
        title: 'catalogue.collections.edit',
        component: CollectionForm,
        canActivate: [may('catalogue.write')],
        canDeactivate: [unsavedGuard],
        resolve: { record: recordAt<CollectionResponse>('/api/collections') },
      },
    ],
  },
];
