import { httpResource } from '@angular/common/http';
import { Component, computed, input, linkedSignal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { Explained } from '@colophon/ui/explain';
import { Icon } from '@colophon/ui/icon';
import { problemOf } from '@colophon/ui/problem';
import { TranslocoPipe } from '@jsverse/transloco';
import { debounceTime } from 'rxjs';
import { explainPreview, type Preview } from '../explain/explain-preview';
import { injectExplainWriter } from '../explain/explain-writer';

/** A run as it would be accepted. */
export interface Acceptance {
  readonly printRunId: number;
  readonly accepted: number;
  readonly acceptedOn: string;
}

const TYPING_MS = 200;

/** What accepting a run makes due, contract by contract; each amount opens on how it was computed. */
@Component({
  selector: 'co-royalty-preview',
  imports: [Explained, Icon, RouterLink, TranslocoPipe],
  templateUrl: './royalty-preview.html',
  styleUrl: './royalty-preview.css',
})
export class RoyaltyPreview {
  /** Null while the quantity or the date is missing. */
  readonly of = input.required<Acceptance | null>();
  private readonly settled = toSignal(toObservable(this.of).pipe(debounceTime(TYPING_MS)));
  protected readonly answer = httpResource<Preview>(() => {
    const asked = this.settled();
    return asked ? { url: '/api/royalties/print-run-preview', params: { ...asked } } : undefined;
  });
  /** The last answer stays while the next is on its way. */
  private readonly preview = linkedSignal<Preview | undefined, Preview | undefined>({
    source: () => (this.answer.hasValue() ? this.answer.value() : undefined),
    computation: (now, before) => now ?? (this.of() ? before?.value : undefined),
  });
  private readonly writer = injectExplainWriter();
  protected readonly sums = computed(() => {
    const preview = this.preview();
    return preview && explainPreview(preview, this.writer());
  });
  protected readonly refusal = computed(() => {
    const error = this.answer.error();
    if (!error) return '';
    const { detail, title } = problemOf(error);
    return detail ?? title;
  });
}
