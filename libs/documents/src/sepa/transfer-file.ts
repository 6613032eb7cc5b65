import type { Money } from '@colophon/domain/money';

import type { IsoDate, IsoInstant } from '../locale';

/** What French banks take: the version of 2019, and the older one for a bank that still asks for it. */
export const painVersions = ['pain.001.001.09', 'pain.001.001.03'] as const;
export type PainVersion = (typeof painVersions)[number];

/**
 * An address as banks want one from November 2026: in parts, with town and country; or none at all.
 * What is only known as lines of text is left out.
 */
export interface StructuredAddress {
  readonly street?: string;
  readonly postalCode?: string;
  readonly town: string;
  /** Two letters of ISO 3166. */
  readonly country: string;
}

/** Who pays or is paid. */
export interface AccountHolder {
  /** As the bank knows it: the payee's bank compares it with its own (verification of payee). */
  readonly name: string;
  readonly iban: string;
  readonly bic?: string;
  readonly address?: StructuredAddress;
}

export interface CreditTransfer {
  /** Comes back on the payee's account and on a reject; 35 characters at most, never used twice. */
  readonly endToEndId: string;
  /** In euros, above zero. */
  readonly amount: Money;
  readonly payee: AccountHolder;
  /** What the payee reads beside the amount; cut at 140 characters. */
  readonly remittance: string;
}

/** Transfers of one day from one account. */
export interface TransferFile {
  readonly version: PainVersion;
  /** Never used twice: a bank refuses a file whose identifier it has seen. 35 characters at most. */
  readonly messageId: string;
  readonly createdAt: IsoInstant;
  readonly executionDate: IsoDate;
  readonly payer: AccountHolder;
  readonly transfers: readonly CreditTransfer[];
}
