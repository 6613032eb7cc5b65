import { Money, Rate } from '@colophon/domain/money';
import type { AuthorFacts } from '@colophon/domain/royalties';
import {
  profilePeriods,
  publisherVat,
  type DeclaredProfile,
  type PublisherVat,
  type TaxProfile,
  type WithholdingRates,
} from '@colophon/domain/withholding';

import type { Tx } from '../../platform/database/database';

/** Without a profile of their own, an author is taken as the law takes them: everything is withheld. */
const DEFAULT_PROFILE: DeclaredProfile = {
  from: '1900-01-01',
  situation: 'author',
  social: 'withheld',
  vat: 'withheld',
  withholdingTaxRate: Rate.zero,
};

/** How each contributor is taxed from each day on, certificates and forms that lapse included. */
export async function loadTaxPeriods(
  tx: Tx,
  ids: readonly number[],
  rates: readonly WithholdingRates[],
): Promise<Map<number, (TaxProfile & { readonly from: string })[]>> {
  const [rows, publisher] = [await loadDeclared(tx, ids), await loadPublisherVat(tx)];
  const byAuthor = Map.groupBy(rows, ({ contributorId }) => contributorId);
  const periods = (id: number) =>
    profilePeriods({ profiles: [DEFAULT_PROFILE, ...(byAuthor.get(id) ?? [])], rates, publisher });
  return new Map(ids.map((id) => [id, periods(id)]));
}

export async function loadAuthors(
  tx: Tx,
  ids: readonly number[],
  rates: readonly WithholdingRates[],
): Promise<AuthorFacts[]> {
  const periods = await loadTaxPeriods(tx, ids, rates);
  return ids.map((id) => ({ id: String(id), profiles: periods.get(id) ?? [], paidThisYear: Money.zero }));
}

type DeclaredRow = DeclaredProfile & { readonly contributorId: number };

async function loadDeclared(tx: Tx, ids: readonly number[]): Promise<DeclaredRow[]> {
  const rows: (Omit<DeclaredRow, 'withholdingTaxRate' | 'exemptUntil' | 'formsUntil'> & {
    tax: string;
    exemptUntil: string | null;
    formsUntil: string | null;
  })[] = await tx.query(
    `SELECT contributor_id AS "contributorId", valid_from AS "from", situation, social, vat, withholding_tax_rate::text AS tax,
       exempt_until::text AS "exemptUntil", forms_until::text AS "formsUntil"
     FROM contributor_tax_profile WHERE contributor_id = ANY($1) ORDER BY contributor_id, valid_from`,
    [ids],
  );
  return rows.map(({ tax, exemptUntil, formsUntil, ...row }) => ({
    ...row,
    withholdingTaxRate: Rate.parse(tax),
    exemptUntil: row.social === 'exempt' ? (exemptUntil ?? undefined) : undefined,
    formsUntil: formsUntil ?? undefined,
  }));
}

/** Of the house as it is now: what was paid keeps what it was paid with. */
export async function loadPublisherVat(tx: Tx): Promise<PublisherVat> {
  const [house] = await tx.query(
    `SELECT vat_liable AS "isLiable", coalesce(address ->> 'postalCode', '') AS "postalCode" FROM house`,
  );
  return publisherVat(house);
}
