import { availabilities, productForms, type Availability, type ProductForm } from '@colophon/domain/catalogue';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

import { ListQuery } from '../../platform/lists/list-query';
import { IsCalendarDate, IsEan, IsIsbn13, IsPositiveMoney, IsRate } from '../../platform/validation/checks';

/** A public price from a date on, VAT included, as the publisher fixes it by law. */
export class PriceInput {
  @IsCalendarDate()
  validFrom: string;

  @IsPositiveMoney()
  retailPriceInclVat: string;
}

/** What can be written of an edition: one form of a work, under one ISBN. */
export class EditionInput {
  /** The house's own key for it, in the files it imports. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  externalId?: string | null;

  @IsIn(productForms)
  productForm: ProductForm;

  /** With or without hyphens; an ISBN-10 is converted. */
  @IsOptional()
  @IsIsbn13()
  isbn13?: string | null;

  /** The barcode of what has no ISBN: a game, goods. */
  @IsOptional()
  @IsEan()
  ean?: string | null;

  /** Where it differs from the work's. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  title?: string | null;

  @IsOptional()
  @IsCalendarDate()
  publicationDate?: string | null;

  /** Forthcoming where absent. */
  @IsOptional()
  @IsIn(availabilities)
  availability?: Availability;

  /** Percent. Where absent: 5.5 for a book, 20 for the rest. */
  @IsOptional()
  @IsRate()
  vatRate?: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(20_000)
  pageCount?: number | null;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(5_000)
  heightMm?: number | null;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(5_000)
  widthMm?: number | null;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100_000)
  weightG?: number | null;

  @IsOptional()
  @IsBoolean()
  archived?: boolean;

  /** The whole list; kept as it is where absent. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => PriceInput)
  prices?: PriceInput[];
}

export class EditionUpdate extends EditionInput {
  /** The version that was read; refused where somebody saved since. */
  @IsInt()
  version: number;
}

export class PriceResponse {
  validFrom: string;
  retailPriceInclVat: string;
  /** Derived; rounded as the house does, to six decimals where it does not round. */
  retailPriceExclVat: string;
}

export class EditionResponse {
  id: number;
  version: number;
  workId: number;
  workTitle: string;
  externalId: string | null;
  @IsIn(productForms)
  productForm: ProductForm;
  isbn13: string | null;
  /** With its hyphens. */
  isbnFormatted: string | null;
  ean: string | null;
  title: string | null;
  publicationDate: string | null;
  @IsIn(availabilities)
  availability: Availability;
  vatRate: string;
  pageCount: number | null;
  heightMm: number | null;
  widthMm: number | null;
  weightG: number | null;
  coverUrl: string | null;
  archived: boolean;
  /** By rising date. */
  prices: PriceResponse[];
  /** The price in force today; null before the first. */
  currentPrice: PriceResponse | null;
}

/** An edition as one picks it for an invoice, a print run or a contract. */
export class EditionRow {
  id: number;
  workId: number;
  /** The edition's own title, or its work's. */
  title: string;
  contributors: string;
  @IsIn(productForms)
  productForm: ProductForm;
  isbn13: string | null;
  isbnFormatted: string | null;
  ean: string | null;
  publicationDate: string | null;
  @IsIn(availabilities)
  availability: Availability;
  vatRate: string;
  /** In force today; null before the first price. */
  retailPriceInclVat: string | null;
  retailPriceExclVat: string | null;
  coverUrl: string | null;
  archived: boolean;
}

export class EditionPage {
  items: EditionRow[];
  nextCursor: string | null;
  total: number;
  totalIsCapped: boolean;
}

export class EditionQuery extends ListQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  work?: number;

  @IsOptional()
  @IsIn(productForms)
  productForm?: ProductForm;

  @IsOptional()
  @IsIn(availabilities)
  availability?: Availability;

  @IsOptional()
  @IsIn(['true', 'false'])
  archived?: 'true' | 'false';
}
