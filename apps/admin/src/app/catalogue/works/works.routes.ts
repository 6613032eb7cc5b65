import type { Routes } from '@angular/router';
import type { WorkResponse } from '@colophon/api-client';
import { unsavedGuard } from '@colophon/ui/form-page';
import { recordAt } from '../../platform/forms';
import { words } from '../../platform/i18n/words';
import { may } from '../../platform/session/guards';
import { collections } from '../collections/collections';
import { EditionForm } from '../editions/edition-form';
import { editionAt } from '../editions/edition-resolver';
import { contributor } from './contributor-filter';
import { WorkForm } from './work-form';
import { WorkList } from './work-list';
import { WorkPage } from './work-page';

const writes = { canActivate: [may('catalogue.write')], canDeactivate: [unsavedGuard] };

export const routes: Routes = [
  {
    path: '',
    canActivate: [may('catalogue.read')],
    resolve: { words: words('catalogue', 'contributors') },
    children: [
      { path: '', title: 'catalogue.works.title', component: WorkList, resolve: { collections, contributor } },
      { path: 'nouveau', title: 'catalogue.works.new', component: WorkForm, ...writes },
      { path: ':id', title: 'catalogue.works.one', component: WorkPage },
      {
        path: ':id/modifier',
        title: 'catalogue.works.edit',
        component: WorkForm,
        ...writes,
        resolve: { record: recordAt<WorkResponse>('/api/works') },
      },
      {
        path: ':id/editions/nouvelle',
        title: 'catalogue.editions.new',
        component: EditionForm,
        ...writes,
        resolve: { work: recordAt<WorkResponse>('/api/works') },
      },
      {
        path: ':id/editions/:edition/modifier',
        title: 'catalogue.editions.editAct',
        component: EditionForm,
        ...writes,
        resolve: { work: recordAt<WorkResponse>('/api/works'), record: editionAt },
      },
    ],
  },
];
