import { httpResource } from '@angular/common/http';
import { Component, computed, effect, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CheckListResponse, ClosingInput } from '@colophon/api-client';
import { Icon } from '@colophon/ui/icon';
import { ProblemNotice } from '@colophon/ui/problem';
import { Section } from '@colophon/ui/record';
import { Status } from '@colophon/ui/status';
import { TranslocoPipe } from '@jsverse/transloco';

/** What stands in the way of a closing, each with the place to mend; read again as what is to be closed is chosen. */
@Component({
  selector: 'co-check-list',
  imports: [Icon, ProblemNotice, RouterLink, Section, Status, TranslocoPipe],
  templateUrl: './check-list.html',
  styleUrl: './check-list.css',
})
export class CheckList {
  /** What is to be closed; null while it is not chosen yet. */
  readonly closing = input.required<ClosingInput | null>();
  /** Whether it may be computed: nothing blocks it, as far as is known. */
  readonly free = output<boolean>();
  protected readonly check = httpResource<CheckListResponse>(() => {
    const body = this.closing();
    return body ? { url: '/api/closings/check', method: 'POST', body } : undefined;
  });
  protected readonly found = computed(() => (this.check.hasValue() ? this.check.value() : undefined));

  constructor() {
    effect(() => this.free.emit((this.found()?.blocking ?? 0) === 0));
  }

  protected again(): void {
    this.check.reload();
  }
}
