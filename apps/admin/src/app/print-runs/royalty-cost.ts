import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { Explain } from '@colophon/ui/explain';
import { Icon } from '@colophon/ui/icon';
import { Locale } from '@colophon/ui/locale';
import { problemOf } from '@colophon/ui/problem';
import { Money } from '@colophon/ui/values';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { debounceTime } from 'rxjs';
import { explainPreview, type RoyaltyPreview } from './royalty-preview';

/** What is about to be accepted. */
export interface Hypothesis {
  readonly printRunId: number;
  readonly accepted: number;
  readonly acceptedOn: string;
}

/** Says, before anything is confirmed, what accepting a run will cost in royalties, contract by contract. */
@Component({
  selector: 'co-royalty-cost',
  imports: [Explain, Icon, Money, TranslocoPipe],
  templateUrl: './royalty-cost.html',
  styleUrl: './royalty-cost.css',
})
export class RoyaltyCost {
  /** Null while it is not complete. */
  readonly of = input.required<Hypothesis | null>();
  private readonly transloco = inject(TranslocoService);
  private readonly locale = inject(Locale);
  private readonly settled = toSignal(toObservable(computed(() => this.of())).pipe(debounceTime(250)));
  protected readonly answer = httpResource<RoyaltyPreview>(() => {
    const asked = this.settled();
    return asked ? { url: '/api/royalties/print-run-preview', params: { ...asked } } : undefined;
  });
  protected readonly refusal = computed(() => {
    const error = this.answer.error();
    if (!error) return null;
    const problem = problemOf(error);
    return problem.detail ?? problem.title;
  });
  protected readonly preview = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  protected readonly sum = computed(() => {
    const preview = this.preview();
    return (
      preview &&
      explainPreview(preview, {
        tag: this.locale.tag(),
        say: (key, values) => this.transloco.translate(`printRuns.cost.${key}`, values ?? {}),
      })
    );
  });
}
