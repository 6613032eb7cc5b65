import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, numberAttribute } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { CollectionResponse, WorkPage } from '@colophon/api-client';
import { Ask } from '@colophon/ui/dialog';
import { History } from '@colophon/ui/history';
import { Icon } from '@colophon/ui/icon';
import { ProblemNotice, problemOf } from '@colophon/ui/problem';
import { RecordHeader, Section } from '@colophon/ui/record';
import { Toasts } from '@colophon/ui/toast';
import { DateText, IsbnText } from '@colophon/ui/values';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { PageTitle } from '../../platform/i18n/page-title';
import { HasPermission } from '../../platform/session/has-permission';
import { Cover } from '../editions/cover';

const SHOWN = 50;

@Component({
  selector: 'co-collection-page',
  imports: [
    Cover,
    DateText,
    HasPermission,
    History,
    Icon,
    IsbnText,
    ProblemNotice,
    RecordHeader,
    RouterLink,
    Section,
    TranslocoPipe,
  ],
  templateUrl: './collection-page.html',
  host: { class: 'page' },
  styles: `
    .title {
      display: flex;
      gap: 10px;
      align-items: center;
    }

    .more {
      margin-top: 12px;
    }

    @media (max-width: 599px) {
      .wide {
        display: none;
      }
    }
  `,
})
export class CollectionPage {
  readonly id = input.required({ transform: numberAttribute });
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly ask = inject(Ask);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  protected readonly record = httpResource<CollectionResponse>(() => `/api/collections/${this.id()}`);
  protected readonly works = httpResource<WorkPage>(() => ({
    url: '/api/works',
    params: { collection: this.id(), limit: SHOWN },
  }));
  protected readonly isEmpty = computed(() => this.works.hasValue() && this.works.value().total === 0);

  constructor() {
    const title = inject(PageTitle);
    effect(() => this.record.hasValue() && title.set(this.record.value().name));
  }

  protected async delete(collection: CollectionResponse): Promise<void> {
    const words = (key: string) => this.transloco.translate(`catalogue.collections.${key}`, { name: collection.name });
    const confirmed = await this.ask.confirm({
      title: words('deleteTitle'),
      text: words('deleteText'),
      act: words('delete'),
      danger: true,
    });
    if (!confirmed) return;
    try {
      await firstValueFrom(this.http.delete(`/api/collections/${collection.id}`));
      this.toasts.done(words('deleted'));
      await this.router.navigateByUrl('/catalogue/collections');
    } catch (error) {
      const problem = problemOf(error);
      this.toasts.failed(problem.detail ?? problem.title);
    }
  }
}
