import { IsIn } from 'class-validator';

import { Address } from '../../parties';
import { vatRegimes, type VatRegime } from './vat-regime';

/** One line with its amount and what it was computed from. */
export class InvoiceLineResponse {
  /** The line's own id; 0 in a quote. */
  id: number;
  position: number;
  editionId: number | null;
  /** On a credit note: the line of the invoice. */
  originLineId: number | null;
  isbn: string | null;
  description: string;
  /** Authors, or the bar code of goods. */
  detail: string | null;
  quantity: number;
  retailPriceInclVat: string | null;
  unitPriceExclVat: string | null;
  /** Percent. */
  discountRate: string;
  /** Percent. */
  vatRate: string;
  /** Net price of one copy without VAT, six decimals at most. */
  netUnitPriceExclVat: string;
  /** quantity × price × (1 − discount) ÷ (1 + VAT) before rounding: a decimal, or an exact fraction. */
  exactProduct: string;
  amountExclVat: string;
  /** Copies in stock now; null for what has no stock. */
  copiesInStock: number | null;
  /** Copies of this line that a credit note can still take; null on a draft or a credit note. */
  copiesLeftToCredit: number | null;
}

export class InvoiceVatResponse {
  rate: string;
  base: string;
  amount: string;
  /** The sentence that goes with a rate of 0. */
  exemption: string | null;
}

/** Something to know before posting; `blocking` ones need a reason or a change. */
export class InvoiceWarning {
  code: string;
  detail: string;
  /** The member concerned: `/lines/0/discountRate`. */
  pointer: string;
  blocking: boolean;
}

/** A document that points to this one, or to which it points. */
export class RelatedInvoice {
  id: number;
  number: string | null;
  @IsIn(['draft', 'posted'])
  status: 'draft' | 'posted';
  issueDate: string | null;
  totalInclVat: string;
}

export class InvoiceCustomer {
  id: number;
  name: string;
  kind: string;
  city: string | null;
}

/** The customer as it stood when the invoice was posted. */
export class InvoiceBuyer {
  name: string;
  kind: string;
  customerNumber: string | null;
  siren: string | null;
  siret: string | null;
  vatNumber: string | null;
  gln: string | null;
  billingAddress: Address;
  deliveryAddress: Address | null;
}

export class InvoicePaymentTerms {
  days: number;
  @IsIn(['net', 'end-of-month'])
  kind: 'net' | 'end-of-month';
}

/** What an invoice would be, computed while it is typed; nothing is kept. */
export class InvoiceQuote {
  lines: InvoiceLineResponse[];
  vat: InvoiceVatResponse[];
  totalExclVat: string;
  totalVat: string;
  totalInclVat: string;
  copies: number;
  supplyDate: string;
  /** Were it posted today. */
  dueDate: string;
  @IsIn(vatRegimes)
  vatRegime: VatRegime;
  warnings: InvoiceWarning[];
}

export class InvoiceResponse {
  id: number;
  version: number;
  @IsIn(['invoice', 'credit-note'])
  kind: 'invoice' | 'credit-note';
  @IsIn(['draft', 'posted'])
  status: 'draft' | 'posted';
  number: string | null;
  customer: InvoiceCustomer;
  issueDate: string | null;
  supplyDate: string | null;
  dueDate: string | null;
  overdue: boolean;
  purchaseOrderNumber: string | null;
  note: string | null;
  discountReason: string | null;
  negativeStockReason: string | null;
  /** Whether the copies of a credit note come back into stock. */
  movesStock: boolean;
  @IsIn(vatRegimes)
  vatRegime: VatRegime;
  /** As posted; null on a draft. */
  buyer: InvoiceBuyer | null;
  paymentTerms: InvoicePaymentTerms | null;
  lines: InvoiceLineResponse[];
  vat: InvoiceVatResponse[];
  totalExclVat: string;
  totalVat: string;
  totalInclVat: string;
  /** Total with VAT less its posted credit notes; null on a credit note. */
  leftInclVat: string | null;
  copies: number;
  origin: RelatedInvoice | null;
  creditNotes: RelatedInvoice[];
  warnings: InvoiceWarning[];
  hash: string | null;
  postedAt: string | null;
  postedBy: string | null;
}

export class InvoiceRow {
  id: number;
  @IsIn(['invoice', 'credit-note'])
  kind: 'invoice' | 'credit-note';
  @IsIn(['draft', 'posted'])
  status: 'draft' | 'posted';
  number: string | null;
  pointOfSaleId: number;
  customer: string;
  city: string | null;
  issueDate: string | null;
  dueDate: string | null;
  overdue: boolean;
  totalExclVat: string;
  totalInclVat: string;
  /** Of a credit note: the number of its invoice. */
  originNumber: string | null;
}

export class InvoiceTotals {
  /** Credit notes count negative. */
  totalExclVat: string;
  totalVat: string;
  totalInclVat: string;
}

export class InvoicePage {
  items: InvoiceRow[];
  nextCursor: string | null;
  total: number;
  totalIsCapped: boolean;
  totals?: InvoiceTotals;
}

export class TaskStarted {
  taskId: number;
}
