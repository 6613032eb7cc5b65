import { inject } from '@angular/core';
import { Locale, formatDate, formatMoney, formatNumber, formatPercent } from '@colophon/ui/locale';
import { TranslocoService } from '@jsverse/transloco';

/** Writes what a trace says in the reader's language. It computes nothing. */
export interface ExplainWriter {
  /** A phrase of `royalties.explain`. */
  readonly say: (key: string, values?: Readonly<Record<string, string | number>>) => string;
  readonly money: (value: string) => string;
  readonly number: (value: string | number) => string;
  readonly percent: (value: string) => string;
  readonly date: (value: string) => string;
}

/** Decimal places at most: an unrounded product is shown as it is. */
const EXACT = 12;

type Say = ExplainWriter['say'];

export function explainWriter(tag: string, say: Say): ExplainWriter {
  return {
    say,
    money: (value) => formatMoney(value, tag, EXACT),
    number: (value) => formatNumber(value, tag, EXACT),
    percent: (value) => formatPercent(value, tag),
    date: (value) => formatDate(value, tag),
  };
}

/** Call it in a field initialiser; read the writer within a computation, so that a change of language writes anew. */
export function injectExplainWriter(): () => ExplainWriter {
  const transloco = inject(TranslocoService);
  const locale = inject(Locale);
  return () =>
    explainWriter(locale.tag(), (key, values) => transloco.translate(`royalties.explain.${key}`, { ...values }));
}
