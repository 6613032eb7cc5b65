import { Component, input } from '@angular/core';

let last = 0;

/** A part of a page with its heading and, in the slot `acts`, what can be done in it. */
@Component({
  selector: 'ui-section',
  template: `
    <section [attr.aria-labelledby]="id">
      <header>
        <h2 [id]="id">{{ heading() }}</h2>
        <span class="acts"><ng-content select="[slot=acts]" /></span>
      </header>
      @if (lede(); as text) {
        <p class="lede">{{ text }}</p>
      }
      <ng-content />
    </section>
  `,
  styles: `
    :host {
      display: block;
      margin-top: 32px;
    }

    header {
      display: flex;
      gap: 12px;
      align-items: center;
      min-height: var(--control);
      margin-bottom: 12px;
      border-bottom: 1px solid var(--rule-strong);
    }

    h2 {
      flex: 1;
    }

    .lede {
      max-width: 68ch;
      margin-bottom: 12px;
      color: var(--ink-soft);
    }
  `,
})
export class Section {
  readonly heading = input.required<string>();
  readonly lede = input<string>();
  protected readonly id = `section-${++last}`;
}
