import { Component, input, output } from '@angular/core';
import { Icon } from '@colophon/ui/icon';
import { DateText } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Editing } from './editing';

/**
 * The page around a form: heading, what was refused, a draft found, the fields, and the acts at the bottom.
 * Ctrl-S (⌘S) saves. Fields go inside `<ui-section>`s with `class="form-grid"`.
 */
@Component({
  selector: 'ui-form-page',
  imports: [DateText, Icon, TranslocoPipe],
  templateUrl: './form-page.html',
  styleUrl: './form-page.css',
  host: { class: 'page', '(document:keydown)': 'key($event)' },
})
export class FormPage {
  readonly editing = input.required<Editing>();
  readonly heading = input.required<string>();
  readonly lede = input<string>();
  /** Names the act: « Enregistrer », « Créer le point de vente ». */
  readonly saveLabel = input.required<string>();
  /** For who may look but not change: no acts. */
  readonly readonly = input(false);
  readonly cancelled = output();

  protected key(event: KeyboardEvent): void {
    if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (!this.readonly()) void this.editing().save();
  }

  protected submit(event: Event): void {
    event.preventDefault();
    void this.editing().save();
  }
}
