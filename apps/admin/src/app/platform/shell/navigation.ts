import { Injectable, InjectionToken, computed, inject } from '@angular/core';
import { Session } from '../session/session';
import { sections, type NavEntry, type NavSection } from './nav';

/** The navigation's entries, provided from `app.routes.ts` so that the shell knows no feature. */
export const NAV = new InjectionToken<readonly NavEntry[]>('nav');

export interface ShownSection extends NavSection {
  readonly entries: readonly NavEntry[];
}

/** What the signed-in reader may go to, in the order of the sections. */
@Injectable({ providedIn: 'root' })
export class Navigation {
  private readonly session = inject(Session);
  private readonly nav = inject(NAV);
  readonly entries = computed(() => this.nav.filter((entry) => this.session.may(entry.permission)));
  readonly sections = computed<readonly ShownSection[]>(() =>
    sections
      .map((section) => ({ ...section, entries: this.entries().filter((entry) => entry.section === section.id) }))
      .filter((section) => section.entries.length > 0),
  );
  readonly creations = computed(() =>
    this.entries().flatMap((entry) =>
      entry.create && this.session.may(entry.create.permission) ? [entry.create] : [],
    ),
  );
  /** Where the reader arrives: home when it exists, else the first page of theirs. */
  readonly start = computed(() => this.sections()[0]?.entries[0]?.path ?? '/interdit');
}
