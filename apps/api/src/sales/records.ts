import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

import { registerRecords } from '../platform/database/record-registry';
import type { Buyer, PaymentTerms, Seller } from './invoices/parties-snapshot';
import type { VatRegime } from './invoices/vat-regime';

export type InvoiceKind = 'invoice' | 'credit-note';
export type InvoiceStatus = 'draft' | 'posted';

@Entity('invoice')
export class InvoiceRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer') version: number;
  @Column('text') kind: InvoiceKind;
  @Column('text') status: InvoiceStatus;
  @Column('text', { nullable: true }) number: string | null;
  @Column('integer', { name: 'point_of_sale_id' }) pointOfSaleId: number;
  @Column('integer', { name: 'origin_invoice_id', nullable: true }) originInvoiceId: number | null;
  @Column('date', { name: 'issue_date', nullable: true }) issueDate: string | null;
  @Column('date', { name: 'supply_date', nullable: true }) supplyDate: string | null;
  @Column('date', { name: 'due_date', nullable: true }) dueDate: string | null;
  @Column('text', { name: 'purchase_order_number', nullable: true }) purchaseOrderNumber: string | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('text', { name: 'discount_reason', nullable: true }) discountReason: string | null;
  @Column('text', { name: 'negative_stock_reason', nullable: true }) negativeStockReason: string | null;
  @Column('boolean', { name: 'moves_stock' }) movesStock: boolean;
  @Column('text', { name: 'vat_regime' }) vatRegime: VatRegime;
  @Column('jsonb', { nullable: true }) seller: Seller | null;
  @Column('jsonb', { nullable: true }) buyer: Buyer | null;
  @Column('jsonb', { name: 'payment_terms', nullable: true }) paymentTerms: PaymentTerms | null;
  @Column('numeric', { name: 'total_excl_vat' }) totalExclVat: string;
  @Column('numeric', { name: 'total_vat' }) totalVat: string;
  @Column('numeric', { name: 'total_incl_vat' }) totalInclVat: string;
  @Column('text', { nullable: true }) hash: string | null;
  @Column('text', { name: 'previous_hash', nullable: true }) previousHash: string | null;
  @Column('timestamptz', { name: 'posted_at', nullable: true }) postedAt: Date | null;
  @Column('text', { name: 'posted_by', nullable: true }) postedBy: string | null;
}

@Entity('invoice_line')
export class InvoiceLineRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer', { name: 'invoice_id' }) invoiceId: number;
  @Column('integer') position: number;
  @Column('integer', { name: 'edition_id', nullable: true }) editionId: number | null;
  @Column('integer', { name: 'origin_line_id', nullable: true }) originLineId: number | null;
  @Column('text') description: string;
  @Column('text', { nullable: true }) detail: string | null;
  @Column('text', { nullable: true }) isbn13: string | null;
  @Column('integer') quantity: number;
  @Column('numeric', { name: 'retail_price_incl_vat', nullable: true }) retailPriceInclVat: string | null;
  @Column('numeric', { name: 'unit_price_excl_vat', nullable: true }) unitPriceExclVat: string | null;
  @Column('numeric', { name: 'discount_rate' }) discountRate: string;
  @Column('numeric', { name: 'vat_rate' }) vatRate: string;
  @Column('numeric', { name: 'net_unit_price_excl_vat' }) netUnitPriceExclVat: string;
  @Column('text', { name: 'exact_product' }) exactProduct: string;
  @Column('numeric', { name: 'amount_excl_vat' }) amountExclVat: string;
}

@Entity('invoice_vat')
export class InvoiceVatRecord {
  @PrimaryColumn('integer', { name: 'invoice_id' }) invoiceId: number;
  @PrimaryColumn('numeric') rate: string;
  @Column('numeric') base: string;
  @Column('numeric') amount: string;
}

@Entity('invoice_document')
export class InvoiceDocumentRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer', { name: 'invoice_id' }) invoiceId: number;
  @Column('text') format: string;
  @Column('text') locale: string;
  @Column('integer', { name: 'file_id' }) fileId: number;
}

registerRecords(InvoiceRecord, InvoiceLineRecord, InvoiceVatRecord, InvoiceDocumentRecord);
