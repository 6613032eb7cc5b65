import {
  availabilities,
  onixCodeOfRole,
  productForms,
  type Availability,
  type ProductForm,
} from '@colophon/domain/catalogue';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';

import { ListQuery } from '../../platform/lists/list-query';
import { EditionResponse } from '../editions/edition-dto';

const onixRoles = Object.values(onixCodeOfRole);

/** Somebody who made a work, and as what. */
export class WorkContributorInput {
  @IsInt()
  contributorId: number;

  /** ONIX code of list 17: A01 author, B06 translator, A12 illustrator… */
  @IsIn(onixRoles)
  role: string;
}

/** What can be written of a work. */
export class WorkInput {
  /** The house's own key for it, in the files it imports. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  externalId?: string | null;

  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  title: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  subtitle?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  originalTitle?: string | null;

  /** ISO 639-2/B, `fre` where absent. */
  @IsOptional()
  @Matches(/^[a-z]{3}$/)
  language?: string;

  @IsOptional()
  @IsInt()
  collectionId?: number | null;

  @IsOptional()
  @IsString()
  @MaxLength(20)
  numberInCollection?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(20_000)
  summary?: string | null;

  @IsOptional()
  @IsBoolean()
  archived?: boolean;

  /** In the order of the cover; kept as they are where absent. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => WorkContributorInput)
  contributors?: WorkContributorInput[];
}

export class WorkUpdate extends WorkInput {
  /** The version that was read; refused where somebody saved since. */
  @IsInt()
  version: number;
}

export class WorkContributor {
  contributorId: number;
  displayName: string;
  /** ONIX code of list 17. */
  role: string;
}

export class WorkCollection {
  id: number;
  name: string;
}

export class WorkResponse {
  id: number;
  version: number;
  externalId: string | null;
  title: string;
  subtitle: string | null;
  originalTitle: string | null;
  language: string;
  collection: WorkCollection | null;
  numberInCollection: string | null;
  summary: string | null;
  archived: boolean;
  contributors: WorkContributor[];
  editions: EditionResponse[];
}

/** The edition by which a work is known: in print before digital, the oldest first. */
export class MainEdition {
  id: number;
  @IsIn(productForms)
  productForm: ProductForm;
  isbn13: string | null;
  isbnFormatted: string | null;
  publicationDate: string | null;
  @IsIn(availabilities)
  availability: Availability;
  /** In force today. */
  retailPriceInclVat: string | null;
  coverUrl: string | null;
}

export class WorkRow {
  id: number;
  title: string;
  subtitle: string | null;
  contributors: WorkContributor[];
  collection: WorkCollection | null;
  numberInCollection: string | null;
  mainEdition: MainEdition | null;
  editionCount: number;
  archived: boolean;
}

export class WorkPage {
  items: WorkRow[];
  nextCursor: string | null;
  total: number;
  totalIsCapped: boolean;
}

export class WorkQuery extends ListQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  collection?: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  contributor?: number;

  /** Of any of its editions. */
  @IsOptional()
  @IsIn(availabilities)
  availability?: Availability;

  @IsOptional()
  @IsIn(productForms)
  productForm?: ProductForm;

  @IsOptional()
  @IsIn(['true', 'false'])
  archived?: 'true' | 'false';
}
