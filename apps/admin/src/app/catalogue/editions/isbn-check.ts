import { httpResource } from '@angular/common/http';
import { Component, computed, input } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import type { EditionPage } from '@colophon/api-client';
import { formatIsbn, isIsbn, parseIsbn } from '@colophon/domain/identifiers';
import { Icon } from '@colophon/ui/icon';
import { TranslocoPipe } from '@jsverse/transloco';
import { debounceTime } from 'rxjs';

const PAUSE_MS = 250;

/** What an ISBN is while it is typed: how many digits are missing, whether its key is right, who has it already. */
@Component({
  selector: 'co-isbn-check',
  imports: [Icon, RouterLink, TranslocoPipe],
  template: `
    <div role="status">
      @if (owner(); as edition) {
        <p class="notice late">
          {{ 'catalogue.editions.isbnUsed' | transloco: { title: edition.title } }}
          <a [routerLink]="['/catalogue/oeuvres', edition.workId]">{{ 'catalogue.editions.isbnOpen' | transloco }}</a>
        </p>
      } @else if (right(); as isbn) {
        <p class="small right"><ui-icon name="check" />{{ 'catalogue.editions.isbnRight' | transloco: { isbn } }}</p>
      } @else if (missing(); as count) {
        <p class="small faint">{{ 'catalogue.editions.isbnDigits' | transloco: { count } }}</p>
      }
    </div>
  `,
  styles: `
    :host {
      display: block;
      min-height: 24px;
      margin-top: 4px;
    }

    .right {
      display: flex;
      gap: 4px;
      align-items: center;
      color: var(--done);
    }
  `,
})
export class IsbnCheck {
  /** As typed: digits without hyphens. */
  readonly isbn = input.required<string>();
  /** The edition that is edited, which may keep its own. */
  readonly ownId = input<number>();
  private readonly settled = toSignal(toObservable(this.isbn).pipe(debounceTime(PAUSE_MS)), { initialValue: '' });
  protected readonly right = computed(() => (isIsbn(this.isbn()) ? formatIsbn(parseIsbn(this.isbn())) : null));
  protected readonly missing = computed(() => {
    const { length } = this.isbn();
    return length > 0 && length < 13 && !this.right() ? length : null;
  });
  private readonly found = httpResource<EditionPage>(() =>
    isIsbn(this.settled()) ? { url: '/api/editions', params: { q: parseIsbn(this.settled()), limit: 2 } } : undefined,
  );
  protected readonly owner = computed(() => {
    if (!this.right() || !this.found.hasValue()) return undefined;
    const isbn = parseIsbn(this.isbn());
    return this.found.value().items.find((edition) => edition.isbn13 === isbn && edition.id !== this.ownId());
  });
}
