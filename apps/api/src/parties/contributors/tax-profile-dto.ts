import { taxSituations, type TaxSituation } from '@colophon/domain/withholding';
import { IsIn, IsInt, IsOptional, IsString, Matches, MaxLength, ValidateIf } from 'class-validator';

import { IsCalendarDate, IsRate } from '../../platform/validation/checks';

export const socialRegimes = ['withheld', 'exempt'] as const;
export type SocialRegime = (typeof socialRegimes)[number];

export const vatRegimes = ['withheld', 'liable', 'none', 'reverseCharge'] as const;
export type VatRegime = (typeof vatRegimes)[number];

/**
 * How a contributor is taxed from a date on; the last profile that has begun on a payment date applies to it.
 * With a `situation`, what is computed follows from it; without one, `social` and `vat` say it (older files).
 */
export class TaxProfile {
  @IsCalendarDate()
  validFrom: string;

  /** `author`, `exempt` with a certificate, `rightsHolder`, `abroad` without forms, `treaty` with forms 5000 and 5003. */
  @IsOptional()
  @IsIn(taxSituations)
  situation?: TaxSituation;

  /** Whether the house withholds social contributions, or the author shows an exemption. */
  @ValidateIf((profile: TaxProfile) => profile.situation === undefined)
  @IsIn(socialRegimes)
  social?: SocialRegime;

  /** Whether VAT is withheld by the house, invoiced by the author, or does not apply; of residents only. */
  @ValidateIf((profile: TaxProfile) => profile.situation === undefined || profile.vat !== undefined)
  @IsIn(vatRegimes)
  vat?: VatRegime;

  /** Percent of income tax withheld from an author who lives abroad; absent: the general rate, or the treaty's. */
  @IsOptional()
  @IsRate()
  withholdingTaxRate?: string;

  /** The last day of the exemption's certificate; contributions are withheld again after it. */
  @IsOptional()
  @IsCalendarDate()
  exemptUntil?: string | null;

  /** The number of the exemption's certificate, where it has one beside the author's SIRET. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  certificateNumber?: string | null;

  /** The certificate as it came, kept by `POST /api/contributors/certificates`. */
  @IsOptional()
  @IsInt()
  certificateFileId?: number | null;

  /** ISO code of the country where the author lives; `abroad` and `treaty` only. */
  @IsOptional()
  @Matches(/^[A-Z]{2}$/)
  country?: string | null;

  /** When form 5000 (residence) came in. */
  @IsOptional()
  @IsCalendarDate()
  form5000On?: string | null;

  /** When form 5003 (royalties) came in. */
  @IsOptional()
  @IsCalendarDate()
  form5003On?: string | null;

  /** The last day for which the forms hold; the general rate applies after it. */
  @IsOptional()
  @IsCalendarDate()
  formsUntil?: string | null;
}

export class TaxProfileResponse {
  validFrom: string;
  @IsIn(taxSituations)
  situation: TaxSituation;
  @IsIn(socialRegimes)
  social: SocialRegime;
  @IsIn(vatRegimes)
  vat: VatRegime;
  withholdingTaxRate: string;
  exemptUntil: string | null;
  certificateNumber: string | null;
  certificateFileId: number | null;
  country: string | null;
  form5000On: string | null;
  form5003On: string | null;
  formsUntil: string | null;
}

export class KeptCertificate {
  fileId: number;
  mediaType: string;
}

export const taxAlertKinds = [
  'profile-missing',
  'paper-lapsed',
  'paper-lapses-soon',
  'paper-lapses',
  'certificate-missing',
  'forms-missing',
  'number-missing',
  'iban-missing',
] as const;
/** `paper-lapses-soon`: within 30 days; `paper-lapses`: within 60. */
export type TaxAlertKind = (typeof taxAlertKinds)[number];

export class TaxAlert {
  @IsIn(taxAlertKinds)
  kind: TaxAlertKind;
  contributorId: number;
  name: string;
  /** The last day of the paper. */
  until: string | null;
}

export class TaxAlertPage {
  items: TaxAlert[];
}
