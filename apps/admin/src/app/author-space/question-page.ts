import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, numberAttribute, signal } from '@angular/core';
import { FormField, form, maxLength, required } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import type { QuestionResponse } from '@colophon/api-client';
import { Field } from '@colophon/ui/fields';
import { editing } from '@colophon/ui/form-page';
import { ProblemNotice } from '@colophon/ui/problem';
import { Fact, RecordHeader, Section } from '@colophon/ui/record';
import { Status } from '@colophon/ui/status';
import { Toasts } from '@colophon/ui/toast';
import { DateText, Money } from '@colophon/ui/values';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { PageTitle } from '../platform/i18n/page-title';
import { Session } from '../platform/session/session';

/** A question of an author with its line, and the house's answer. */
@Component({
  selector: 'co-question-page',
  imports: [
    DateText,
    Fact,
    Field,
    FormField,
    Money,
    ProblemNotice,
    RecordHeader,
    RouterLink,
    Section,
    Status,
    TranslocoPipe,
  ],
  templateUrl: './question-page.html',
  styles: `
    .text {
      max-width: 72ch;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }

    .button {
      margin-top: 12px;
    }
  `,
  host: { class: 'page' },
})
export class QuestionPage {
  readonly id = input.required({ transform: numberAttribute });
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly session = inject(Session);
  protected readonly record = httpResource<QuestionResponse>(() => `/api/author-questions/${this.id()}`);
  protected readonly mayAnswer = () => this.session.may('royalties.write');
  protected readonly model = signal({ answer: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.answer);
    maxLength(path.answer, 10_000);
  });
  readonly editing = editing<{ answer: string }, QuestionResponse>({
    model: this.model,
    form: this.form,
    draft: () => `author-question:${this.id()}`,
    save: ({ answer }) => this.send(answer),
    saved: (question) => {
      this.record.set(question);
      this.form().reset({ answer: '' });
      this.toasts.done(this.transloco.translate('authorSpace.house.answered'));
    },
  });
  protected readonly refusal = computed(() => {
    const problem = this.editing.problem();
    return problem && (problem.detail ?? problem.title);
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      if (this.record.hasValue()) title.set(this.record.value().contributorName);
    });
  }

  private send(answer: string): Promise<QuestionResponse> {
    const version = this.record.hasValue() ? this.record.value().version : 0;
    const path = `/api/author-questions/${this.id()}/answer`;
    return firstValueFrom(this.http.post<QuestionResponse>(path, { answer, version }));
  }
}
