import type { Routes } from '@angular/router';
import { unsavedGuard } from '@colophon/ui/form-page';
import { OwnAccount } from './own-account';

export const routes: Routes = [
  { path: '', title: 'platform.own.title', component: OwnAccount, canDeactivate: [unsavedGuard] },
];
