import { Component, input } from '@angular/core';
import { Icon } from '@colophon/ui/icon';
import { TranslocoPipe } from '@jsverse/transloco';

/** One step of a run. The steps before the current one are done. */
export interface RunStep {
  readonly key: string;
  readonly label: string;
}

/**
 * The page of a run (closing, batch, import): its steps at the top, the current step's content below, the acts at the
 * bottom (slot `acts`), and beside them what will be irreversible (`warning`).
 */
@Component({
  selector: 'ui-run-page',
  imports: [Icon, TranslocoPipe],
  host: { class: 'page' },
  templateUrl: './run-page.html',
  styleUrl: './run-page.css',
})
export class RunPage {
  readonly heading = input.required<string>();
  readonly lede = input<string>();
  readonly steps = input.required<readonly RunStep[]>();
  /** The key of the current step. */
  readonly at = input.required<string>();
  /** What the next act makes irreversible; empty while nothing is. */
  readonly warning = input<string>();

  protected state(key: string): 'done' | 'current' | 'next' {
    const order = this.steps().map((step) => step.key);
    const ahead = order.indexOf(key) - order.indexOf(this.at());
    return ahead < 0 ? 'done' : ahead === 0 ? 'current' : 'next';
  }
}
