import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ContributionReturnResponse } from '@colophon/api-client';
import { ProblemNotice } from '@colophon/ui/problem';
import { Section } from '@colophon/ui/record';
import { DateText, Money } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '../../platform/session/session';
import { DeclarationHead, filesOf } from './declaration-head';

const QUARTERS = ['1', '2', '3', '4'] as const;

/** To Urssaf: the quarter's contributions, or the whole year by name. */
@Component({
  selector: 'co-contribution-return',
  imports: [DateText, DeclarationHead, Money, ProblemNotice, RouterLink, Section, TranslocoPipe],
  templateUrl: './contribution-return.html',
  host: { class: 'page' },
  styles: `
    .quarters {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      margin-bottom: 12px;
    }

    .scroll {
      overflow-x: auto;
    }
  `,
})
export class ContributionReturn {
  readonly annee = input<string>();
  /** `1` to `4`, or `annee` for the yearly return by name; absent: the quarter before today's. */
  readonly trimestre = input<string>();
  private readonly session = inject(Session);
  private readonly usual = computed(() => quarterBefore(this.session.today()));
  protected readonly quarters = [...QUARTERS, 'annee'] as const;
  protected readonly year = computed(() => Number(this.annee() ?? this.usual().year));
  protected readonly chosen = computed(() => {
    const given = this.trimestre();
    return this.quarters.find((quarter) => quarter === given) ?? String(this.usual().quarter);
  });
  private readonly query = computed(() => ({
    year: this.year(),
    quarter: this.chosen() === 'annee' ? undefined : Number(this.chosen()),
  }));
  protected readonly files = computed(() => filesOf('contributions', this.query()));
  protected readonly made = httpResource<ContributionReturnResponse>(() => {
    const { year, quarter } = this.query();
    return `/api/declarations/contributions?year=${year}${quarter === undefined ? '' : `&quarter=${quarter}`}`;
  });
  protected readonly amounts = [
    'gross',
    'socialBase',
    'csg',
    'crds',
    'pensionBase',
    'pension',
    'training',
    'social',
  ] as const;
}

/** The one that is to be declared now: a return is due on the 15th after its quarter. */
export function quarterBefore(today: string): { year: number; quarter: number } {
  const year = Number(today.slice(0, 4));
  const quarter = Math.floor((Number(today.slice(5, 7)) - 1) / 3);
  return quarter === 0 ? { year: year - 1, quarter: 4 } : { year, quarter };
}
