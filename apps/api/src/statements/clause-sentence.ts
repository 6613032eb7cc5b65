import type { ClauseDraft } from '@colophon/domain/contracts';
import { formatIsbn, parseIsbn } from '@colophon/domain/identifiers';

import { productFormWords } from '../catalogue';
import type { SnapshotEdition } from '../royalties';
import { word, type Locale } from './words';

/** A clause in one sentence: « Broché (979-10-…) : 8 % du prix public HT jusqu’à 3 000 exemplaires, puis 10 %, sur les exemplaires imprimés. » */
export function clauseSentence(clause: ClauseDraft, edition: SnapshotEdition | undefined, locale: Locale): string {
  const fr = locale === 'fr';
  const form = edition ? word(productFormWords, locale, edition.productForm) : '';
  const isbn = edition?.isbn13 ? ` (${formatIsbn(parseIsbn(edition.isbn13))})` : '';
  const rates = tierWords(clause, locale);
  const base = fr
    ? clause.basis === 'printed'
      ? 'sur les exemplaires imprimés'
      : 'sur les exemplaires vendus, retours déduits'
    : clause.basis === 'printed'
      ? 'on copies printed'
      : 'on copies sold less returns';
  const price = fr ? 'du prix public HT' : 'of the retail price without VAT';
  const subject = `${form.charAt(0).toUpperCase()}${form.slice(1)}${isbn}`;
  return `${subject}${fr ? ' :' : ':'} ${rates} ${price}, ${base}${share(clause, locale)}.`;
}

function tierWords(clause: ClauseDraft, locale: Locale): string {
  const fr = locale === 'fr';
  const tiers = clause.tiers ?? [];
  const percent = (rate: unknown) => (fr ? `${String(rate).replace('.', ',')} %` : `${String(rate)}%`);
  const copies = (count: number) => new Intl.NumberFormat(fr ? 'fr-FR' : 'en-GB').format(count);
  return tiers
    .map((tier, index) => {
      const then = index > 0 ? (fr ? 'puis ' : 'then ') : '';
      const ceiling =
        tier.upTo === undefined || tier.upTo === null
          ? ''
          : fr
            ? ` jusqu’à ${copies(tier.upTo)} exemplaires`
            : ` up to ${copies(tier.upTo)} copies`;
      return `${then}${percent(tier.rate)}${ceiling}`;
    })
    .join(', ');
}

/** Where a rate is a pool's, which part of it is this contract's. */
function share(clause: ClauseDraft, locale: Locale): string {
  if (!clause.poolShares || clause.poolIndex === undefined) return '';
  const own = String(clause.poolShares[clause.poolIndex] ?? '');
  return locale === 'fr'
    ? ` ; taux commun partagé, part de ${own.replace('.', ',')} %`
    : `; shared rate, part of ${own}%`;
}
