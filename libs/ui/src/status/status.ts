import { Component, computed, input } from '@angular/core';
import { Icon, type IconName } from '@colophon/ui/icon';

/** What a state means for the reader. Only these four have a colour; everything else is neutral. */
export type Meaning = 'neutral' | 'due' | 'late' | 'done' | 'blocked';

const MARKS: Readonly<Record<Meaning, IconName | null>> = {
  neutral: null,
  due: 'clock',
  late: 'alert',
  done: 'check',
  blocked: 'stop',
};

/** A state as a word with its mark: never by colour alone. */
@Component({
  selector: 'ui-status',
  imports: [Icon],
  template: `<span class="badge" [class]="meaning()">
    @if (mark(); as name) {
      <ui-icon [name]="name" />
    }
    {{ label() }}</span
  >`,
  styles: `
    :host {
      display: inline-flex;
      vertical-align: middle;
      font-weight: var(--regular);
    }

    .neutral {
      padding-left: 7px;
    }

    ui-icon {
      width: 12px;
      height: 12px;
    }
  `,
})
export class Status {
  readonly label = input.required<string>();
  readonly meaning = input<Meaning>('neutral');
  protected readonly mark = computed(() => MARKS[this.meaning()]);
}
