import { httpResource } from '@angular/common/http';
import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ClosingResponse, ClosingReview as Review } from '@colophon/api-client';
import { Section } from '@colophon/ui/record';
import { Money } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';

/** What a draft changes against the period before, in figures that filter the list below. */
@Component({
  selector: 'co-closing-review',
  imports: [Money, RouterLink, Section, TranslocoPipe],
  template: `
    @if (review(); as seen) {
      <ui-section [heading]="'royalties.review.title' | transloco" [lede]="'royalties.review.lede' | transloco">
        <ul class="figures">
          @for (figure of figures(); track figure.key) {
            <li>
              <a [routerLink]="[]" [queryParams]="figure.filter" queryParamsHandling="merge">
                <strong>{{ figure.count }}</strong> {{ 'royalties.review.' + figure.key | transloco }}
              </a>
            </li>
          }
        </ul>
        @if (seen.before.statements > 0) {
          <p class="soft">
            {{ 'royalties.review.before' | transloco }} <ui-money [value]="seen.before.earned" />,
            {{ 'royalties.review.beforeNet' | transloco }} <ui-money [value]="seen.before.net" />
          </p>
        }
        @if (seen.gone.length > 0) {
          <p class="strong">{{ 'royalties.review.gone' | transloco }}</p>
          <ul>
            @for (contract of seen.gone; track contract.contractId) {
              <li>
                <a [routerLink]="['/contrats', contract.contractId]">{{ contract.contractReference }}</a>
                {{ contract.contributorName }}, <span class="serif">{{ contract.workTitle }}</span> ·
                <span class="soft">{{ 'royalties.review.reasons.' + contract.reason | transloco }}</span>
                (<ui-money [value]="contract.earned" />)
              </li>
            }
          </ul>
        }
      </ui-section>
    }
  `,
  styles: `
    .figures {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 24px;
      margin: 0 0 8px;
      padding: 0;
      list-style: none;
    }
  `,
})
export class ClosingReview {
  readonly closing = input.required<ClosingResponse>();
  private readonly read = httpResource<Review>(() => `/api/closings/${this.closing().id}/review`);
  protected readonly review = computed(() => (this.read.hasValue() ? this.read.value() : undefined));
  protected readonly figures = computed(() => {
    const { changed = 0, fresh = 0, large = 0, zero = 0, gaps = 0 } = this.review() ?? {};
    return [
      { key: 'changed', count: changed, filter: { change: 'changed' } },
      { key: 'large', count: large, filter: { change: 'large' } },
      { key: 'fresh', count: fresh, filter: { change: 'new' } },
      { key: 'zero', count: zero, filter: { isZero: 'true' } },
      { key: 'gaps', count: gaps, filter: { hasGap: 'true' } },
    ];
  });
}
