import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink, RouterLinkActive } from '@angular/router';
import { Icon } from '@colophon/ui/icon';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '../../platform/session/session';

/** The first year of the rates that a house starts with. */
const FIRST_YEAR = 2020;

/** What is common to the returns: their pages side by side, the year, and the file of what is shown. */
@Component({
  selector: 'co-declaration-head',
  imports: [Icon, RouterLink, RouterLinkActive, TranslocoPipe],
  templateUrl: './declaration-head.html',
  styleUrl: './declaration-head.css',
})
export class DeclarationHead {
  /** Of `declarations.*`: `urssaf`. */
  readonly of = input.required<string>();
  readonly year = input<number>();
  /** Files of what is shown, by their format's name; none where there is nothing to export. */
  readonly files = input<readonly { readonly label: string; readonly href: string }[]>([]);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly pages = [
    { path: '/droits/declarations', of: 'urssaf', exact: true },
    { path: '/droits/declarations/das2', of: 'das2', exact: false },
    { path: '/droits/declarations/impots', of: 'taxes', exact: false },
    { path: '/droits/declarations/certificats', of: 'certificates', exact: false },
  ];
  protected readonly years = computed(() => {
    const last = Number(this.session.today().slice(0, 4)) + 1;
    return Array.from({ length: last - FIRST_YEAR + 1 }, (_, back) => last - back);
  });

  protected choose(annee: string): void {
    void this.router.navigate([], { queryParams: { annee }, queryParamsHandling: 'merge' });
  }
}

/** The same table as the page shows, as the API makes it. */
export function filesOf(name: string, query: Readonly<Record<string, number | undefined>>) {
  const given = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`]));
  const href = (format: string) => `/api/declarations/export/${name}?${[...given, `format=${format}`].join('&')}`;
  return [
    { label: 'CSV', href: href('csv') },
    { label: 'XLSX', href: href('xlsx') },
  ];
}
