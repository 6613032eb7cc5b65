import { dueDate } from '@colophon/domain/calendar';
import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock';
import { Database, type Tx } from '../../platform/database/database';
import type { Actor } from '../../platform/sign-in/actor';
import { PointOfSaleRecord } from '../../parties';
import { salesProblems } from '../problems';
import type { InvoiceInput } from './invoice-dto';
import type { InvoiceLineResponse, InvoiceQuote } from './invoice-response-dto';
import { stockOfLines, warningsOf } from './invoice-warnings';
import { readParties, type Parties, type PaymentTerms } from './parties-snapshot';
import { priceLines, type PricedInvoice, type PricedLine } from './price-lines';
import { exemptionOf, vatRegimeOf, type VatRegime } from './vat-regime';

/** A draft with its prices found and its sums made. */
export interface PricedDraft {
  readonly parties: Parties;
  readonly regime: VatRegime;
  readonly supplyDate: string;
  readonly content: PricedInvoice;
}

/** Computes what an invoice would be, for the form and for the draft that keeps it. */
@Injectable()
export class QuoteInvoice {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws unknown-customer, or `validation` with a field for each line that cannot be priced. */
  async quote(actor: Actor, input: InvoiceInput): Promise<InvoiceQuote> {
    const tx = this.database.reader;
    const draft = await this.priceIn(tx, input);
    const { content, parties, regime, supplyDate } = draft;
    const stock = await stockOfLines(tx, content.lines);
    const warned = {
      kind: 'invoice' as const,
      buyer: parties.buyer,
      lines: content.lines,
      discountReason: input.discountReason ?? null,
    };
    const { totalExclVat, totalVat, totalInclVat } = content;
    return {
      lines: content.lines.map((line, index) => toLine({ ...line, id: 0 }, index, stock[index])),
      vat: vatOf(content.vat, regime),
      ...{ totalExclVat, totalVat, totalInclVat, supplyDate, vatRegime: regime },
      copies: copiesOf(content.lines),
      dueDate: dueDateOf(this.clock.today(), parties.terms),
      warnings: warningsOf(warned, stock, actor.locale),
    };
  }

  /** Finds customer, prices and discounts of what was typed. */
  async priceIn(tx: Tx, input: InvoiceInput): Promise<PricedDraft> {
    const customer = await tx.findOneBy(PointOfSaleRecord, { id: input.pointOfSaleId });
    if (!customer) throw salesProblems.at('/pointOfSaleId', 'unknown-customer');
    const parties = await readParties(tx, customer.id);
    const { country } = customer.deliveryAddress ?? customer.billingAddress;
    const regime = vatRegimeOf({ vatLiable: parties.seller.vatLiable, country, vatNumber: customer.vatNumber });
    const supplyDate = input.supplyDate ?? this.clock.today();
    const pricing = { supplyDate, discountRate: customer.tradeDiscountRate, regime };
    return { parties, regime, supplyDate, content: await priceLines(tx, input.lines, pricing) };
  }
}

/** Terms “end of month” of the trade: the days first, then the end of that month. */
export function dueDateOf(issueDate: string, terms: PaymentTerms): string {
  return dueDate(issueDate, { days: terms.days, endOfMonth: terms.kind === 'end-of-month' ? 'after-days' : 'none' });
}

export function toLine(
  line: PricedLine & { readonly id: number },
  index: number,
  copiesInStock: number | undefined,
): InvoiceLineResponse {
  const { id, editionId, originLineId, isbn13, description, detail, quantity, discountRate, vatRate } = line;
  const { retailPriceInclVat, unitPriceExclVat, netUnitPriceExclVat, exactProduct, amountExclVat } = line;
  return {
    ...{ id, editionId, originLineId, description, detail, quantity, discountRate, vatRate },
    ...{ retailPriceInclVat, unitPriceExclVat, netUnitPriceExclVat, exactProduct, amountExclVat },
    position: index + 1,
    isbn: isbn13,
    copiesInStock: copiesInStock ?? null,
    copiesLeftToCredit: null,
  };
}

export function vatOf(vat: PricedInvoice['vat'], regime: VatRegime): InvoiceQuote['vat'] {
  return vat.map((total) => ({ ...total, exemption: total.rate === '0' ? exemptionOf[regime] : null }));
}

export function copiesOf(lines: readonly PricedLine[]): number {
  return lines.reduce((sum, line) => sum + line.quantity, 0);
}
