import type { ClauseDraft, TierDraft } from '@colophon/domain/contracts';
import { formatIsbn, parseIsbn } from '@colophon/domain/identifiers';

import { productFormWords } from '../catalogue';
import type { SnapshotEdition } from '../royalties';
import { percentWords, rightWord, scopeWords, word, type Locale } from './words';

/** A clause in one sentence: « Broché (979-10-…) : 8 % du prix public HT jusqu’à 3 000 exemplaires, puis 10 %, sur les exemplaires imprimés. » */
export function clauseSentence(clause: ClauseDraft, edition: SnapshotEdition | undefined, locale: Locale): string {
  const form = edition ? word(productFormWords, locale, edition.productForm) : '';
  const isbn = edition?.isbn13 ? ` (${formatIsbn(parseIsbn(edition.isbn13))})` : '';
  const subject = `${form.charAt(0).toUpperCase()}${form.slice(1)}${isbn}`;
  const scope = scopeWords(clause, locale);
  const parts = [baseWords(clause, locale), ...(scope === '' ? [] : [scope]), ...datesWords(clause, locale)];
  return `${subject}${locale === 'fr' ? ' :' : ':'} ${parts.join(', ')}${share(clause, locale)}.`;
}

function baseWords(clause: ClauseDraft, locale: Locale): string {
  const fr = locale === 'fr';
  const rate = percentWords(clause.rate ?? '0', locale);
  switch (clause.basis) {
    case 'netReceipts':
      return fr ? `${rate} des recettes nettes de l’éditeur` : `${rate} of the publisher’s net receipts`;
    case 'thirdParty':
      return thirdPartyWords(clause, rate, locale);
    case 'flatFee':
      return flatFeeWords(clause, locale);
    case 'printed':
      return `${tierWords(clause, locale)}, ${fr ? 'sur les exemplaires imprimés' : 'on copies printed'}`;
    default:
      return `${tierWords(clause, locale)}, ${fr ? 'sur les exemplaires vendus, retours déduits' : 'on copies sold less returns'}`;
  }
}

function thirdPartyWords(clause: ClauseDraft, rate: string, locale: Locale): string {
  const fr = locale === 'fr';
  const sums =
    clause.on === 'gross'
      ? fr
        ? 'des sommes brutes dues par les cessionnaires'
        : 'of gross sums due from licensees'
      : fr
        ? 'des sommes encaissées de cessionnaires'
        : 'of sums received from licensees';
  const right = clause.right ? ` (${rightWord(locale, clause.right)})` : '';
  return `${rate} ${sums}${right}`;
}

function flatFeeWords({ amount = '0', dueOn = '' }: ClauseDraft, locale: Locale): string {
  return locale === 'fr'
    ? `forfait de ${euros(amount, locale)}, exigible le ${written(dueOn, locale)}`
    : `flat fee of ${euros(amount, locale)}, due on ${written(dueOn, locale)}`;
}

function tierWords(clause: ClauseDraft, locale: Locale): string {
  const fr = locale === 'fr';
  const tiers = clause.tiers ?? [];
  const perCopy = tiers.some((tier) => tier.amountPerCopy !== undefined);
  const words = tiers.map((tier, index) => {
    const then = index > 0 ? (fr ? 'puis ' : 'then ') : '';
    return `${then}${tierRate(tier, locale)}${ceilingWords(tier, locale)}`;
  });
  if (perCopy) return `${words.join(', ')} ${fr ? 'par exemplaire' : 'a copy'}`;
  return `${words.join(', ')} ${fr ? 'du prix public HT' : 'of the retail price without VAT'}`;
}

function tierRate({ rate, amountPerCopy }: TierDraft, locale: Locale): string {
  return amountPerCopy === undefined ? percentWords(String(rate), locale) : euros(amountPerCopy, locale);
}

function ceilingWords({ upTo }: TierDraft, locale: Locale): string {
  if (upTo === undefined || upTo === null) return '';
  const copies = new Intl.NumberFormat(locale === 'fr' ? 'fr-FR' : 'en-GB').format(upTo);
  return locale === 'fr' ? ` jusqu’à ${copies} exemplaires` : ` up to ${copies} copies`;
}

function datesWords({ from, until }: ClauseDraft, locale: Locale): string[] {
  const fr = locale === 'fr';
  return [
    ...(from ? [`${fr ? 'à partir du' : 'from'} ${written(from, locale)}`] : []),
    ...(until ? [`${fr ? 'jusqu’au' : 'until'} ${written(until, locale)}`] : []),
  ];
}

export function euros(amount: string, locale: Locale): string {
  return locale === 'fr' ? `${amount.replace('.', ',')}\u00a0€` : `€${amount}`;
}

/** « 3 mars 2026 ». */
export function written(date: string, locale: Locale): string {
  const [year, month, day] = date.split('-').map(Number);
  const form = new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  return form.format(Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1));
}

/** Where a rate is a pool's, which part of it is this contract's. */
function share(clause: ClauseDraft, locale: Locale): string {
  if (!clause.poolShares || clause.poolIndex === undefined) return '';
  const own = percentWords(String(clause.poolShares[clause.poolIndex] ?? ''), locale);
  return locale === 'fr' ? ` ; taux commun partagé, part de ${own}` : `; shared rate, part of ${own}`;
}
