import { HttpClient } from '@angular/common/http';
import { inject } from '@angular/core';
import type { Routes } from '@angular/router';
import type { HouseResponse } from '@colophon/api-client';
import { unsavedGuard } from '@colophon/ui/form-page';
import { words } from '../../platform/i18n/words';
import { may } from '../../platform/session/guards';
import { HouseForm } from './house-form';

export const routes: Routes = [
  {
    path: '',
    title: 'parties.house.title',
    component: HouseForm,
    canActivate: [may('settings.read')],
    canDeactivate: [unsavedGuard],
    resolve: {
      words: words('parties'),
      record: () => inject(HttpClient).get<HouseResponse>('/api/house'),
    },
  },
];
