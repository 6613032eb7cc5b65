import { email, max, maxLength, min, required, type SchemaPathTree } from '@angular/forms/signals';
import type { MailSettingsResponse, MailSettingsUpdate } from '@colophon/api-client';
import { orEmpty, orNull } from '../forms';

export interface MailSettingsDraft {
  host: string;
  port: number | null;
  security: MailSettingsResponse['security'];
  userName: string;
  password: string;
  fromName: string;
  fromAddress: string;
  replyTo: string;
  publicAddress: string;
}

export function mailDraftOf(settings: MailSettingsResponse): MailSettingsDraft {
  return {
    ...{ host: orEmpty(settings.host), port: settings.port, security: settings.security },
    ...{ userName: orEmpty(settings.userName), password: '' },
    ...{ fromName: orEmpty(settings.fromName), fromAddress: orEmpty(settings.fromAddress) },
    ...{ replyTo: orEmpty(settings.replyTo), publicAddress: orEmpty(settings.publicAddress) },
  };
}

/** A password that is not typed is the one that is set; without a user there is none. */
export function mailBodyOf(draft: MailSettingsDraft, version: number): MailSettingsUpdate {
  const userName = orNull(draft.userName);
  return {
    ...{ host: orNull(draft.host), port: draft.port ?? 465, security: draft.security, userName },
    ...(draft.password ? { password: draft.password } : userName === null ? { password: null } : {}),
    ...{ fromName: orNull(draft.fromName), fromAddress: orNull(draft.fromAddress), replyTo: orNull(draft.replyTo) },
    ...{ publicAddress: orNull(draft.publicAddress), version },
  };
}

export function mailRules(path: SchemaPathTree<MailSettingsDraft>): void {
  required(path.port);
  min(path.port, 1);
  max(path.port, 65535);
  required(path.fromAddress, { when: ({ valueOf }) => valueOf(path.host) !== '' });
  email(path.fromAddress);
  email(path.replyTo);
  maxLength(path.publicAddress, 200);
}
