import { httpResource } from '@angular/common/http';
import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AuthorContractListResponse } from '@colophon/api-client';
import { ProblemNotice } from '@colophon/ui/problem';
import { Status } from '@colophon/ui/status';
import { DateText } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';

/** The contracts that an author signed. */
@Component({
  selector: 'co-author-contracts',
  imports: [DateText, ProblemNotice, RouterLink, Status, TranslocoPipe],
  template: `
    <h1>{{ 'authorSpace.contracts.title' | transloco }}</h1>
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
                  {{ row.reference }}
                  @if (row.signedOn) {
                    · {{ 'authorSpace.contracts.signedOn' | transloco }} <ui-date [value]="row.signedOn" shape="long" />
                  }
                </span>
              </span>
              @if (row.status === 'terminated') {
                <ui-status meaning="blocked" [label]="'authorSpace.contracts.terminated' | transloco" />
              }
            </a>
          </li>
        } @empty {
          <li class="lede">{{ 'authorSpace.contracts.none' | transloco }}</li>
        }
      </ul>
    }
  `,
  styleUrl: './author-space.css',
})
export class AuthorContracts {
  protected readonly found = httpResource<AuthorContractListResponse>(() => '/api/author/contracts');
}
