import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FeeReturnResponse } from '@colophon/api-client';
import { ProblemNotice } from '@colophon/ui/problem';
import { Status } from '@colophon/ui/status';
import { Money } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '../../platform/session/session';
import { DeclarationHead, filesOf } from './declaration-head';

/** DAS2: who was paid how much in a year, VAT included. */
@Component({
  selector: 'co-fee-return',
  imports: [DeclarationHead, Money, ProblemNotice, RouterLink, Status, TranslocoPipe],
  templateUrl: './fee-return.html',
  host: { class: 'page' },
  styles: `
    .scroll {
      overflow-x: auto;
    }
  `,
})
export class FeeReturn {
  readonly annee = input<string>();
  private readonly session = inject(Session);
  protected readonly year = computed(() => Number(this.annee() ?? this.session.today().slice(0, 4)));
  protected readonly files = computed(() => filesOf('fees', { year: this.year() }));
  protected readonly made = httpResource<FeeReturnResponse>(() => `/api/declarations/fees?year=${this.year()}`);
}
