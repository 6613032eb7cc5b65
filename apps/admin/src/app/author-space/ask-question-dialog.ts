import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { FormField, form, maxLength, required } from '@angular/forms/signals';
import type { AuthorQuestion, QuestionInput } from '@colophon/api-client';
import { DialogFrame } from '@colophon/ui/dialog';
import { Field } from '@colophon/ui/fields';
import { editing } from '@colophon/ui/form-page';
import { Money } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { AuthorSession } from './author-session';

/** The line of a statement that a question is about. */
export type AskedLine = Pick<QuestionInput, 'statementId' | 'lineLabel'> & { readonly lineAmount: string | null };

/** A question on a line, sent to the house with its reference. */
@Component({
  selector: 'co-ask-question-dialog',
  imports: [DialogFrame, Field, FormField, Money, TranslocoPipe],
  template: `
    <ui-dialog-frame [heading]="'authorSpace.question.title' | transloco">
      <p>
        {{ line.lineLabel }}
        @if (line.lineAmount !== null) {
          · <ui-money [value]="line.lineAmount" />
        }
      </p>
      @if (refusal(); as sentence) {
        <p class="notice late" role="alert">{{ sentence }}</p>
      }
      <form id="question" novalidate (submit)="$event.preventDefault(); editing.save()">
        <ui-field [label]="'authorSpace.question.body' | transloco" [help]="'authorSpace.question.help' | transloco">
          <textarea rows="5" [formField]="form.body"></textarea>
        </ui-field>
      </form>
      <ng-container slot="acts">
        <button type="button" class="button" (click)="ref.close()">{{ 'ui.cancel' | transloco }}</button>
        <button type="submit" form="question" class="button primary" [attr.aria-disabled]="editing.saving() || null">
          {{ 'authorSpace.question.act' | transloco }}
        </button>
      </ng-container>
    </ui-dialog-frame>
  `,
})
export class AskQuestionDialog {
  protected readonly line = inject<AskedLine>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  private readonly http = inject(HttpClient);
  private readonly session = inject(AuthorSession);
  protected readonly model = signal({ body: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.body);
    maxLength(path.body, 5000);
  });
  protected readonly editing = editing<{ body: string }, AuthorQuestion>({
    model: this.model,
    form: this.form,
    draft: () => null,
    save: ({ body }) => this.send(body),
    saved: () => this.ref.close(true),
  });
  protected readonly refusal = computed(() => {
    const problem = this.editing.problem();
    return problem && (problem.detail ?? problem.title);
  });

  private send(body: string): Promise<AuthorQuestion> {
    const question: QuestionInput = { ...this.line, lineLabel: this.line.lineLabel.slice(0, 500), body };
    const headers = this.session.headers();
    return firstValueFrom(this.http.post<AuthorQuestion>('/api/author/questions', question, { headers }));
  }
}
