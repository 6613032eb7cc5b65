import { Component, computed, inject, input, output } from '@angular/core';
import { Locale } from '@colophon/ui/locale';
import { TranslocoPipe } from '@jsverse/transloco';

/** How much of something is paid: a decimal amount of the wire, typed with a comma or a point. */
@Component({
  selector: 'co-part-input',
  imports: [TranslocoPipe],
  template: `
    <input
      class="input amount"
      type="text"
      inputmode="decimal"
      autocomplete="off"
      [attr.aria-label]="'payments.partOf' | transloco: { label: label() }"
      [readonly]="fixed()"
      [value]="shown()"
      (change)="type($any($event.target))"
    />
  `,
  styles: `
    input {
      width: 11ch;
      text-align: right;
    }
  `,
})
export class PartInput {
  readonly label = input.required<string>();
  readonly gross = input.required<string>();
  /** An instalment is paid whole. */
  readonly fixed = input(false);
  readonly changed = output<string>();
  private readonly locale = inject(Locale);
  protected readonly shown = computed(() => this.written(this.gross()));

  /** What is no amount goes back to what it was. */
  protected type(box: HTMLInputElement): void {
    const text = box.value.replace(/[\s\u00a0\u202f€]/g, '').replace(',', '.');
    const [, euros = '', cents = ''] = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(text) ?? [];
    if (euros === '') {
      box.value = this.shown();
      return;
    }
    const amount = `${euros}.${cents.padEnd(2, '0')}`;
    box.value = this.written(amount);
    this.changed.emit(amount);
  }

  private written(amount: string): string {
    return this.locale.lang() === 'fr' ? amount.replace('.', ',') : amount;
  }
}
