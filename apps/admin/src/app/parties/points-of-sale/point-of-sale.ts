/** The wire's shapes for points of sale. */
export const POINT_OF_SALE_KINDS = [
  'independent-bookshop',
  'chain',
  'wholesaler',
  'distributor',
  'library',
  'museum-shop',
  'association',
  'online',
  'author',
  'other',
] as const;

export type PointOfSaleKind = (typeof POINT_OF_SALE_KINDS)[number];
export type PaymentTermKind = 'net' | 'end-of-month';

export interface Address {
  readonly line1: string;
  readonly line2: string | null;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
}

export interface Contact {
  readonly name: string;
  readonly role: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

export interface PointOfSale {
  readonly id: number;
  readonly version: number;
  readonly externalId: string | null;
  readonly name: string;
  readonly kind: PointOfSaleKind;
  readonly gln: string | null;
  readonly siren: string | null;
  readonly siret: string | null;
  readonly vatNumber: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly billingAddress: Address;
  readonly deliveryAddress: Address | null;
  /** Percent, "35". */
  readonly tradeDiscountRate: string;
  readonly paymentTermDays: number;
  readonly paymentTermKind: PaymentTermKind;
  readonly contacts: readonly Contact[];
  readonly notes: string | null;
  readonly archived: boolean;
}

/** What is sent: a new one has no version yet. */
export type PointOfSaleBody = Omit<PointOfSale, 'id' | 'version'> & { readonly version?: number };
