import { apply, applyEach, applyWhen, disabled, email, maxLength, required, schema } from '@angular/forms/signals';
import type { PointOfSaleInput, PointOfSaleResponse } from '@colophon/api-client';
import { isGln, isSiren, isSiret, isVatNumber } from '@colophon/domain/identifiers';
import { between, check, orEmpty, orNull, percentage } from '../../platform/forms';
import { addressDraft, addressOf, addressRules, type AddressDraft } from '../address-draft';
import type { PointOfSaleKind } from './point-of-sale';

interface ContactDraft {
  name: string;
  role: string;
  email: string;
  phone: string;
}

/** A point of sale while it is typed: no nulls, so that every field has its text. */
export interface PointOfSaleDraft {
  externalId: string;
  name: string;
  kind: PointOfSaleKind;
  gln: string;
  siren: string;
  siret: string;
  vatNumber: string;
  email: string;
  phone: string;
  billingAddress: AddressDraft;
  deliversElsewhere: boolean;
  deliveryAddress: AddressDraft;
  tradeDiscountRate: string;
  paymentTermDays: number | null;
  /** Empty for the house's own terms. */
  paymentTermKind: '' | 'net' | 'end-of-month';
  contacts: ContactDraft[];
  notes: string;
  archived: boolean;
}

export const blankContact = (): ContactDraft => ({ name: '', role: '', email: '', phone: '' });

/** What the form opens on. The usual trade terms are proposed, never imposed. */
export function draftOf(record: PointOfSaleResponse | undefined): PointOfSaleDraft {
  return {
    externalId: orEmpty(record?.externalId),
    name: orEmpty(record?.name),
    kind: record?.kind ?? 'independent-bookshop',
    gln: orEmpty(record?.gln),
    siren: orEmpty(record?.siren),
    siret: orEmpty(record?.siret),
    vatNumber: orEmpty(record?.vatNumber),
    email: orEmpty(record?.email),
    phone: orEmpty(record?.phone),
    billingAddress: addressDraft(record?.billingAddress),
    deliversElsewhere: !!record?.deliveryAddress,
    deliveryAddress: addressDraft(record?.deliveryAddress),
    tradeDiscountRate: record?.tradeDiscountRate ?? '35',
    paymentTermDays: record?.paymentTermDays ?? null,
    paymentTermKind: record?.paymentTermKind ?? '',
    contacts: (record?.contacts ?? []).map((contact) => ({
      name: contact.name,
      role: orEmpty(contact.role),
      email: orEmpty(contact.email),
      phone: orEmpty(contact.phone),
    })),
    notes: orEmpty(record?.notes),
    archived: record?.archived ?? false,
  };
}

/** What is sent. */
export function bodyOf(draft: PointOfSaleDraft, version: number | undefined): PointOfSaleInput & { version?: number } {
  const { deliversElsewhere, ...rest } = draft;
  return {
    ...rest,
    ...(version !== undefined && { version }),
    name: draft.name.trim(),
    externalId: orNull(draft.externalId),
    gln: orNull(draft.gln),
    siren: orNull(draft.siren),
    siret: orNull(draft.siret),
    vatNumber: orNull(draft.vatNumber),
    email: orNull(draft.email),
    phone: orNull(draft.phone),
    billingAddress: addressOf(draft.billingAddress),
    deliveryAddress: deliversElsewhere ? addressOf(draft.deliveryAddress) : null,
    paymentTermDays: draft.paymentTermKind ? draft.paymentTermDays : null,
    paymentTermKind: draft.paymentTermKind || null,
    contacts: draft.contacts.map((contact) => ({
      name: contact.name.trim(),
      ...(contact.role.trim() && { role: contact.role.trim() }),
      ...(contact.email.trim() && { email: contact.email.trim() }),
      ...(contact.phone.trim() && { phone: contact.phone.trim() }),
    })),
    notes: orNull(draft.notes),
  };
}

/** The rules a reader can mend while typing; the API applies the same and has the last word. */
export const pointOfSaleRules = schema<PointOfSaleDraft>((path) => {
  required(path.name);
  maxLength(path.name, 200);
  check(path.gln, isGln, 'gln');
  check(path.siren, isSiren, 'siren');
  check(path.siret, isSiret, 'siret');
  check(path.vatNumber, isVatNumber, 'vat');
  email(path.email);
  apply(path.billingAddress, addressRules);
  applyWhen(
    path,
    ({ value }) => value().deliversElsewhere,
    (elsewhere) => apply(elsewhere.deliveryAddress, addressRules),
  );
  required(path.tradeDiscountRate);
  percentage(path.tradeDiscountRate);
  required(path.paymentTermDays, { when: ({ valueOf }) => valueOf(path.paymentTermKind) !== '' });
  disabled(path.paymentTermDays, ({ valueOf }) => valueOf(path.paymentTermKind) === '');
  between(path.paymentTermDays, 0, 365);
  applyEach(path.contacts, (contact) => {
    required(contact.name);
    email(contact.email);
  });
});
