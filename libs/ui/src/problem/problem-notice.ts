import { Component, computed, input, output } from '@angular/core';
import { Icon } from '@colophon/ui/icon';
import { TranslocoPipe } from '@jsverse/transloco';
import { problemOf } from './problem';

/** Where a list or a record should be: what happened, what to do, and a way to try again. */
@Component({
  selector: 'ui-problem',
  imports: [Icon, TranslocoPipe],
  template: `
    <div class="notice late" role="alert">
      <ui-icon name="alert" />
      <div>
        @if (known()) {
          <p class="strong">{{ 'ui.problem.' + problem().code | transloco }}</p>
        } @else {
          <p class="strong">{{ problem().title }}</p>
          <p>{{ problem().detail }}</p>
        }
        @if (problem().id; as id) {
          <p class="small soft">{{ 'ui.problem.reference' | transloco: { id } }}</p>
        }
        <button type="button" class="button" (click)="retry.emit()">{{ 'ui.retry' | transloco }}</button>
      </div>
    </div>
  `,
  styles: `
    .button {
      margin-top: 8px;
    }
  `,
})
export class ProblemNotice {
  readonly error = input.required<unknown>();
  readonly retry = output();
  protected readonly problem = computed(() => problemOf(this.error()));
  protected readonly known = computed(() => ['unreachable', 'unexpected'].includes(this.problem().code));
}
