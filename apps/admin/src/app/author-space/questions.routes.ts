import type { Routes } from '@angular/router';
import { unsavedGuard } from '@colophon/ui/form-page';
import { words } from '../platform/i18n/words';
import { may } from '../platform/session/guards';
import { QuestionList } from './question-list';
import { QuestionPage } from './question-page';

/** The house's side: what authors ask. */
export const routes: Routes = [
  {
    path: '',
    canActivate: [may('royalties.read')],
    resolve: { words: words('author-space') },
    children: [
      { path: '', title: 'authorSpace.house.title', component: QuestionList },
      { path: ':id', title: 'authorSpace.house.one', component: QuestionPage, canDeactivate: [unsavedGuard] },
    ],
  },
];
