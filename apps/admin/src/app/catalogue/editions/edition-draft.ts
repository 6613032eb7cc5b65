import { applyEach, maxLength, required, schema } from '@angular/forms/signals';
import type { EditionInput, EditionResponse } from '@colophon/api-client';
import type { Availability, ProductForm } from '@colophon/domain/catalogue';
import { isEan13, isIsbn } from '@colophon/domain/identifiers';
import { between, check, orEmpty, orNull, percentage } from '../../platform/forms';

export interface PriceDraft {
  validFrom: string;
  retailPriceInclVat: string;
}

/** An edition while it is typed: no nulls, so that every field has its text. */
export interface EditionDraft {
  externalId: string;
  productForm: ProductForm;
  isbn13: string;
  ean: string;
  title: string;
  publicationDate: string;
  availability: Availability;
  /** Empty for the rate that the law gives to the form. */
  vatRate: string;
  pageCount: number | null;
  heightMm: number | null;
  widthMm: number | null;
  weightG: number | null;
  archived: boolean;
  prices: PriceDraft[];
}

export function editionDraftOf(record: EditionResponse | undefined, today: string): EditionDraft {
  return {
    externalId: orEmpty(record?.externalId),
    productForm: record?.productForm ?? 'paperback',
    isbn13: orEmpty(record?.isbn13),
    ean: orEmpty(record?.ean),
    title: orEmpty(record?.title),
    publicationDate: orEmpty(record?.publicationDate),
    availability: record?.availability ?? 'forthcoming',
    vatRate: orEmpty(record?.vatRate),
    pageCount: record?.pageCount ?? null,
    heightMm: record?.heightMm ?? null,
    widthMm: record?.widthMm ?? null,
    weightG: record?.weightG ?? null,
    archived: record?.archived ?? false,
    prices: record ? record.prices.map(priceDraftOf) : [{ validFrom: today, retailPriceInclVat: '' }],
  };
}

const priceDraftOf = ({ validFrom, retailPriceInclVat }: PriceDraft): PriceDraft => ({ validFrom, retailPriceInclVat });

/** What is sent; a price left empty on a new edition is none. */
export function editionBodyOf(draft: EditionDraft, version: number | undefined): EditionInput & { version?: number } {
  const { vatRate, ...rest } = draft;
  return {
    ...rest,
    ...(version !== undefined && { version }),
    ...(vatRate && { vatRate }),
    externalId: orNull(draft.externalId),
    isbn13: orNull(draft.isbn13),
    ean: orNull(draft.ean),
    title: orNull(draft.title),
    publicationDate: orNull(draft.publicationDate),
    prices: draft.prices.filter((price) => price.retailPriceInclVat !== ''),
  };
}

/** The rules a reader can mend while typing; the API applies the same and has the last word. */
export const editionRules = schema<EditionDraft>((path) => {
  check(path.isbn13, isIsbn, 'isbn');
  check(path.ean, isEan13, 'ean');
  maxLength(path.title, 500);
  percentage(path.vatRate);
  between(path.pageCount, 1, 20_000);
  between(path.heightMm, 1, 5_000);
  between(path.widthMm, 1, 5_000);
  between(path.weightG, 1, 100_000);
  applyEach(path.prices, (price) => {
    required(price.validFrom, { when: ({ valueOf }) => valueOf(price.retailPriceInclVat) !== '' });
  });
});
