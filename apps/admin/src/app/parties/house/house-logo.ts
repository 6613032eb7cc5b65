import { HttpClient } from '@angular/common/http';
import { Component, inject, input, output, signal } from '@angular/core';
import type { HouseResponse } from '@colophon/api-client';
import { Icon } from '@colophon/ui/icon';
import { problemOf } from '@colophon/ui/problem';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

/** The logo as documents carry it, and how to replace it. */
@Component({
  selector: 'co-house-logo',
  imports: [Icon, TranslocoPipe],
  template: `
    @if (house().logoFileId; as file) {
      <img [src]="'/api/house/logo?v=' + file" [alt]="'parties.house.logo' | transloco" />
    } @else {
      <span class="none faint">{{ 'parties.house.noLogo' | transloco }}</span>
    }
    @if (mayWrite()) {
      <label class="button">
        <ui-icon name="upload" />{{ 'parties.house.replaceLogo' | transloco }}
        <input
          #file
          class="visually-hidden"
          type="file"
          accept="image/png,image/jpeg,image/svg+xml"
          (change)="replace(file)"
        />
      </label>
    }
    @if (refusal(); as text) {
      <p class="notice late" role="alert">{{ text }}</p>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 16px;
      align-items: center;
    }

    img,
    .none {
      display: grid;
      place-items: center;
      min-width: 120px;
      height: 72px;
      max-width: 240px;
      padding: 8px;
      border: 1px solid var(--rule);
      background: #fff;
      object-fit: contain;
    }

    .none {
      background: none;
    }

    label:focus-within {
      outline: 2px solid var(--accent);
      outline-offset: 2px;
    }

    .notice {
      flex-basis: 100%;
    }
  `,
})
export class HouseLogo {
  readonly house = input.required<HouseResponse>();
  readonly mayWrite = input(false);
  readonly replaced = output<HouseResponse>();
  protected readonly refusal = signal('');
  private readonly http = inject(HttpClient);
  private readonly transloco = inject(TranslocoService);

  protected async replace(box: HTMLInputElement): Promise<void> {
    const file = box.files?.[0];
    if (!file) return;
    const body = new FormData();
    body.set('file', file);
    this.refusal.set('');
    try {
      this.replaced.emit(await firstValueFrom(this.http.put<HouseResponse>('/api/house/logo', body)));
    } catch (error) {
      const problem = problemOf(error);
      this.refusal.set(problem.detail ?? (problem.title || this.transloco.translate('ui.problem.unexpected')));
    }
    box.value = '';
  }
}
