import { NgTemplateOutlet } from '@angular/common';
import { Component, input } from '@angular/core';
import { Money } from '@colophon/ui/values';
import type { ExplainNode } from './explain-node';

/** An amount explained as a sum on paper: lines, their formula, and totals under a rule. Computes nothing. */
@Component({
  selector: 'ui-explain',
  imports: [Money, NgTemplateOutlet],
  templateUrl: './explain.html',
  styleUrl: './explain.css',
})
export class Explain {
  readonly node = input.required<ExplainNode>();
}
