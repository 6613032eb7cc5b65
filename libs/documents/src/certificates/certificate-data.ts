import type { House } from '../house';
import type { Decimal, IsoDate, IsoInstant, Locale } from '../locale';

/** What of an author's gross went to Urssaf, line by line. */
export const contributionKinds = ['pension', 'csg', 'crds', 'training'] as const;
export type ContributionKind = (typeof contributionKinds)[number];

/** `base` × `rate` percent; of several items or parts, each was rounded by itself. */
export interface CertifiedLine {
  readonly kind: ContributionKind;
  readonly base: Decimal;
  readonly rate: Decimal;
  readonly amount: Decimal;
}

/** What the State takes on of the pension contributions, for information. */
export interface StateRelief {
  readonly kind: 'pension' | 'uncappedPension';
  readonly base: Decimal;
  readonly rate: Decimal;
  readonly amount: Decimal;
}

/** A statement or an instalment that was paid, with its own sum. */
export interface CertifiedItem {
  /** « Reddition RED-2026-00012, La Nuit des marées ». */
  readonly label: string;
  readonly gross: Decimal;
  readonly social: Decimal;
  readonly net: Decimal;
  /** Part of what was due; the rest was paid, or will be, another day. */
  readonly isPart: boolean;
}

/** A payment of the year, in the yearly recapitulation. */
export interface CertifiedPayment {
  readonly number: string;
  readonly paidOn: IsoDate;
  readonly gross: Decimal;
  readonly social: Decimal;
  readonly net: Decimal;
}

/**
 * The certificate of withholding that goes with a payment (CSS L382-5, arrêté of 19 April 1995), or the recapitulation of
 * a year's. Amounts in euros as decimal text. `net` = gross − social + vat − vatWithheld − withholdingTax − agentShare.
 */
export interface CertificateData {
  readonly house: House;
  readonly locale?: Locale;
  readonly createdAt: IsoInstant;
  readonly number: string;
  readonly issuedOn: IsoDate;
  readonly payer: {
    /** Under which the house pays contributions. */
    readonly urssafAccount: string | null;
    /** Who certifies. */
    readonly signatory: string | null;
    readonly city: string | null;
  };
  readonly author: {
    readonly name: string;
    readonly pseudonym: string | null;
    readonly address: readonly string[];
    /** As printed; null where it is not known, which the paper says. */
    readonly socialSecurityNumber: string | null;
  };
  /** « Auteur d’œuvres littéraires » … */
  readonly activity: string;
  /** One payment and its items, or a year and its payments. */
  readonly of:
    | { readonly kind: 'payment'; readonly paidOn: IsoDate; readonly items: readonly CertifiedItem[] }
    | { readonly kind: 'year'; readonly year: number; readonly payments: readonly CertifiedPayment[] };
  readonly gross: Decimal;
  readonly lines: readonly CertifiedLine[];
  readonly social: Decimal;
  readonly relief: readonly StateRelief[];
  readonly vat: Decimal;
  readonly vatWithheld: Decimal;
  readonly withholdingTax: Decimal;
  readonly agentShare: Decimal;
  readonly net: Decimal;
  /** The bank sent the payment back. */
  readonly voided?: { readonly on: IsoDate; readonly reason: string };
}
