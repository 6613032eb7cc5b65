import { Component, computed, inject, input } from '@angular/core';
import { formatNumber, formatPercent, Locale } from '@colophon/ui/locale';
import { hyphenateIsbn } from '@colophon/ui/values';
import { TranslocoService } from '@jsverse/transloco';

/** What a clause says, as a record or a form has it. */
export interface SpokenClause {
  readonly edition?: { readonly productForm: string; readonly isbn13: string | null } | undefined;
  readonly basis: string;
  readonly tiers: readonly { readonly upTo: number | null; readonly rate: string }[];
  readonly copiesBefore: number | null;
  readonly excluded: {
    readonly authorCopies: number | null;
    readonly legalDeposit: number | null;
    readonly reviewCopies: number | null;
    readonly reviewCopiesPercent: string;
  };
  readonly poolShares: readonly string[] | null;
  readonly poolIndex: number | null;
  readonly returnReserve: { readonly percent: string; readonly maxStatements: number | null } | null;
}

/** A translated phrase, and numbers in the reader's language. */
export interface Speech {
  readonly say: (key: string, values?: Readonly<Record<string, string>>) => string;
  readonly tag: string;
}

/** A clause in sentences: « Broché (978-…) : 8 % jusqu’à 3 000 exemplaires, puis 10 %, … ». A rate not typed yet is « … ». */
export function clauseSentences(clause: SpokenClause, { say, tag }: Speech): string[] {
  const isPrinted = clause.basis === 'printed';
  return [
    say('rates', {
      subject: subject(clause, say),
      rates: rates(clause, { say, tag }),
      basis: say(`of.${clause.basis}`),
    }),
    ...pool(clause, { say, tag }),
    ...(isPrinted ? exclusions(clause, { say, tag }) : reserve(clause, { say, tag })),
    ...(clause.copiesBefore ? [say('before', { copies: formatNumber(clause.copiesBefore, tag) })] : []),
  ];
}

function subject({ edition }: SpokenClause, say: Speech['say']): string {
  if (!edition) return say('anyEdition');
  const form = say(`forms.${edition.productForm}`);
  return edition.isbn13 ? `${form} (${hyphenateIsbn(edition.isbn13)})` : form;
}

function rates({ tiers }: SpokenClause, { say, tag }: Speech): string {
  const texts = tiers.map((tier, index) => {
    const rate = percent(tier.rate, tag);
    if (tier.upTo === null) return index === 0 ? rate : say('then', { rate });
    const ceiling = formatNumber(tier.upTo, tag);
    return say(index === 0 ? 'upTo' : 'thenUpTo', { rate, copies: ceiling });
  });
  return texts.length === 0 ? '…' : texts.join(', ');
}

function pool({ poolShares, poolIndex }: SpokenClause, { say, tag }: Speech): string[] {
  if (!poolShares || poolShares.length === 0) return [];
  const own = poolShares[poolIndex ?? 0] ?? '';
  return [
    say('pool', { own: formatted(own, tag), shares: poolShares.map((share) => formatted(share, tag)).join(' / ') }),
  ];
}

function exclusions({ excluded }: SpokenClause, { say, tag }: Speech): string[] {
  const parts = [
    ...counted(excluded.authorCopies, (copies) => say('authorCopies', { copies }), tag),
    ...counted(excluded.legalDeposit, (copies) => say('legalDeposit', { copies }), tag),
    ...counted(excluded.reviewCopies, (copies) => say('reviewCopies', { copies }), tag),
    ...(isZero(excluded.reviewCopiesPercent)
      ? []
      : [say('reviewPercent', { rate: percent(excluded.reviewCopiesPercent, tag) })]),
  ];
  return parts.length === 0 ? [] : [say('excluded', { parts: parts.join(', ') })];
}

function reserve({ returnReserve }: SpokenClause, { say, tag }: Speech): string[] {
  if (!returnReserve) return [];
  const statements = formatted(String(returnReserve.maxStatements ?? ''), tag);
  return [say('reserve', { rate: percent(returnReserve.percent, tag), statements })];
}

function counted(copies: number | null, phrase: (copies: string) => string, tag: string): string[] {
  return copies ? [phrase(formatNumber(copies, tag))] : [];
}

const isNumber = (text: string): boolean => /^\d+(\.\d+)?$/.test(text);
const isZero = (text: string): boolean => /^0*(\.0*)?$/.test(text);
const formatted = (text: string, tag: string): string => (isNumber(text) ? formatNumber(text, tag) : text || '…');
const percent = (text: string, tag: string): string => (isNumber(text) ? formatPercent(text, tag) : '…');

/** `<co-clause-sentence [clause]="clause" />` */
@Component({
  selector: 'co-clause-sentence',
  template: `
    @for (sentence of sentences(); track $index; let first = $first) {
      <p [class.soft]="!first">{{ sentence }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
      max-width: 72ch;
    }
  `,
})
export class ClauseSentence {
  readonly clause = input.required<SpokenClause>();
  private readonly transloco = inject(TranslocoService);
  private readonly locale = inject(Locale);
  protected readonly sentences = computed(() =>
    clauseSentences(this.clause(), {
      tag: this.locale.tag(),
      say: (key, values) => this.transloco.translate(`contracts.clause.${key}`, values ?? {}),
    }),
  );
}
