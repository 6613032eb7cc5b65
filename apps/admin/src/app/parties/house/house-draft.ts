import { apply, disabled, email, maxLength, pattern, required, schema } from '@angular/forms/signals';
import type { HouseResponse, HouseUpdate } from '@colophon/api-client';
import { isBic, isIban, isSiren, isSiret, isVatNumber } from '@colophon/domain/identifiers';
import { between, check, orEmpty, percentage } from '../../platform/forms';
import { addressDraft, addressOf, addressRules, type AddressDraft } from '../address-draft';

/** The house while it is typed. */
export interface HouseDraft {
  legalName: string;
  tradeName: string;
  legalForm: string;
  shareCapital: string;
  siren: string;
  siret: string;
  vatNumber: string;
  tradeRegisterCity: string;
  address: AddressDraft;
  email: string;
  phone: string;
  website: string;
  iban: string;
  bic: string;
  bankName: string;
  accentColor: string;
  paymentTermDays: number | null;
  paymentTermKind: 'net' | 'end-of-month';
  latePenaltyRate: string;
  earlyPaymentTerms: string;
  vatLiable: boolean;
  vatOnDebits: boolean;
  unitPriceRounding: '2' | '4' | 'none';
  defaultLegalDeposit: number | null;
  urssafAccount: string;
  signatory: string;
  secondApproval: boolean;
  yearEndMonth: string;
}

export function houseDraftOf(house: HouseResponse): HouseDraft {
  return {
    legalName: house.legalName,
    ...identityOf(house),
    ...contactOf(house),
    paymentTermDays: house.paymentTermDays,
    paymentTermKind: house.paymentTermKind,
    latePenaltyRate: house.latePenaltyRate,
    earlyPaymentTerms: orEmpty(house.earlyPaymentTerms),
    vatLiable: house.vatLiable,
    vatOnDebits: house.vatOnDebits,
    unitPriceRounding: house.unitPriceRounding,
    defaultLegalDeposit: house.defaultLegalDeposit,
    urssafAccount: orEmpty(house.urssafAccount),
    signatory: orEmpty(house.signatory),
    secondApproval: house.secondApproval,
    yearEndMonth: String(house.yearEndMonth),
  };
}

/** What is sent: texts left empty are absent, which the API reads as none. */
export function houseBodyOf(draft: HouseDraft, version: number): HouseUpdate {
  const { address, paymentTermDays, defaultLegalDeposit, yearEndMonth, ...rest } = draft;
  const filled = Object.entries(rest).filter(([, value]) => value !== '');
  return {
    ...(Object.fromEntries(filled) as Omit<
      HouseUpdate,
      'version' | 'address' | 'paymentTermDays' | 'defaultLegalDeposit' | 'yearEndMonth'
    >),
    version,
    address: addressOf(address),
    paymentTermDays: paymentTermDays ?? 0,
    defaultLegalDeposit: defaultLegalDeposit ?? 0,
    yearEndMonth: Number(yearEndMonth),
  };
}

export const houseRules = (mayWrite: () => boolean) =>
  schema<HouseDraft>((path) => {
    disabled(path, () => !mayWrite());
    required(path.legalName);
    maxLength(path.legalName, 200);
    check(path.siren, isSiren, 'siren');
    check(path.siret, isSiret, 'siret');
    check(path.vatNumber, isVatNumber, 'vat');
    apply(path.address, addressRules);
    email(path.email);
    check(path.iban, isIban, 'iban');
    check(path.bic, isBic, 'bic');
    pattern(path.accentColor, /^#[0-9a-fA-F]{6}$/);
    required(path.paymentTermDays);
    between(path.paymentTermDays, 0, 365);
    required(path.latePenaltyRate);
    percentage(path.latePenaltyRate);
    required(path.defaultLegalDeposit);
    between(path.defaultLegalDeposit, 0, 100);
    maxLength(path.urssafAccount, 40);
    maxLength(path.signatory, 120);
  });

function identityOf(house: HouseResponse) {
  return {
    tradeName: orEmpty(house.tradeName),
    legalForm: orEmpty(house.legalForm),
    shareCapital: orEmpty(house.shareCapital),
    siren: orEmpty(house.siren),
    siret: orEmpty(house.siret),
    vatNumber: orEmpty(house.vatNumber),
    tradeRegisterCity: orEmpty(house.tradeRegisterCity),
    accentColor: orEmpty(house.accentColor),
  };
}

function contactOf(house: HouseResponse) {
  return {
    address: addressDraft(house.address),
    email: orEmpty(house.email),
    phone: orEmpty(house.phone),
    website: orEmpty(house.website),
    iban: orEmpty(house.iban),
    bic: orEmpty(house.bic),
    bankName: orEmpty(house.bankName),
  };
}
