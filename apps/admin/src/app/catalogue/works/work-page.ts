import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, numberAttribute } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { WorkResponse } from '@colophon/api-client';
import { History } from '@colophon/ui/history';
import { Icon } from '@colophon/ui/icon';
import { ProblemNotice } from '@colophon/ui/problem';
import { Detail, Fact, RecordHeader, Section } from '@colophon/ui/record';
import { Status } from '@colophon/ui/status';
import { DateText, IsbnText, Money } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';
import { PageTitle } from '../../platform/i18n/page-title';
import { HasPermission } from '../../platform/session/has-permission';
import { EditionCard } from '../editions/edition-card';

@Component({
  selector: 'co-work-page',
  imports: [
    DateText,
    Detail,
    EditionCard,
    Fact,
    HasPermission,
    History,
    Icon,
    IsbnText,
    Money,
    ProblemNotice,
    RecordHeader,
    RouterLink,
    Section,
    Status,
    TranslocoPipe,
  ],
  templateUrl: './work-page.html',
  styleUrl: './work-page.css',
  host: { class: 'page' },
})
export class WorkPage {
  readonly id = input.required({ transform: numberAttribute });
  protected readonly record = httpResource<WorkResponse>(() => `/api/works/${this.id()}`);
  private readonly work = computed(() => (this.record.hasValue() ? this.record.value() : undefined));
  /** The edition by which the work is known: the API gives the first in print first. */
  protected readonly main = computed(() => this.work()?.editions.find(({ archived }) => !archived));
  protected readonly byline = computed(() => {
    const names = this.work()?.contributors.map(({ displayName }) => displayName) ?? [];
    return [this.work()?.subtitle, [...new Set(names)].join(', ')].filter(Boolean).join(' · ');
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => this.record.hasValue() && title.set(this.record.value().title));
  }
}
