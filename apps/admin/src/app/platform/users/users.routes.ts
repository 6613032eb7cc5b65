import type { Routes } from '@angular/router';
import type { UserResponse } from '@colophon/api-client';
import { unsavedGuard } from '@colophon/ui/form-page';
import { recordAt } from '../forms';
import { words } from '../i18n/words';
import { may } from '../session/guards';
import { UserForm } from './user-form';
import { UserList } from './user-list';

export const routes: Routes = [
  {
    path: '',
    canActivate: [may('users.manage')],
    resolve: { words: words('users') },
    children: [
      { path: '', title: 'users.title', component: UserList },
      { path: 'nouveau', title: 'users.new', component: UserForm, canDeactivate: [unsavedGuard] },
      {
        path: ':id/modifier',
        title: 'users.edit',
        component: UserForm,
        canDeactivate: [unsavedGuard],
        resolve: { record: recordAt<UserResponse>('/api/users') },
      },
    ],
  },
];
