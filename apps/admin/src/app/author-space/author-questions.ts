import { httpResource } from '@angular/common/http';
import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AuthorQuestionListResponse } from '@colophon/api-client';
import { ProblemNotice } from '@colophon/ui/problem';
import { Status } from '@colophon/ui/status';
import { DateText, Money } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';

/** What an author asked, and what the house answered. */
@Component({
  selector: 'co-author-questions',
  imports: [DateText, Money, ProblemNotice, RouterLink, Status, TranslocoPipe],
  template: `
    <h1>{{ 'authorSpace.questions.title' | transloco }}</h1>
    <p class="lede">{{ 'authorSpace.questions.lede' | transloco }}</p>
    @if (found.error(); as error) {
      <ui-problem [error]="error" (retry)="found.reload()" />
    } @else if (found.hasValue()) {
      <ul class="terms">
        @for (question of found.value().items; track question.id) {
          <li>
            <p class="small soft">
              <a [routerLink]="['/auteur/redditions', question.statementId]">{{ question.statementNumber }}</a> ·
              {{ question.lineLabel }}
              @if (question.lineAmount) {
                · <ui-money [value]="question.lineAmount" />
              }
            </p>
            <p class="asked">{{ question.body }}</p>
            <p class="small soft">
              <ui-date [value]="question.askedAt" shape="moment" />
              @if (question.status === 'open') {
                · <ui-status meaning="due" [label]="'authorSpace.questions.open' | transloco" />
              }
            </p>
            @if (question.answer) {
              <div class="answer">
                <p class="strong">{{ 'authorSpace.questions.answer' | transloco }}</p>
                <p class="asked">{{ question.answer }}</p>
                <p class="small soft"><ui-date [value]="question.answeredAt" shape="moment" /></p>
              </div>
            }
          </li>
        } @empty {
          <li class="lede">{{ 'authorSpace.questions.none' | transloco }}</li>
        }
      </ul>
    }
  `,
  styleUrl: './author-space.css',
  styles: `
    .asked {
      max-width: 68ch;
      margin: 4px 0;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }

    .answer {
      margin: 8px 0 0;
      padding-left: 16px;
      border-left: 2px solid var(--accent);
    }
  `,
})
export class AuthorQuestions {
  protected readonly found = httpResource<AuthorQuestionListResponse>(() => '/api/author/questions');
}
