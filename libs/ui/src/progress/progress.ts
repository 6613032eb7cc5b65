import { Component, computed, effect, input, output, untracked } from '@angular/core';
import { Icon } from '@colophon/ui/icon';
import { Quantity } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';
import { followTask, type Task } from './task';

/** A long work with a count, by its task's id. Keep the id in the address and the page can be left and found again. */
@Component({
  selector: 'ui-progress',
  imports: [Icon, Quantity, TranslocoPipe],
  templateUrl: './progress.html',
  styleUrl: './progress.css',
})
export class Progress {
  readonly taskId = input.required<number | null>();
  /** The task once it is done or failed. */
  readonly finished = output<Task>();
  private readonly following = followTask(computed(() => this.taskId()));
  protected readonly task = this.following.task;
  protected readonly refusal = computed(() => {
    const problem = this.task()?.problem;
    return problem ? String(problem['detail'] ?? problem['title'] ?? '') : '';
  });

  constructor() {
    effect(() => {
      const task = this.task();
      if (task && this.following.ended()) untracked(() => this.finished.emit(task));
    });
  }
}
