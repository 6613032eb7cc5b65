import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EditionResponse } from '@colophon/api-client';
import { formatEan13 } from '@colophon/domain/identifiers';
import { History } from '@colophon/ui/history';
import { Icon } from '@colophon/ui/icon';
import { Status } from '@colophon/ui/status';
import { Copyable, DateText, IsbnText, Money, Percent } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';
import { HasPermission } from '../../platform/session/has-permission';
import { Session } from '../../platform/session/session';
import { meaningOf } from './availability';
import { CoverUpload } from './cover-upload';

/** One edition on its work's page: what it is, what it costs and from when, and its own history. */
@Component({
  selector: 'co-edition-card',
  imports: [
    Copyable,
    CoverUpload,
    DateText,
    HasPermission,
    History,
    Icon,
    IsbnText,
    Money,
    Percent,
    RouterLink,
    Status,
    TranslocoPipe,
  ],
  templateUrl: './edition-card.html',
  styleUrl: './edition-card.css',
})
export class EditionCard {
  readonly edition = input.required<EditionResponse>();
  readonly changed = output();
  private readonly session = inject(Session);
  protected readonly showsHistory = signal(false);
  protected readonly mayWrite = computed(() => this.session.may('catalogue.write'));
  protected readonly meaning = computed(() => meaningOf(this.edition().availability));
  protected readonly ean = computed(() => {
    const { ean } = this.edition();
    return ean && formatEan13(ean);
  });
  /** The newest first: people look for today's and for what is coming. */
  protected readonly prices = computed(() => {
    const { prices, currentPrice } = this.edition();
    const today = this.session.today();
    return prices.toReversed().map((price) => ({
      ...price,
      state: price.validFrom === currentPrice?.validFrom ? 'current' : price.validFrom > today ? 'upcoming' : null,
    }));
  });
}
