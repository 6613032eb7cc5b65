import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import type { KeptCertificate } from '@colophon/api-client';
import { Field, PercentInput } from '@colophon/ui/fields';
import { Icon } from '@colophon/ui/icon';
import { problemOf } from '@colophon/ui/problem';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { isAbroad, taxSituations, type TaxProfileDraft } from './tax-profile-draft';

/** One dated profile: what is asked follows from the situation. */
@Component({
  selector: 'co-tax-profile-fields',
  imports: [Field, FormField, Icon, PercentInput, TranslocoPipe],
  templateUrl: './tax-profile-fields.html',
  styles: `
    label:focus-within {
      outline: 2px solid var(--accent);
      outline-offset: 2px;
    }
  `,
})
export class TaxProfileFields {
  readonly at = input.required<FieldTree<TaxProfileDraft>>();
  /** Of the contributor who has the papers; absent for a new one. */
  readonly contributorId = input<number>();
  private readonly http = inject(HttpClient);
  private readonly transloco = inject(TranslocoService);
  protected readonly situations = taxSituations;
  protected readonly situation = computed(() => this.at().situation().value());
  protected readonly isAbroad = computed(() => isAbroad(this.situation()));
  protected readonly file = computed(() => this.at().certificateFileId().value());
  protected readonly refusal = signal('');
  /** Kept just now: nothing to open before the contributor is saved. */
  protected readonly isNew = signal(false);

  protected async attach(box: HTMLInputElement): Promise<void> {
    const [file] = box.files ?? [];
    if (!file) return;
    const body = new FormData();
    body.set('file', file);
    this.refusal.set('');
    try {
      const kept = await firstValueFrom(this.http.post<KeptCertificate>('/api/contributors/certificates', body));
      const field = this.at().certificateFileId();
      field.value.set(kept.fileId);
      field.markAsDirty();
      this.isNew.set(true);
    } catch (error) {
      const problem = problemOf(error);
      this.refusal.set(problem.detail ?? (problem.title || this.transloco.translate('ui.problem.unexpected')));
    }
    box.value = '';
  }
}
