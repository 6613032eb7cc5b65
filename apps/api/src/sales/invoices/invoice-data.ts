import type { House, Logo } from '@colophon/documents/house';
import type { InvoiceData, InvoiceLine } from '@colophon/documents/invoices';

import { addressLines, letterhead } from '../../parties';
import type { InvoiceContent } from './invoice-content';
import type { Buyer, Parties, PaymentTerms, Seller } from './parties-snapshot';
import { exemptionOf } from './vat-regime';

/** Fixed indemnity for recovery costs, in euros (Code de commerce D441-5). */
const RECOVERY_INDEMNITY = '40.00';

export interface DocumentContext {
  readonly parties: Parties;
  readonly logo: Logo | null;
  readonly origin: { readonly number: string; readonly issuedOn: string } | null;
  /** For a draft: the dates it would have today. */
  readonly issuedOn: string;
  readonly dueDate: string | null;
  /** When it was posted, or now for a draft. */
  readonly createdAt: Date;
  readonly locale: 'fr' | 'en';
}

/** An invoice as the documents print it: nothing is computed here. */
export function invoiceData(content: InvoiceContent, context: DocumentContext): InvoiceData {
  const { invoice, lines, vat } = content;
  const { seller, buyer, terms } = context.parties;
  const { totalExclVat, totalVat, totalInclVat } = invoice;
  const isCredit = invoice.kind === 'credit-note';
  return {
    ...{ locale: context.locale, number: invoice.number, issuedOn: context.issuedOn },
    kind: isCredit ? 'creditNote' : 'invoice',
    createdAt: `${context.createdAt.toISOString().slice(0, 19)}Z`,
    supply: isCredit ? null : supplyOf(invoice.supplyDate, context.issuedOn),
    house: houseOf(seller, context.logo),
    buyer: buyerOf(buyer),
    deliveryAddress: buyer.deliveryAddress ? addressLines(buyer.deliveryAddress) : null,
    operationCategory: 'goods',
    purchaseOrder: invoice.purchaseOrderNumber,
    corrects: context.origin ? [context.origin] : [],
    reason: isCredit ? invoice.note : null,
    lines: lines.map(lineOf),
    vat: vat.map((total) => ({ ...total, exemption: total.rate === '0' ? exemptionOf[invoice.vatRegime] : null })),
    ...{ totalExclVat, totalVat, totalInclVat },
    terms: termsOf(seller, terms, context),
    vatOnDebits: seller.vatOnDebits,
    bank: seller.iban
      ? { iban: seller.iban, bic: seller.bic, holder: seller.legalName, bankName: seller.bankName }
      : null,
    notes: !isCredit && invoice.note ? [invoice.note] : [],
  };
}

function supplyOf(supplyDate: string | null, issuedOn: string): InvoiceData['supply'] {
  const date = supplyDate ?? issuedOn;
  return date === issuedOn ? null : { from: date, to: date };
}

/** The house as its papers show it, with its picture. */
export function houseOf(seller: Seller, logo: Logo | null): House {
  return { ...letterhead(seller), logo };
}

function buyerOf(buyer: Buyer): InvoiceData['buyer'] {
  const { name, siren, vatNumber, gln, customerNumber } = buyer;
  return { name, address: addressLines(buyer.billingAddress), siren, vatNumber, gln, customerNumber };
}

function lineOf(line: InvoiceContent['lines'][number]): InvoiceLine {
  const { isbn13, description, detail, quantity, retailPriceInclVat, vatRate, amountExclVat } = line;
  return {
    ...{ isbn: isbn13, description, detail, quantity, retailPriceInclVat, vatRate, amountExclVat },
    discount: line.discountRate,
    unitPriceExclVat: line.netUnitPriceExclVat,
  };
}

function termsOf(seller: Seller, terms: PaymentTerms, context: DocumentContext): InvoiceData['terms'] {
  return {
    dueDate: context.dueDate,
    label: context.dueDate === null ? null : termsLabel(terms, context.locale),
    earlyPaymentDiscount: seller.earlyPaymentTerms || null,
    latePenalty: { rate: seller.latePenaltyRate },
    recoveryIndemnity: RECOVERY_INDEMNITY,
    means: context.locale === 'fr' ? 'virement' : 'transfer',
  };
}

function termsLabel({ days, kind }: PaymentTerms, locale: 'fr' | 'en'): string {
  if (locale === 'fr') return kind === 'end-of-month' ? `${days} jours fin de mois` : `${days} jours nets`;
  return kind === 'end-of-month' ? `${days} days end of month` : `${days} days net`;
}
