import { Component, input } from '@angular/core';

/** An edition's cover, or a blank book where there is none. Decorative: the title stands beside it. */
@Component({
  selector: 'co-cover',
  template: `
    @if (url(); as src) {
      <img [src]="src" alt="" loading="lazy" decoding="async" />
    } @else {
      <span class="blank" aria-hidden="true"></span>
    }
  `,
  host: { '[class]': 'size()' },
  styles: `
    :host {
      display: inline-block;
      flex: none;
      width: 20px;
      height: 28px;
    }

    :host(.large) {
      width: 92px;
      height: 132px;
    }

    img,
    .blank {
      display: block;
      width: 100%;
      height: 100%;
      border: 1px solid var(--rule);
      border-radius: 1px;
      background: var(--paper-sunk);
      object-fit: contain;
    }

    .blank {
      border-left: 3px solid var(--rule-strong);
    }
  `,
})
export class Cover {
  readonly url = input.required<string | null | undefined>();
  readonly size = input<'row' | 'large'>('row');
}
