import { HttpClient } from '@angular/common/http';
import { inject } from '@angular/core';
import type { Routes } from '@angular/router';
import type { MailSettingsResponse } from '@colophon/api-client';
import { unsavedGuard } from '@colophon/ui/form-page';
import { words } from '../i18n/words';
import { may } from '../session/guards';
import { MailPage } from './mail-page';
import { MailSettingsForm } from './mail-settings-form';
import { Outbox } from './outbox';

export const settingsRoutes: Routes = [
  {
    path: '',
    title: 'mail.settings.title',
    component: MailSettingsForm,
    canActivate: [may('mail.read')],
    canDeactivate: [unsavedGuard],
    resolve: {
      words: words('mail'),
      record: () => inject(HttpClient).get<MailSettingsResponse>('/api/mail/settings'),
    },
  },
];

export const outboxRoutes: Routes = [
  {
    path: '',
    canActivate: [may('mail.read')],
    resolve: { words: words('mail') },
    children: [
      { path: '', title: 'mail.outbox.title', component: Outbox },
      { path: ':id', title: 'mail.outbox.one', component: MailPage },
    ],
  },
];
