import type { House } from '../house';
import type { Decimal, IsoDate, IsoInstant, Locale } from '../locale';

/**
 * An invoice or a credit note between professionals, as posted. Every amount comes from the data: on a credit note
 * they are positive, the title says which way they go (BR-FR-CO-05 wants the invoice it corrects).
 */
export interface InvoiceData {
  /** Default `fr`. */
  readonly locale?: Locale;
  readonly kind: 'invoice' | 'creditNote';
  /** `null` for a draft, which is marked as such on every page: the number is taken at posting. */
  readonly number: string | null;
  readonly createdAt: IsoInstant;
  readonly issuedOn: IsoDate;
  /** When the books left, where it is not the day of the invoice: a day, or first and last day. */
  readonly supply?: { readonly from: IsoDate; readonly to: IsoDate } | null;
  readonly house: House;
  readonly buyer: Buyer;
  /** Where the books went, if it is not the buyer's address (decree 2022-1299). */
  readonly deliveryAddress?: readonly string[] | null;
  readonly operationCategory: 'goods' | 'services' | 'mixed';
  /** The buyer's own order number (Code de commerce L441-9). */
  readonly purchaseOrder?: string | null;
  /** Credit note only, and then at least one: number and date of the invoices corrected. */
  readonly corrects?: readonly CorrectedInvoice[];
  /** Why the credit note is made: « retour d'invendus ». */
  readonly reason?: string | null;
  readonly lines: readonly InvoiceLine[];
  /** One a rate, by rising rate. */
  readonly vat: readonly VatTotal[];
  readonly totalExclVat: Decimal;
  readonly totalVat: Decimal;
  readonly totalInclVat: Decimal;
  /** Already paid (deposit, credit note set off) and what is left; both or none. */
  readonly alreadyPaid?: Decimal | null;
  readonly amountDue?: Decimal | null;
  readonly terms: PaymentTerms;
  /** « Option pour le paiement de la taxe d'après les débits » (decree 2022-1299). */
  readonly vatOnDebits: boolean;
  readonly bank?: BankDetails | null;
  /** Free sentences of the house, under the totals. */
  readonly notes?: readonly string[];
}

export interface Buyer {
  readonly name: string;
  /** The person or desk the invoice goes to. */
  readonly attention?: string;
  readonly address: readonly string[];
  readonly siren?: string | null;
  readonly vatNumber?: string | null;
  readonly gln?: string | null;
  /** The house's own account number for this customer. */
  readonly customerNumber?: string | null;
}

export interface CorrectedInvoice {
  readonly number: string;
  readonly issuedOn: IsoDate;
}

export interface InvoiceLine {
  /** Thirteen digits, or already hyphenated; absent for what has no ISBN. */
  readonly isbn?: string | null;
  readonly description: string;
  /** Authors, or a reference; a second, quieter line. */
  readonly detail?: string | null;
  readonly quantity: number;
  /** Public price with VAT of one copy; absent for what is priced without VAT. */
  readonly retailPriceInclVat?: Decimal | null;
  /** Percent. */
  readonly discount: Decimal;
  /** Net price without VAT of one copy, up to six decimals (CGI ann. II 242 nonies A). */
  readonly unitPriceExclVat: Decimal;
  /** Percent. */
  readonly vatRate: Decimal;
  /** Rounded amount of the line, without VAT. */
  readonly amountExclVat: Decimal;
}

export interface VatTotal {
  readonly rate: Decimal;
  readonly base: Decimal;
  readonly amount: Decimal;
  /** Required at rate 0: « Exonération de TVA, article 262 ter I du CGI ». */
  readonly exemption?: string | null;
}

export interface PaymentTerms {
  /** `null` on a credit note. */
  readonly dueDate: IsoDate | null;
  /** « 60 jours fin de mois », for the reader. */
  readonly label?: string | null;
  /** Early payment: a sentence of the house; `null` prints that there is none. */
  readonly earlyPaymentDiscount: string | null;
  /** Yearly late-payment rate in percent, or `{ text }` for a rate said in words. */
  readonly latePenalty: { readonly rate: Decimal } | { readonly text: string };
  /** « 40.00 » (Code de commerce D441-5). */
  readonly recoveryIndemnity: Decimal;
  readonly means?: string | null;
}

export interface BankDetails {
  readonly iban: string;
  readonly bic?: string | null;
  readonly holder?: string | null;
  readonly bankName?: string | null;
}
