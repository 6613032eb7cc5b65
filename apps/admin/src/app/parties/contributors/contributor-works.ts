import { httpResource } from '@angular/common/http';
import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { WorkPage, WorkRow } from '@colophon/api-client';
import { ProblemNotice } from '@colophon/ui/problem';
import { IsbnText } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';

const SHOWN = 20;

/** The works of a person, and what they did for each. */
@Component({
  selector: 'co-contributor-works',
  imports: [IsbnText, ProblemNotice, RouterLink, TranslocoPipe],
  template: `
    @if (works.error(); as error) {
      <ui-problem [error]="error" (retry)="works.reload()" />
    } @else if (works.hasValue() && works.value().items.length) {
      <table class="plain">
        <thead>
          <tr>
            <th>{{ 'contributors.workTitle' | transloco }}</th>
            <th>{{ 'contributors.workRole' | transloco }}</th>
            <th class="wide">ISBN</th>
          </tr>
        </thead>
        <tbody>
          @for (work of works.value().items; track work.id) {
            <tr>
              <td>
                <a class="serif" [routerLink]="['/catalogue/oeuvres', work.id]">{{ work.title }}</a>
              </td>
              <td>
                @for (role of rolesOn(work); track role; let last = $last) {
                  {{ 'contributors.roles.' + role | transloco }}{{ last ? '' : ',' }}
                }
              </td>
              <td class="wide"><ui-isbn [value]="work.mainEdition?.isbn13" /></td>
            </tr>
          }
        </tbody>
      </table>
      @if (more()) {
        <p class="more">
          <a routerLink="/catalogue/oeuvres" [queryParams]="{ contributor: contributorId() }">
            {{ 'contributors.allWorks' | transloco }} ({{ works.value().total }})
          </a>
        </p>
      }
    } @else if (works.hasValue()) {
      <p class="soft">{{ 'contributors.noWorks' | transloco }}</p>
    } @else {
      <span class="skeleton" style="width: 60%"></span>
    }
  `,
  styles: `
    .more {
      margin-top: 8px;
    }

    @media (max-width: 599px) {
      .wide {
        display: none;
      }
    }
  `,
})
export class ContributorWorks {
  readonly contributorId = input.required<number>();
  protected readonly works = httpResource<WorkPage>(() => ({
    url: '/api/works',
    params: { contributor: this.contributorId(), limit: SHOWN },
  }));
  protected readonly more = computed(() => this.works.hasValue() && this.works.value().total > SHOWN);

  protected rolesOn(work: WorkRow): string[] {
    return work.contributors
      .filter(({ contributorId }) => contributorId === this.contributorId())
      .map(({ role }) => role);
  }
}
