import { Component, input } from '@angular/core';

/** A ruled list of label and value: rows are `<ui-detail label="…">value</ui-detail>`. */
@Component({
  selector: 'ui-details',
  template: `<ng-content />`,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class Details {}

@Component({
  selector: 'ui-detail',
  template: `
    <span class="label" [id]="id">{{ label() }}</span>
    <div class="value" role="group" [attr.aria-labelledby]="id"><ng-content>—</ng-content></div>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: min(200px, 40%) minmax(0, 1fr);
      gap: 4px 16px;
      padding: 7px 0;
      border-bottom: 1px solid var(--rule);
    }

    .label {
      color: var(--ink-soft);
    }

    .value {
      overflow-wrap: anywhere;
    }

    @media (max-width: 479px) {
      :host {
        grid-template-columns: minmax(0, 1fr);
      }

      .label {
        font-size: var(--text-s);
      }
    }
  `,
})
export class Detail {
  private static last = 0;
  readonly label = input.required<string>();
  protected readonly id = `detail-${++Detail.last}`;
}
