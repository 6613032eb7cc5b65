import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { FormField, disabled, email, form, required } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { UserResponse } from '@colophon/api-client';
import { Field } from '@colophon/ui/fields';
import { FormPage, editing } from '@colophon/ui/form-page';
import { Section } from '@colophon/ui/record';
import { Toasts } from '@colophon/ui/toast';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

interface UserDraft {
  email: string;
  displayName: string;
  role: UserResponse['role'];
  locale: 'fr' | 'en';
  disabled: boolean;
}

const ROLES: readonly UserResponse['role'][] = ['owner', 'editorial', 'sales', 'accountant', 'read-only'];

@Component({
  selector: 'co-user-form',
  imports: [Field, FormField, FormPage, Section, TranslocoPipe],
  templateUrl: './user-form.html',
})
export class UserForm {
  readonly record = input<UserResponse>();
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  protected readonly roles = ROLES;

  protected readonly model = linkedSignal<UserDraft>(() => draftOf(this.record()));
  protected readonly form = form(this.model, (path) => {
    required(path.email);
    email(path.email);
    disabled(path.email, () => this.record() !== undefined);
    required(path.displayName);
  });
  readonly editing = editing<UserDraft, UserResponse>({
    model: this.model,
    form: this.form,
    draft: () => null,
    save: (draft) => this.save(draft),
    saved: () => this.leave(),
  });
  protected readonly words = computed(() => (this.record() ? 'users.edit' : 'users.new'));

  protected cancel(): void {
    void this.router.navigateByUrl('/reglages/utilisateurs');
  }

  private save(draft: UserDraft): Promise<UserResponse> {
    const record = this.record();
    const { email: address, disabled: isDisabled, ...rest } = draft;
    return firstValueFrom(
      record
        ? this.http.put<UserResponse>(`/api/users/${record.id}`, {
            ...rest,
            disabled: isDisabled,
            version: record.version,
          })
        : this.http.post<UserResponse>('/api/users', { ...rest, email: address.trim() }),
    );
  }

  private leave(): void {
    this.toasts.done(this.transloco.translate(this.record() ? 'users.saved' : 'users.created'));
    this.cancel();
  }
}

function draftOf(user: UserResponse | undefined): UserDraft {
  return {
    email: user?.email ?? '',
    displayName: user?.displayName ?? '',
    role: user?.role ?? 'editorial',
    locale: user?.locale ?? 'fr',
    disabled: user?.disabled ?? false,
  };
}
