import { Component, inject, input } from '@angular/core';
import type { ClosingResponse } from '@colophon/api-client';
import { Locale, formatDate } from '@colophon/ui/locale';
import { TranslocoService } from '@jsverse/transloco';

type Named = Pick<ClosingResponse, 'kind' | 'periodFrom' | 'periodTo' | 'printRunLabel' | 'contractReference'>;

/** « Année 2026 », « Premier semestre 2026 », « Du … au … », or « Le Silence, tirage 2 ». */
export function closingName(closing: Named, say: (key: string, values?: object) => string, tag: string): string {
  const { periodFrom, periodTo } = closing;
  if (closing.kind === 'print-run') return say('royalties.closings.runName', runOf(closing.printRunLabel ?? ''));
  if (closing.kind === 'termination') {
    return say('royalties.closings.finalName', { reference: closing.contractReference ?? '' });
  }
  const year = periodTo.slice(0, 4);
  const known = KNOWN[`${periodFrom?.slice(5)}/${periodTo.slice(5)}`];
  if (known && periodFrom?.startsWith(year)) return say(`royalties.closings.${known}`, { year });
  return say('royalties.closings.fromTo', {
    from: formatDate(periodFrom ?? periodTo, tag),
    to: formatDate(periodTo, tag),
  });
}

/** The API's « Title, number »; a title may have commas of its own. */
function runOf(label: string): { title: string; number: string } {
  const comma = label.lastIndexOf(', ');
  return { title: label.slice(0, comma), number: label.slice(comma + 2) };
}

const KNOWN: Readonly<Record<string, string>> = {
  '01-01/06-30': 'half1',
  '07-01/12-31': 'half2',
  '01-01/12-31': 'year',
};

@Component({
  selector: 'co-closing-name',
  template: `{{ name() }}`,
})
export class ClosingName {
  readonly closing = input.required<Named>();
  private readonly transloco = inject(TranslocoService);
  private readonly locale = inject(Locale);

  protected name(): string {
    return closingName(
      this.closing(),
      (key, values) => this.transloco.translate(key, { ...values }),
      this.locale.tag(),
    );
  }
}
