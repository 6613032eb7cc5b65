import { applyEach, applyWhen, email, maxLength, required, schema } from '@angular/forms/signals';
import type { ContributorInput, ContributorResponse } from '@colophon/api-client';
import { isBic, isIban, isIsni, isNir, isSiret, isVatNumber } from '@colophon/domain/identifiers';
import { check, orEmpty, orNull } from '../../platform/forms';
import { addressDraft, addressOf, type AddressDraft } from '../address-draft';
import { profileBodyOf, profileDraftOf, profileRules, type TaxProfileDraft } from './tax-profile-draft';

/** A contributor while it is typed: no nulls, so that every field has its text. */
export interface ContributorDraft {
  externalId: string;
  kind: 'person' | 'organisation';
  lastName: string;
  firstName: string;
  pseudonym: string;
  isni: string;
  email: string;
  language: 'fr' | 'en';
  phone: string;
  address: AddressDraft;
  siret: string;
  vatNumber: string;
  iban: string;
  bic: string;
  socialSecurityNumber: string;
  taxProfiles: TaxProfileDraft[];
  notes: string;
  archived: boolean;
}

export function contributorDraftOf(record: ContributorResponse | undefined, locale = 'fr'): ContributorDraft {
  return {
    ...namesOf(record),
    email: orEmpty(record?.email),
    language: record?.language ?? 'fr',
    phone: orEmpty(record?.phone),
    address: addressDraft(record?.address),
    siret: orEmpty(record?.siret),
    vatNumber: orEmpty(record?.vatNumber),
    iban: orEmpty(record?.iban),
    bic: orEmpty(record?.bic),
    socialSecurityNumber: orEmpty(record?.socialSecurityNumber),
    taxProfiles: (record?.taxProfiles ?? []).map((profile) => profileDraftOf(profile, locale)),
    notes: orEmpty(record?.notes),
    archived: record?.archived ?? false,
  };
}

function namesOf(record: ContributorResponse | undefined) {
  return {
    externalId: orEmpty(record?.externalId),
    kind: record?.kind ?? ('person' as const),
    lastName: orEmpty(record?.lastName),
    firstName: orEmpty(record?.firstName),
    pseudonym: orEmpty(record?.pseudonym),
    isni: orEmpty(record?.isni),
  };
}

/** What is sent. Bank details only from who may see them: absent, the API keeps what it has. */
export function contributorBodyOf(
  draft: ContributorDraft,
  { version, mayBank }: { readonly version: number | undefined; readonly mayBank: boolean },
): ContributorInput & { version?: number } {
  const { iban, bic, socialSecurityNumber, ...shown } = draft;
  const isPerson = draft.kind === 'person';
  return {
    ...shown,
    ...(version !== undefined && { version }),
    ...(mayBank && { iban: orNull(iban), bic: orNull(bic), socialSecurityNumber: orNull(socialSecurityNumber) }),
    externalId: orNull(draft.externalId),
    lastName: draft.lastName.trim(),
    firstName: isPerson ? orNull(draft.firstName) : null,
    pseudonym: orNull(draft.pseudonym),
    isni: orNull(draft.isni),
    email: orNull(draft.email),
    phone: orNull(draft.phone),
    address: draft.address.city.trim() || draft.address.line1.trim() ? addressOf(draft.address) : {},
    siret: orNull(draft.siret),
    vatNumber: orNull(draft.vatNumber),
    taxProfiles: draft.taxProfiles.map(profileBodyOf),
    notes: orNull(draft.notes),
  };
}

/** The rules a reader can mend while typing; the API applies the same and has the last word. */
export const contributorRules = schema<ContributorDraft>((path) => {
  required(path.lastName);
  maxLength(path.lastName, 200);
  check(path.isni, isIsni, 'isni');
  email(path.email);
  check(path.siret, isSiret, 'siret');
  check(path.vatNumber, isVatNumber, 'vat');
  check(path.iban, isIban, 'iban');
  check(path.bic, isBic, 'bic');
  check(path.socialSecurityNumber, isNir, 'nir');
  applyWhen(
    path,
    ({ value }) => value().address.line1 !== '' || value().address.city !== '',
    (filled) => {
      required(filled.address.postalCode);
      required(filled.address.city);
    },
  );
  applyEach(path.taxProfiles, profileRules);
});
