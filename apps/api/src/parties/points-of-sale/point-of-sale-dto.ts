import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

import { ListQuery } from '../../platform/lists/list-query';
import { IsGln, IsRate, IsSiren, IsSiret, IsVatNumber } from '../../platform/validation/checks';
import { Address, Contact } from '../address';

export const pointOfSaleKinds = [
  'independent-bookshop',
  'chain',
  'wholesaler',
  'distributor',
  'library',
  'museum-shop',
  'association',
  'online',
  'author',
  'other',
] as const;
export type PointOfSaleKind = (typeof pointOfSaleKinds)[number];

/** What can be written of a point of sale. */
export class PointOfSaleInput {
  /** The house's own key for it, in the files it imports. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  externalId?: string | null;

  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  @IsIn(pointOfSaleKinds)
  kind: PointOfSaleKind;

  @IsOptional()
  @IsGln()
  gln?: string | null;

  @IsOptional()
  @IsSiren()
  siren?: string | null;

  @IsOptional()
  @IsSiret()
  siret?: string | null;

  @IsOptional()
  @IsVatNumber()
  vatNumber?: string | null;

  @IsOptional()
  @IsEmail()
  email?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  phone?: string | null;

  @ValidateNested()
  @Type(() => Address)
  billingAddress: Address;

  /** Where it differs from the billing address. */
  @IsOptional()
  @ValidateNested()
  @Type(() => Address)
  deliveryAddress?: Address | null;

  /** Percent off the public price without VAT. */
  @IsRate()
  tradeDiscountRate: string;

  /** The house's own terms where absent. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(365)
  paymentTermDays?: number | null;

  @IsOptional()
  @IsIn(['net', 'end-of-month'])
  @ApiProperty({ enum: ['net', 'end-of-month', null], nullable: true, required: false })
  paymentTermKind?: 'net' | 'end-of-month' | null;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => Contact)
  contacts?: Contact[];

  @IsOptional()
  @IsString()
  @MaxLength(5000)
  notes?: string | null;

  @IsOptional()
  @IsBoolean()
  archived?: boolean;
}

export class PointOfSaleUpdate extends PointOfSaleInput {
  /** The version that was read; refused where somebody saved since. */
  @IsInt()
  version: number;
}

export class PointOfSaleResponse {
  id: number;
  version: number;
  externalId: string | null;
  name: string;
  @IsIn(pointOfSaleKinds)
  kind: PointOfSaleKind;
  gln: string | null;
  siren: string | null;
  siret: string | null;
  vatNumber: string | null;
  email: string | null;
  phone: string | null;
  billingAddress: Address;
  deliveryAddress: Address | null;
  tradeDiscountRate: string;
  paymentTermDays: number | null;
  @ApiProperty({ enum: ['net', 'end-of-month', null], nullable: true })
  paymentTermKind: 'net' | 'end-of-month' | null;
  contacts: Contact[];
  notes: string | null;
  archived: boolean;
}

export class PointOfSaleRow {
  id: number;
  name: string;
  @IsIn(pointOfSaleKinds)
  kind: PointOfSaleKind;
  city: string | null;
  gln: string | null;
  email: string | null;
  tradeDiscountRate: string;
  archived: boolean;
}

export class PointOfSalePage {
  items: PointOfSaleRow[];
  nextCursor: string | null;
  total: number;
  totalIsCapped: boolean;
}

export class PointOfSaleQuery extends ListQuery {
  @IsOptional()
  @IsIn(pointOfSaleKinds)
  kind?: PointOfSaleKind;

  @IsOptional()
  @IsIn(['true', 'false'])
  archived?: 'true' | 'false';
}
