import { priceInForce, type Price, type ProductForm } from '@colophon/domain/catalogue';
import { isEan13, isIsbn, parseEan13, parseIsbn } from '@colophon/domain/identifiers';
import { Money } from '@colophon/domain/money';

import type { Tx } from '../../platform/database/database';
import type { InvoiceLineInput } from './invoice-dto';

/** What an invoice needs to know of an edition. */
export interface SaleEdition {
  readonly id: number;
  readonly isbn13: string | null;
  readonly ean: string | null;
  readonly title: string;
  /** Names as on the cover, in order. */
  readonly byline: string;
  readonly productForm: ProductForm;
  /** Percent. */
  readonly vatRate: string;
  readonly prices: readonly { readonly from: string; readonly price: string }[];
}

/** Finds editions by id or by what a scanner reads; a code that no edition has is simply absent. */
export async function findEditions(tx: Tx, lines: readonly InvoiceLineInput[]): Promise<(SaleEdition | undefined)[]> {
  const ids = lines.flatMap((line) => line.editionId ?? []);
  const codes = lines.flatMap((line) => codeOf(line) ?? []);
  const editions: SaleEdition[] = await tx.query(EDITIONS, [ids, codes]);
  const byId = new Map(editions.map((edition) => [edition.id, edition]));
  const byCode = new Map(
    editions.flatMap((edition) =>
      [edition.isbn13, edition.ean].flatMap((code): [string, SaleEdition][] => (code ? [[code, edition]] : [])),
    ),
  );
  return lines.map((line) => (line.editionId ? byId.get(line.editionId) : byCode.get(codeOf(line) ?? '')));
}

/** @throws RuleViolation no-price-on-date */
export function retailPriceOn(edition: SaleEdition, date: string): Money {
  const prices = edition.prices.map(({ from, price }): Price => ({ from, retailPriceInclVat: Money.parse(price) }));
  return priceInForce(prices, date).retailPriceInclVat;
}

/** Thirteen digits, or undefined where the text is neither an ISBN nor a bar code. */
function codeOf({ isbn }: InvoiceLineInput): string | undefined {
  if (!isbn) return undefined;
  if (isIsbn(isbn)) return parseIsbn(isbn);
  return isEan13(isbn) ? parseEan13(isbn) : undefined;
}

const EDITIONS = `
  SELECT e.id, e.isbn13, e.ean, coalesce(e.title, w.title) AS title, e.product_form AS "productForm", e.vat_rate::text AS "vatRate",
    coalesce((SELECT string_agg(c.display_name, ', ' ORDER BY c.sequence) FROM
      (SELECT k.display_name, min(wc.sequence) AS sequence FROM work_contributor wc JOIN contributor k ON k.id = wc.contributor_id
       WHERE wc.work_id = w.id GROUP BY k.id) c), '') AS byline,
    coalesce((SELECT jsonb_agg(jsonb_build_object('from', p.valid_from, 'price', p.retail_price_incl_vat::text))
      FROM edition_price p WHERE p.edition_id = e.id), '[]') AS prices
  FROM edition e JOIN work w ON w.id = e.work_id
  WHERE e.id = ANY($1) OR e.isbn13 = ANY($2) OR e.ean = ANY($2)`;
