import { DIALOG_DATA } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import type { PasswordLinkResponse, UserResponse } from '@colophon/api-client';
import { DialogFrame } from '@colophon/ui/dialog';
import { Copyable, DateText } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';

/** The link with which a person chooses their password, to hand over by whatever way the house trusts. */
@Component({
  selector: 'co-password-link',
  imports: [Copyable, DateText, DialogFrame, TranslocoPipe],
  template: `
    <ui-dialog-frame [heading]="'users.link.title' | transloco: { name: data.user.displayName }">
      <p>{{ 'users.link.text' | transloco }} <ui-date [value]="data.link.expiresAt" shape="moment" />.</p>
      <p class="address"><ui-copyable [text]="address" /></p>
    </ui-dialog-frame>
  `,
  styles: `
    .address {
      margin-top: 12px;
      padding: 10px 12px;
      overflow-x: auto;
      border: 1px solid var(--rule-strong);
      border-radius: var(--radius);
      background: var(--paper-sunk);
    }
  `,
})
export class PasswordLink {
  protected readonly data = inject<{ readonly user: UserResponse; readonly link: PasswordLinkResponse }>(DIALOG_DATA);
  protected readonly address = `${location.origin}${this.data.link.path}`;
}
