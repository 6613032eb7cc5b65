import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '@colophon/ui/icon';

/**
 * The top of a record: the way back, its name in the book's own face, badges (slot `badges`), acts (slot `acts`), and the
 * figures people open the record for, as `<ui-fact>`s.
 */
@Component({
  selector: 'ui-record-header',
  imports: [Icon, RouterLink],
  template: `
    <a class="back" [routerLink]="backLink()"><ui-icon name="left" />{{ backLabel() }}</a>
    <div class="line">
      <h1>{{ heading() }}</h1>
      <ng-content select="[slot=badges]" />
      <span class="acts"><ng-content select="[slot=acts]" /></span>
    </div>
    @if (subtitle(); as text) {
      <p class="soft">{{ text }}</p>
    }
    <div class="facts"><ng-content select="ui-fact" /></div>
  `,
  styleUrl: './record-header.css',
})
export class RecordHeader {
  readonly heading = input.required<string>();
  readonly subtitle = input<string | null>();
  readonly backLink = input.required<string>();
  readonly backLabel = input.required<string>();
}

/** One answer in a record's header: a label and its value. */
@Component({
  selector: 'ui-fact',
  template: `
    <span class="label" [id]="id">{{ label() }}</span>
    <div class="value"><ng-content /></div>
  `,
  host: { role: 'group', '[attr.aria-labelledby]': 'id' },
  styles: `
    .label {
      font-size: var(--text-s);
      color: var(--ink-faint);
    }

    .value {
      font-size: var(--text-l);
      font-weight: var(--strong);
    }
  `,
})
export class Fact {
  private static last = 0;
  protected readonly id = `fact-${++Fact.last}`;
  readonly label = input.required<string>();
}
