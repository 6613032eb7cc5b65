import { httpResource } from '@angular/common/http';
import { computed, linkedSignal, type Signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import type { InvoiceInput, InvoiceLineResponse, InvoiceQuote } from '@colophon/api-client';
import { problemOf, type ProblemEntry } from '@colophon/ui/problem';
import { debounceTime } from 'rxjs';
import { bodyOf, isPriceable, type InvoiceDraft, type LineDraft } from './invoice-draft';

/** Short enough to follow the typing, long enough not to ask for each key. */
const TYPING_MS = 150;

/** What the API makes of a draft while it is typed: its sums, and what it says of each line. */
export interface Quoting {
  readonly quote: Signal<InvoiceQuote | undefined>;
  /** Refusals by line, and those that are of no line under -1. */
  readonly refusals: Signal<ReadonlyMap<number, readonly ProblemEntry[]>>;
  line(at: number, draft: LineDraft): InvoiceLineResponse | undefined;
}

/** Asks for prices and totals each time the draft changes; the last answer stays until the next is there. */
export function quoting(draft: Signal<InvoiceDraft>): Quoting {
  const wanted = computed(() => (isPriceable(draft()) ? bodyOf(draft()) : undefined), { equal: sameBody });
  const asked = toSignal(toObservable(wanted).pipe(debounceTime(TYPING_MS)));
  const answer = httpResource<InvoiceQuote>(() => {
    const body = asked();
    return body && { url: '/api/invoices/quote', method: 'POST', body };
  });
  const quote = linkedSignal<{ body: unknown; value: InvoiceQuote | undefined }, InvoiceQuote | undefined>({
    source: () => ({ body: wanted(), value: answer.hasValue() ? answer.value() : undefined }),
    computation: ({ body, value }, previous) => (body === undefined ? undefined : (value ?? previous?.value)),
  });
  return {
    quote,
    refusals: computed(() => byLine(wanted() && answer.error() ? problemOf(answer.error()).errors : [])),
    line: (at, line) => {
      const found = quote()?.lines[at];
      return found && isFor(found, line) ? found : undefined;
    },
  };
}

/** An answer made for the lines before a change must not be shown on another line. */
function isFor(quoted: InvoiceLineResponse, line: LineDraft): boolean {
  if (line.isFree) return quoted.editionId === null;
  if (line.editionId !== null) return quoted.editionId === line.editionId;
  return quoted.isbn === line.isbn || (quoted.detail ?? '').endsWith(line.isbn);
}

function byLine(errors: readonly ProblemEntry[] = []): ReadonlyMap<number, readonly ProblemEntry[]> {
  const found = new Map<number, ProblemEntry[]>();
  for (const error of errors) {
    const at = Number(/^\/lines\/(\d+)/.exec(error.pointer)?.[1] ?? -1);
    found.set(at, [...(found.get(at) ?? []), error]);
  }
  return found;
}

function sameBody(a: InvoiceInput | undefined, b: InvoiceInput | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
