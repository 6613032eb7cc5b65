import { required, schema } from '@angular/forms/signals';
import type { Address } from '@colophon/api-client';
import { orEmpty } from '../platform/forms';

/** An address while it is typed. */
export interface AddressDraft {
  line1: string;
  line2: string;
  postalCode: string;
  city: string;
  country: string;
}

export const addressRules = schema<AddressDraft>((path) => {
  required(path.line1);
  required(path.postalCode);
  required(path.city);
});

export function addressDraft(address: Address | null | undefined): AddressDraft {
  return {
    line1: orEmpty(address?.line1),
    line2: orEmpty(address?.line2),
    postalCode: orEmpty(address?.postalCode),
    city: orEmpty(address?.city),
    country: address?.country ?? 'FR',
  };
}

/** What is sent: lines left empty are absent. */
export function addressOf(draft: AddressDraft): Address {
  const lines = Object.entries(draft).flatMap(([key, text]) => (text.trim() ? [[key, text.trim()]] : []));
  return Object.fromEntries(lines) as Address;
}
