import { Component, input } from '@angular/core';
import type { PaymentRunResponse } from '@colophon/api-client';
import { Detail, Section } from '@colophon/ui/record';
import { Copyable, DateText } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';

/** Who did what to a run and when; of its file, who took it each time. */
@Component({
  selector: 'co-run-log',
  imports: [Copyable, DateText, Detail, Section, TranslocoPipe],
  template: `
    <ui-section [heading]="'payments.runs.log' | transloco">
      <ui-detail [label]="'payments.runs.createdBy' | transloco">
        {{ run().createdBy }}, <ui-date [value]="run().createdAt" shape="moment" />
      </ui-detail>
      @if (run().approvedAt) {
        <ui-detail [label]="'payments.runs.approvedBy' | transloco">
          {{ run().approvedBy }}, <ui-date [value]="run().approvedAt" shape="moment" />
        </ui-detail>
      }
      @if (run().exportedAt) {
        <ui-detail [label]="'payments.runs.exportedBy' | transloco">
          {{ run().exportedBy }}, <ui-date [value]="run().exportedAt" shape="moment" />
        </ui-detail>
        <ui-detail [label]="'payments.runs.file' | transloco">
          {{ run().fileName }} ({{ run().painVersion }}) – <ui-copyable [text]="run().messageId ?? ''" />
          <p class="small soft">SHA-256 {{ run().fileSha256 }}</p>
          @for (taken of run().downloads; track taken.at) {
            <p class="small soft">
              {{ 'payments.runs.takenBy' | transloco: { name: taken.by } }}
              <ui-date [value]="taken.at" shape="moment" />
            </p>
          }
        </ui-detail>
      }
      @if (run().executedAt) {
        <ui-detail [label]="'payments.runs.executedBy' | transloco">
          {{ run().executedBy }}, <ui-date [value]="run().executedAt" shape="moment" />
          @if (run().amountsKept) {
            <p class="small soft">{{ 'payments.runs.amountsKept' | transloco }}</p>
          }
        </ui-detail>
      }
      @if (run().cancelledAt) {
        <ui-detail [label]="'payments.runs.cancelledBy' | transloco">
          {{ run().cancelledBy }}, <ui-date [value]="run().cancelledAt" shape="moment" />
        </ui-detail>
      }
    </ui-section>
  `,
})
export class RunLog {
  readonly run = input.required<PaymentRunResponse>();
}
