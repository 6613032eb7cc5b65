import { Type } from 'class-transformer';
import { IsBooleanString, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';

import { ListQuery } from '../../platform/lists/list-query';

export class CertificateRow {
  id: number;
  number: string;
  paymentId: number;
  contributorId: number;
  contributorName: string;
  executedOn: string;
  issuedOn: string;
  gross: string;
  social: string;
  net: string;
  contentHash: string;
  voidedOn: string | null;
  voidReason: string | null;
  /** Without it the certificate lacks a mention that the law wants. */
  hasSocialSecurityNumber: boolean;
}

export class CertificatePage {
  items: CertificateRow[];
  nextCursor: string | null;
  total: number;
  totalIsCapped: boolean;
  totals?: Record<string, string>;
}

export class CertificateQuery extends ListQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  year?: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  contributorId?: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  paymentId?: number;
}

export class PaperQuery {
  @IsOptional()
  @IsIn(['fr', 'en'])
  locale?: 'fr' | 'en';

  @IsOptional()
  @IsBooleanString()
  download?: string;
}
