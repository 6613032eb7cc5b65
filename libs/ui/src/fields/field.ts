import { Component, computed, contentChild, effect, inject, input } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { Icon } from '@colophon/ui/icon';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';

let last = 0;

/**
 * A label above, one control inside (native or one of ours, bound with `[formField]`), help below, and the sentence
 * that mends a mistake once the reader has left the field. Wires ids and aria attributes by itself.
 */
@Component({
  selector: 'ui-field',
  imports: [Icon, TranslocoPipe],
  host: { class: 'ui-field' },
  templateUrl: './field.html',
  styleUrl: './field.css',
})
export class Field {
  readonly label = input.required<string>();
  readonly help = input<string>();
  readonly id = `field-${++last}`;
  private readonly bound = contentChild(FormField);
  private readonly transloco = inject(TranslocoService);

  protected readonly state = computed(() => this.bound()?.state());
  protected readonly required = computed(() => this.state()?.required() ?? false);
  readonly wrong = computed(() => {
    const state = this.state();
    return !!state && state.touched() && state.invalid();
  });
  protected readonly errors = computed(() => (this.wrong() ? (this.state()?.errors() ?? []) : []));
  readonly describedBy = computed(() => (this.wrong() ? `${this.id}-errors` : this.help() ? `${this.id}-help` : null));

  constructor() {
    effect(() => this.describe(this.bound()?.element));
  }

  /** The sentence for an error: its own message, else the one of its kind. */
  protected sentence(error: { kind: string; message?: string }): string {
    return error.message ?? this.transloco.translate(`ui.errors.${error.kind}`, { ...error });
  }

  private describe(element: HTMLElement | undefined): void {
    const describedBy = this.describedBy();
    const wrong = this.wrong();
    if (!element?.matches('input, select, textarea')) return;
    element.id = this.id;
    element.setAttribute('aria-invalid', String(wrong));
    if (describedBy) element.setAttribute('aria-describedby', describedBy);
    else element.removeAttribute('aria-describedby');
  }
}
