import type { AccountHolder } from '@colophon/documents/sepa';
import { isBic, isIban } from '@colophon/domain/identifiers';

import type { Tx } from '../../platform/database/database';
import { readHouse, type Address } from '../../parties';
import { paymentsProblems } from '../problems';

/** The account that pays. @throws payment-house-account-missing */
export async function houseAccount(tx: Tx): Promise<AccountHolder> {
  const { legalName, iban, bic, address } = await readHouse(tx);
  if (!iban || !isIban(iban) || legalName.trim() === '') throw paymentsProblems.create('payment-house-account-missing');
  return { name: legalName, iban, ...(bic && isBic(bic) ? { bic } : {}), ...structuredAddress(address) };
}

/** An address in parts where its town and country are known; none otherwise, for half of one is refused by banks. */
export function structuredAddress(address: Address | null): Pick<AccountHolder, 'address'> {
  const { line1, postalCode, city, country } = address ?? {};
  if (!city || !country) return {};
  return {
    address: { town: city, country, ...(line1 ? { street: line1 } : {}), ...(postalCode ? { postalCode } : {}) },
  };
}
