import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, linkedSignal, numberAttribute } from '@angular/core';
import type { ClosingResponse } from '@colophon/api-client';
import { Locale } from '@colophon/ui/locale';
import { ProblemNotice } from '@colophon/ui/problem';
import { TranslocoService } from '@jsverse/transloco';
import { PageTitle } from '../../platform/i18n/page-title';
import { ClosedClosing } from './closed-closing';
import { closingName } from './closing-name';
import { DraftClosing } from './draft-closing';

/** A closing at its address: a draft to check, then what was issued. */
@Component({
  selector: 'co-closing-page',
  imports: [ClosedClosing, DraftClosing, ProblemNotice],
  template: `
    @if (record.error(); as error) {
      <div class="page"><ui-problem [error]="error" (retry)="record.reload()" /></div>
    } @else if (closing(); as now) {
      @if (now.status === 'draft') {
        <co-draft-closing [closing]="now" [name]="name()" (changed)="answer.set($event)" />
      } @else {
        <co-closed-closing [closing]="now" [name]="name()" />
      }
    } @else {
      <div class="page"><span class="skeleton" style="width: 40%; height: 2em"></span></div>
    }
  `,
})
export class ClosingPage {
  readonly id = input.required({ transform: numberAttribute });
  protected readonly record = httpResource<ClosingResponse>(() => `/api/closings/${this.id()}`);
  private readonly transloco = inject(TranslocoService);
  private readonly locale = inject(Locale);
  /** What the last act answered, newer than what was read. */
  protected readonly answer = linkedSignal<ClosingResponse | undefined>(() =>
    this.record.hasValue() ? this.record.value() : undefined,
  );
  protected readonly closing = this.answer;
  protected readonly name = computed(() => {
    const closing = this.closing();
    const say = (key: string, values?: object): string => this.transloco.translate(key, { ...values });
    return closing ? closingName(closing, say, this.locale.tag()) : '';
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      if (this.name()) title.set(this.name());
    });
  }
}
