import { Component, computed, inject, input } from '@angular/core';
import { formatDate, formatMoney, formatNumber, formatPercent, Locale } from '@colophon/ui/locale';
import { hyphenateIsbn } from '@colophon/ui/values';
import { TranslocoService } from '@jsverse/transloco';

/** What a clause says, as a record or a form has it; a basis lacks what others have. */
export interface SpokenClause {
  readonly edition?: { readonly productForm: string; readonly isbn13: string | null } | undefined;
  readonly basis: string;
  readonly tiers: readonly SpokenTier[];
  readonly copiesBefore?: number | null;
  readonly excluded?: SpokenExclusions | null;
  readonly poolShares?: readonly string[] | null;
  readonly poolIndex?: number | null;
  readonly returnReserve?: SpokenReserve | null;
  readonly from?: string | null;
  readonly until?: string | null;
  readonly channels?: readonly string[] | null;
  readonly territories?: readonly string[] | null;
  readonly copiesLeft?: number | null;
  readonly rate?: string | null;
  readonly right?: string | null;
  readonly on?: string | null;
  readonly amount?: string | null;
  readonly dueOn?: string | null;
}

interface SpokenTier {
  readonly upTo?: number | null;
  readonly rate?: string;
  readonly amountPerCopy?: string;
}

interface SpokenExclusions {
  readonly authorCopies?: number | null;
  readonly legalDeposit?: number | null;
  readonly reviewCopies?: number | null;
  readonly reviewCopiesPercent?: string;
}

interface SpokenReserve {
  readonly percent: string;
  readonly maxStatements: number | null;
  readonly relaunch?: { readonly from: string; readonly statements: number } | null;
}

/** A translated phrase, and numbers in the reader's language. */
export interface Speech {
  readonly say: (key: string, values?: Readonly<Record<string, string>>) => string;
  readonly tag: string;
}

/** A clause in sentences: « Broché (978-…) : 8 % jusqu’à 3 000 exemplaires, puis 10 %, … ». A rate not typed yet is « … ». */
export function clauseSentences(clause: SpokenClause, speech: Speech): string[] {
  return [
    due(clause, speech),
    ...pool(clause, speech),
    ...(clause.basis === 'printed' ? exclusions(clause, speech) : reserve(clause, speech)),
    ...(clause.copiesBefore ? [speech.say('before', { copies: formatNumber(clause.copiesBefore, speech.tag) })] : []),
    ...places(clause, speech),
    ...term(clause, speech),
  ];
}

/** What the clause makes due, and on what. */
function due(clause: SpokenClause, { say, tag }: Speech): string {
  const who = { subject: subject(clause, say) };
  const rate = percent(clause.rate ?? '', tag);
  switch (clause.basis) {
    case 'flatFee':
      return say('flatFee', { ...who, amount: euros(clause.amount ?? '', tag), date: day(clause.dueOn, tag) });
    case 'netReceipts':
      return say('netReceipts', { ...who, rate });
    case 'thirdParty': {
      const right = clause.right ? say('ofRight', { right: say(`rights.${clause.right}`) }) : say('ofAnyRight');
      return say(clause.on === 'gross' ? 'thirdPartyGross' : 'thirdParty', { ...who, rate, right });
    }
    default: {
      const isByCopy = clause.tiers.some(({ amountPerCopy }) => amountPerCopy !== undefined);
      const values = { ...who, rates: rates(clause, { say, tag }), basis: say(`of.${clause.basis}`) };
      return say(isByCopy ? 'amounts' : 'rates', values);
    }
  }
}

function subject({ edition }: SpokenClause, say: Speech['say']): string {
  if (!edition) return say('anyEdition');
  const form = say(`forms.${edition.productForm}`);
  return edition.isbn13 ? `${form} (${hyphenateIsbn(edition.isbn13)})` : form;
}

function rates({ tiers }: SpokenClause, { say, tag }: Speech): string {
  const texts = tiers.map((tier, index) => {
    const rate =
      tier.amountPerCopy === undefined
        ? percent(tier.rate ?? '', tag)
        : say('perCopy', { amount: euros(tier.amountPerCopy, tag) });
    if (tier.upTo === null || tier.upTo === undefined) return index === 0 ? rate : say('then', { rate });
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
  const percentOfRun = excluded?.reviewCopiesPercent ?? '';
  const parts = [
    ...counted(excluded?.authorCopies, (copies) => say('authorCopies', { copies }), tag),
    ...counted(excluded?.legalDeposit, (copies) => say('legalDeposit', { copies }), tag),
    ...counted(excluded?.reviewCopies, (copies) => say('reviewCopies', { copies }), tag),
    ...(isZero(percentOfRun) ? [] : [say('reviewPercent', { rate: percent(percentOfRun, tag) })]),
  ];
  return parts.length === 0 ? [] : [say('excluded', { parts: parts.join(', ') })];
}

function reserve({ returnReserve }: SpokenClause, { say, tag }: Speech): string[] {
  if (!returnReserve) return [];
  const { relaunch } = returnReserve;
  const statements = formatted(String(returnReserve.maxStatements ?? ''), tag);
  return [
    say('reserve', { rate: percent(returnReserve.percent, tag), statements }),
    ...(relaunch
      ? [say('relaunch', { date: day(relaunch.from, tag), statements: formatNumber(relaunch.statements, tag) })]
      : []),
  ];
}

function places({ channels, territories }: SpokenClause, { say, tag }: Speech): string[] {
  const regions = new Intl.DisplayNames(tag, { type: 'region' });
  const named = (code: string) => (/^[A-Z]{2}$/.test(code) ? (regions.of(code) ?? code) : code);
  const both = [
    ...(channels?.length ? [channels.map((channel) => say(`channels.${channel}`)).join(', ')] : []),
    ...(territories?.length ? [territories.map(named).join(', ')] : []),
  ];
  return both.length === 0 ? [] : [say('only', { places: both.join(' ; ') })];
}

/** What is in force all along needs no sentence. */
function term({ from, until, copiesLeft }: SpokenClause, { say, tag }: Speech): string[] {
  const values = { from: day(from, tag), until: day(until, tag) };
  const dated = from && until ? ['between'] : from ? ['since'] : until ? ['untilThen'] : [];
  return [
    ...dated.map((key) => say(key, values)),
    ...(copiesLeft ? [say('copiesLeft', { copies: formatNumber(copiesLeft, tag) })] : []),
  ];
}

function counted(copies: number | null | undefined, phrase: (copies: string) => string, tag: string): string[] {
  return copies ? [phrase(formatNumber(copies, tag))] : [];
}

const isNumber = (text: string): boolean => /^\d+(\.\d+)?$/.test(text);
const isZero = (text: string): boolean => /^0*(\.0*)?$/.test(text);
const formatted = (text: string, tag: string): string => (isNumber(text) ? formatNumber(text, tag) : text || '…');
const euros = (text: string, tag: string): string => (isNumber(text) ? formatMoney(text, tag) : '…');
const day = (text: string | null | undefined, tag: string): string => (text ? formatDate(text, tag, 'long') : '…');
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
