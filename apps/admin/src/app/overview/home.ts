import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OverviewResponse } from '@colophon/api-client';
import { ProblemNotice } from '@colophon/ui/problem';
import { Section } from '@colophon/ui/record';
import { DateText, IsbnText, Money, Quantity } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';
import { AlertList } from '../contracts';
import { Session } from '../platform/session/session';
import { FirstSteps } from './first-steps';
import { partsOf } from './parts';
import { SalesChart } from './sales-chart';
import { TodoList } from './todo-list';

/** The desk in the morning: what waits for the reader, then the figures of the house, those of their trade first. */
@Component({
  selector: 'co-home',
  imports: [
    AlertList,
    DateText,
    FirstSteps,
    IsbnText,
    Money,
    ProblemNotice,
    Quantity,
    RouterLink,
    SalesChart,
    Section,
    TodoList,
    TranslocoPipe,
  ],
  templateUrl: './home.html',
  styleUrl: './home.css',
  host: { class: 'page' },
})
export class Home {
  protected readonly session = inject(Session);
  protected readonly overview = httpResource<OverviewResponse>(() => '/api/overview');
  protected readonly parts = computed(() => partsOf(this.session.user()?.role));
  /** A house without a title has no figures yet: only its first steps. */
  protected readonly begins = computed(() => {
    const steps = this.overview.hasValue() ? this.overview.value().firstSteps : [];
    return steps.some(({ step, done }) => step === 'titles' && !done);
  });
}
