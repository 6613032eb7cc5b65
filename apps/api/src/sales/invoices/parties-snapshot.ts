import type { Address, HouseRecord, PointOfSaleRecord } from '../../parties';
import type { Tx } from '../../platform/database/database';
import { HouseRecord as House, PointOfSaleRecord as PointOfSale } from '../../parties';

/** The house as it stood when an invoice was posted. */
export type Seller = Pick<
  HouseRecord,
  | 'legalName'
  | 'tradeName'
  | 'legalForm'
  | 'shareCapital'
  | 'siren'
  | 'siret'
  | 'vatNumber'
  | 'tradeRegisterCity'
  | 'address'
  | 'email'
  | 'phone'
  | 'website'
  | 'iban'
  | 'bic'
  | 'bankName'
  | 'logoFileId'
  | 'accentColor'
  | 'latePenaltyRate'
  | 'earlyPaymentTerms'
  | 'vatLiable'
  | 'vatOnDebits'
>;

/** The customer as it stood when an invoice was posted. */
export interface Buyer {
  readonly name: string;
  readonly kind: string;
  readonly customerNumber: string | null;
  readonly siren: string | null;
  readonly siret: string | null;
  readonly vatNumber: string | null;
  readonly gln: string | null;
  readonly billingAddress: Address;
  readonly deliveryAddress: Address | null;
}

export interface PaymentTerms {
  readonly days: number;
  readonly kind: 'net' | 'end-of-month';
}

export interface Parties {
  readonly seller: Seller;
  readonly buyer: Buyer;
  readonly terms: PaymentTerms;
}

/** House, customer and the terms between them as they stand now; posting keeps them with the invoice. */
export async function readParties(tx: Tx, pointOfSaleId: number): Promise<Parties> {
  const house = await tx.findOneByOrFail(House, { onlyRow: true });
  const customer = await tx.findOneByOrFail(PointOfSale, { id: pointOfSaleId });
  return { seller: sellerOf(house), buyer: buyerOf(customer), terms: termsOf(house, customer) };
}

function sellerOf(house: HouseRecord): Seller {
  const { legalName, tradeName, legalForm, shareCapital, siren, siret, vatNumber, tradeRegisterCity, address } = house;
  const { email, phone, website, iban, bic, bankName, logoFileId, accentColor } = house;
  const { latePenaltyRate, earlyPaymentTerms, vatLiable, vatOnDebits } = house;
  return {
    ...{ legalName, tradeName, legalForm, shareCapital, siren, siret, vatNumber, tradeRegisterCity, address },
    ...{ email, phone, website, iban, bic, bankName, logoFileId, accentColor },
    ...{ latePenaltyRate, earlyPaymentTerms, vatLiable, vatOnDebits },
  };
}

function buyerOf(customer: PointOfSaleRecord): Buyer {
  const { name, kind, externalId, siren, siret, vatNumber, gln, billingAddress, deliveryAddress } = customer;
  return { name, kind, customerNumber: externalId, siren, siret, vatNumber, gln, billingAddress, deliveryAddress };
}

/** The customer's own terms, else the house's. */
function termsOf(house: HouseRecord, customer: PointOfSaleRecord): PaymentTerms {
  const days = customer.paymentTermDays ?? house.paymentTermDays;
  const kind = (customer.paymentTermKind ?? house.paymentTermKind) as PaymentTerms['kind'];
  return { days, kind };
}
