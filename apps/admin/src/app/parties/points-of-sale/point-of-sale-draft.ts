import { apply, applyEach, applyWhen, email, maxLength, required, schema } from '@angular/forms/signals';
import { isGln, isSiren, isSiret, isVatNumber } from '@colophon/domain/identifiers';
import { between, check, orEmpty, orNull, percentage } from '../../platform/forms';
import type { Address, PaymentTermKind, PointOfSale, PointOfSaleBody, PointOfSaleKind } from './point-of-sale';

/** An address while it is typed. */
interface AddressDraft {
  line1: string;
  line2: string;
  postalCode: string;
  city: string;
  country: string;
}

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
  paymentTermKind: PaymentTermKind;
  contacts: ContactDraft[];
  notes: string;
  archived: boolean;
}

const blankAddress = (): AddressDraft => ({ line1: '', line2: '', postalCode: '', city: '', country: 'FR' });

export const blankContact = (): ContactDraft => ({ name: '', role: '', email: '', phone: '' });

/** What the form opens on. The usual trade terms are proposed, never imposed. */
export function draftOf(record: PointOfSale | undefined): PointOfSaleDraft {
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
    paymentTermDays: record?.paymentTermDays ?? 60,
    paymentTermKind: record?.paymentTermKind ?? 'net',
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
export function bodyOf(draft: PointOfSaleDraft, version: number | undefined): PointOfSaleBody {
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
    paymentTermDays: draft.paymentTermDays ?? 0,
    contacts: draft.contacts.map((contact) => ({
      name: contact.name.trim(),
      role: orNull(contact.role),
      email: orNull(contact.email),
      phone: orNull(contact.phone),
    })),
    notes: orNull(draft.notes),
  };
}

const addressRules = schema<AddressDraft>((path) => {
  required(path.line1);
  required(path.postalCode);
  required(path.city);
});

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
  required(path.paymentTermDays);
  between(path.paymentTermDays, 0, 365);
  applyEach(path.contacts, (contact) => {
    required(contact.name);
    email(contact.email);
  });
});

function addressDraft(address: Address | null | undefined): AddressDraft {
  return address ? { ...address, line2: orEmpty(address.line2) } : blankAddress();
}

function addressOf(draft: AddressDraft): Address {
  return { ...draft, line2: orNull(draft.line2) };
}
