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
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';

import { ListQuery } from '../../platform/lists/list-query';
import { IsBic, IsIban, IsIsni, IsSiret, IsSocialSecurityNumber, IsVatNumber } from '../../platform/validation/checks';
import { Address } from '../address';
import { TaxProfile, TaxProfileResponse } from './tax-profile-dto';

export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

export const contributorKinds = ['person', 'organisation'] as const;
export type ContributorKind = (typeof contributorKinds)[number];

/** What can be written of a contributor. */
export class ContributorInput {
  /** The house's own key, in the files it imports. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  externalId?: string | null;

  @IsOptional()
  @IsIn(contributorKinds)
  kind?: ContributorKind;

  /** Of a person; the name of an organisation. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  lastName: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  firstName?: string | null;

  /** Shown instead of the name. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  pseudonym?: string | null;

  @IsOptional()
  @IsIsni()
  isni?: string | null;

  @IsOptional()
  @IsEmail()
  email?: string | null;

  /** In which they are written to; French unless said. */
  @IsOptional()
  @IsIn(languages)
  language?: Language;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  phone?: string | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => Address)
  address?: Address;

  @IsOptional()
  @IsSiret()
  siret?: string | null;

  @IsOptional()
  @IsVatNumber()
  vatNumber?: string | null;

  /** Absent: keeps what is stored. Only holders of `parties.bank` may send one. */
  @IsOptional()
  @IsIban()
  iban?: string | null;

  /** As `iban`. */
  @IsOptional()
  @IsBic()
  bic?: string | null;

  /** As `iban`. */
  @IsOptional()
  @IsSocialSecurityNumber()
  socialSecurityNumber?: string | null;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => TaxProfile)
  taxProfiles?: TaxProfile[];

  @IsOptional()
  @IsString()
  @MaxLength(5000)
  notes?: string | null;

  @IsOptional()
  @IsBoolean()
  archived?: boolean;
}

export class ContributorUpdate extends ContributorInput {
  /** The version that was read; refused where somebody saved since. */
  @IsInt()
  version: number;
}

export class ContributorResponse {
  id: number;
  version: number;
  externalId: string | null;
  @IsIn(contributorKinds)
  kind: ContributorKind;
  /** The pseudonym, or the first and last name. */
  displayName: string;
  lastName: string;
  firstName: string | null;
  pseudonym: string | null;
  isni: string | null;
  email: string | null;
  @IsIn(languages)
  language: Language;
  phone: string | null;
  address: Address;
  siret: string | null;
  vatNumber: string | null;
  /** Null where there is none, and for those who may not see it. */
  iban: string | null;
  /** Enough to recognise the account, `•••• 0189`; null where there is none. */
  ibanMasked: string | null;
  bic: string | null;
  socialSecurityNumber: string | null;
  socialSecurityNumberMasked: string | null;
  /** By rising date. */
  taxProfiles: TaxProfileResponse[];
  notes: string | null;
  archived: boolean;
}

export class ContributorRow {
  id: number;
  displayName: string;
  lastName: string;
  firstName: string | null;
  pseudonym: string | null;
  @IsIn(contributorKinds)
  kind: ContributorKind;
  email: string | null;
  city: string | null;
  isni: string | null;
  /** ONIX codes of list 17, of all their works. */
  roles: string[];
  workCount: number;
  contractCount: number;
  archived: boolean;
}

export class ContributorPage {
  items: ContributorRow[];
  nextCursor: string | null;
  total: number;
  totalIsCapped: boolean;
}

export class ContributorQuery extends ListQuery {
  @IsOptional()
  @IsIn(['true', 'false'])
  archived?: 'true' | 'false';

  /** An ONIX code of list 17 that they have on a work. */
  @IsOptional()
  @Matches(/^[A-Z]\d{2}$/)
  role?: string;
}
