import { Dialog } from '@angular/cdk/dialog';
import { HttpClient, httpResource } from '@angular/common/http';
import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PasswordLinkResponse, UserListResponse, UserResponse } from '@colophon/api-client';
import { Icon } from '@colophon/ui/icon';
import { ProblemNotice, problemOf } from '@colophon/ui/problem';
import { Status } from '@colophon/ui/status';
import { Toasts } from '@colophon/ui/toast';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { PasswordLink } from './password-link';

/** The people of the house who may sign in. A house has few: the list is whole, without pages. */
@Component({
  selector: 'co-user-list',
  imports: [Icon, ProblemNotice, RouterLink, Status, TranslocoPipe],
  templateUrl: './user-list.html',
  host: { class: 'page' },
})
export class UserList {
  private readonly http = inject(HttpClient);
  private readonly dialog = inject(Dialog);
  private readonly toasts = inject(Toasts);
  protected readonly users = httpResource<UserListResponse>(() => '/api/users');

  /** Makes the link and shows it once: it is a secret, and only its hash is kept. */
  protected async makeLink(user: UserResponse): Promise<void> {
    try {
      const url = `/api/users/${user.id}/password-link`;
      const link = await firstValueFrom(this.http.post<PasswordLinkResponse>(url, {}));
      this.dialog.open(PasswordLink, { data: { user, link }, backdropClass: 'veil' });
    } catch (error) {
      const problem = problemOf(error);
      this.toasts.failed(problem.detail ?? problem.title);
    }
  }
}
