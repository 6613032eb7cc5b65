import { Component, computed, input } from '@angular/core';
import type { PrintRunResponse } from '@colophon/api-client';
import { Icon } from '@colophon/ui/icon';
import { DateText, Quantity } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';

/** Where a run stands: each step with its date and quantity, the steps to come in grey. */
@Component({
  selector: 'co-print-run-steps',
  imports: [DateText, Icon, Quantity, TranslocoPipe],
  template: `
    <ol [attr.aria-label]="'printRuns.progress' | transloco">
      @for (step of steps(); track step.status) {
        <li [class.done]="step.isDone" [attr.aria-current]="step.isCurrent ? 'step' : null">
          <span class="mark">
            @if (step.isDone) {
              <ui-icon name="check" />
            }
          </span>
          <span class="strong">{{ 'printRuns.statuses.' + step.status | transloco }}</span>
          <span class="small soft"><ui-date [value]="step.on" /></span>
          <span class="small soft">
            @if (step.quantity !== null) {
              <ui-quantity [value]="step.quantity" /> {{ 'printRuns.ex' | transloco }}
            }
          </span>
        </li>
      }
    </ol>
  `,
  styleUrl: './print-run-steps.css',
})
export class PrintRunSteps {
  readonly run = input.required<PrintRunResponse>();
  protected readonly steps = computed(() => {
    const run = this.run();
    const order = ['planned', 'ordered', 'delivered', 'accepted'] as const;
    const reached = order.findIndex((status) => status === run.status);
    return order.map((status, at) => ({
      status,
      isDone: at <= reached,
      isCurrent: at === reached,
      on: { planned: run.plannedOn, ordered: run.orderedOn, delivered: run.deliveredOn, accepted: run.acceptedOn }[
        status
      ],
      quantity: {
        planned: run.quantityPlanned,
        ordered: run.quantityOrdered,
        delivered: run.quantityDelivered,
        accepted: run.quantityAccepted,
      }[status],
    }));
  });
}
