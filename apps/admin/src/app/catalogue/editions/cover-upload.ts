import { HttpClient } from '@angular/common/http';
import { Component, inject, input, output, signal } from '@angular/core';
import type { EditionResponse } from '@colophon/api-client';
import { Icon } from '@colophon/ui/icon';
import { problemOf } from '@colophon/ui/problem';
import { Toasts } from '@colophon/ui/toast';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { Cover } from './cover';

/** An edition's cover, and how to replace it. */
@Component({
  selector: 'co-cover-upload',
  imports: [Cover, Icon, TranslocoPipe],
  template: `
    <co-cover size="large" [url]="edition().coverUrl" />
    @if (mayWrite()) {
      <label class="button plain" [title]="'catalogue.editions.replaceCover' | transloco">
        <ui-icon name="upload" /><span class="word">{{ 'catalogue.editions.cover' | transloco }}</span>
        <span class="visually-hidden">{{ 'catalogue.forms.' + edition().productForm | transloco }}</span>
        <input #file class="visually-hidden" type="file" accept="image/png,image/jpeg" (change)="replace(file)" />
      </label>
    }
    @if (refusal(); as text) {
      <p class="notice late small" role="alert">{{ text }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
    }

    co-cover {
      max-width: 100%;
    }

    label {
      margin: 4px 0 0 -8px;
      padding: 0 8px;
    }

    @media (max-width: 599px) {
      .word {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
    }

    label:focus-within {
      outline: 2px solid var(--accent);
      outline-offset: 2px;
    }
  `,
})
export class CoverUpload {
  readonly edition = input.required<EditionResponse>();
  readonly mayWrite = input(false);
  readonly replaced = output<EditionResponse>();
  protected readonly refusal = signal('');
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);

  protected async replace(box: HTMLInputElement): Promise<void> {
    const file = box.files?.[0];
    if (!file) return;
    const body = new FormData();
    body.set('file', file);
    this.refusal.set('');
    try {
      const url = `/api/editions/${this.edition().id}/cover`;
      this.replaced.emit(await firstValueFrom(this.http.put<EditionResponse>(url, body)));
      this.toasts.done(this.transloco.translate('catalogue.editions.coverSaved'));
    } catch (error) {
      const problem = problemOf(error);
      this.refusal.set(problem.detail ?? problem.title);
    }
    box.value = '';
  }
}
