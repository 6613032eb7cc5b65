import { httpResource } from '@angular/common/http';
import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AuthorStatementListResponse } from '@colophon/api-client';
import { ProblemNotice } from '@colophon/ui/problem';
import { DateText, Money } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';

/** All of an author's statements, the latest first. */
@Component({
  selector: 'co-author-statements',
  imports: [DateText, Money, ProblemNotice, RouterLink, TranslocoPipe],
  template: `
    <h1>{{ 'authorSpace.statements.title' | transloco }}</h1>
    <p class="lede">{{ 'authorSpace.statements.lede' | transloco }}</p>
    @if (found.error(); as error) {
      <ui-problem [error]="error" (retry)="found.reload()" />
    } @else if (found.hasValue()) {
      <ul class="rows">
        @for (row of found.value().items; track row.id) {
          <li>
            <a [routerLink]="[row.id]">
              <span class="what">
                <span class="serif">{{ row.workTitle }}</span>
                <span class="small soft">
                  {{ row.number }} · <ui-date [value]="row.periodFrom" /> – <ui-date [value]="row.periodTo" />
                </span>
              </span>
              <span class="amount">
                <ui-money [value]="row.net" />
                <span class="small soft">{{ 'authorSpace.afterWithholding' | transloco }}</span>
              </span>
            </a>
          </li>
        } @empty {
          <li class="lede">{{ 'authorSpace.statements.none' | transloco }}</li>
        }
      </ul>
    }
  `,
  styleUrl: './author-space.css',
})
export class AuthorStatements {
  protected readonly found = httpResource<AuthorStatementListResponse>(() => '/api/author/statements');
}
