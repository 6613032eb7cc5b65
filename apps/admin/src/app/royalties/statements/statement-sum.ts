import { Component, computed, input } from '@angular/core';
import { Explained } from '@colophon/ui/explain';
import type { ExplainedStatement } from '../explain/explain-statement';
import { sumRows } from './sum-rows';

/** A statement as a sum on paper; each amount opens on where it comes from. */
@Component({
  selector: 'co-statement-sum',
  imports: [Explained],
  templateUrl: './statement-sum.html',
  styleUrl: './statement-sum.css',
})
export class StatementSum {
  readonly sums = input.required<ExplainedStatement>();
  protected readonly rows = computed(() => sumRows(this.sums()));
}
