import { Injectable, computed, signal } from '@angular/core';

/** The languages of the interface; French is written first. */
export type Lang = 'fr' | 'en';

/** The language everything on the page is formatted in, as a signal so that a switch needs no reload. */
@Injectable({ providedIn: 'root' })
export class Locale {
  readonly lang = signal<Lang>('fr');
  readonly tag = computed(() => (this.lang() === 'fr' ? 'fr-FR' : 'en-GB'));
}
