import { Money } from '@colophon/domain/money';
import { Injectable } from '@nestjs/common';

import { PointOfSaleRecord } from '../../parties';
import { Clock } from '../../platform/clock/clock';
import { Database, type Tx } from '../../platform/database/database';
import type { Actor } from '../../platform/sign-in/actor';
import type { InvoiceRecord } from '../records';
import { readContent, type InvoiceContent } from './invoice-content';
import type { InvoiceLineResponse, InvoiceResponse, InvoiceWarning, RelatedInvoice } from './invoice-response-dto';
import { stockOfLines, warningsOf } from './invoice-warnings';
import { readParties } from './parties-snapshot';
import { copiesOf, toLine, vatOf } from './quote-invoice';

/** An invoice with everything its page shows. */
@Injectable()
export class ReadInvoice {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  read(actor: Actor, id: number): Promise<InvoiceResponse> {
    return this.database.snapshot((tx) => this.readIn(tx, id, actor));
  }

  async readIn(tx: Tx, id: number, actor: Actor): Promise<InvoiceResponse> {
    const content = await readContent(tx, id);
    const { invoice } = content;
    const customer = await tx.findOneByOrFail(PointOfSaleRecord, { id: invoice.pointOfSaleId });
    const creditNotes = await related(tx, 'c.origin_invoice_id = $1', id);
    const origin = invoice.originInvoiceId ? await related(tx, 'c.id = $1', invoice.originInvoiceId) : [];
    const leftInclVat = leftOf(invoice, creditNotes);
    return {
      ...head(invoice),
      customer: {
        id: customer.id,
        name: invoice.buyer?.name ?? customer.name,
        kind: customer.kind,
        city: (invoice.buyer ?? customer).billingAddress.city ?? null,
      },
      overdue: isOverdue(invoice, leftInclVat, this.clock.today()),
      ...(await linesAndWarnings(tx, content, actor)),
      vat: vatOf(content.vat, invoice.vatRegime),
      leftInclVat: leftInclVat?.toString() ?? null,
      copies: copiesOf(content.lines),
      origin: origin[0] ?? null,
      creditNotes,
    };
  }
}

function head(invoice: InvoiceRecord) {
  const { id, version, kind, status, number, issueDate, supplyDate, dueDate, purchaseOrderNumber, note } = invoice;
  const { discountReason, negativeStockReason, movesStock, vatRegime, buyer, paymentTerms } = invoice;
  const { totalExclVat, totalVat, totalInclVat, hash, postedAt, postedBy } = invoice;
  return {
    ...{ id, version, kind, status, number, issueDate, supplyDate, dueDate, purchaseOrderNumber, note },
    ...{ discountReason, negativeStockReason, movesStock, vatRegime, buyer, paymentTerms },
    ...{ totalExclVat, totalVat, totalInclVat, hash, postedBy },
    postedAt: postedAt?.toISOString() ?? null,
  };
}

function leftOf(invoice: InvoiceRecord, creditNotes: readonly RelatedInvoice[]): Money | undefined {
  if (invoice.kind === 'credit-note') return undefined;
  const posted = creditNotes.filter((credit) => credit.status === 'posted');
  const credited = Money.sum(posted.map((credit) => Money.parse(credit.totalInclVat)));
  return Money.parse(invoice.totalInclVat).minus(credited);
}

function isOverdue({ status, dueDate }: InvoiceRecord, left: Money | undefined, today: string): boolean {
  return status === 'posted' && dueDate !== null && dueDate < today && left !== undefined && left.isPositive;
}

async function linesAndWarnings(
  tx: Tx,
  { invoice, lines }: InvoiceContent,
  actor: Actor,
): Promise<{ lines: InvoiceLineResponse[]; warnings: InvoiceWarning[] }> {
  const isDraft = invoice.status === 'draft';
  const stock = isDraft ? await stockOfLines(tx, lines) : [];
  const credited = isDraft || invoice.kind === 'credit-note' ? undefined : await copiesCredited(tx, invoice.id);
  const response = lines.map((line, index) => ({
    ...toLine(line, index, stock[index]),
    copiesLeftToCredit: credited ? line.quantity - (credited.get(line.id) ?? 0) : null,
  }));
  if (!isDraft) return { lines: response, warnings: [] };
  const { buyer } = await readParties(tx, invoice.pointOfSaleId);
  const { kind, discountReason } = invoice;
  return { lines: response, warnings: warningsOf({ kind, buyer, lines, discountReason }, stock, actor.locale) };
}

/** Copies that posted credit notes took, by line of the invoice. */
async function copiesCredited(tx: Tx, invoiceId: number): Promise<Map<number, number>> {
  const rows: { line: number; copies: number }[] = await tx.query(
    `SELECT l.origin_line_id AS line, sum(l.quantity)::int AS copies FROM invoice_line l JOIN invoice i ON i.id = l.invoice_id
     WHERE i.origin_invoice_id = $1 AND i.status = 'posted' GROUP BY 1`,
    [invoiceId],
  );
  return new Map(rows.map((row) => [row.line, row.copies]));
}

function related(tx: Tx, condition: string, id: number): Promise<RelatedInvoice[]> {
  return tx.query(
    `SELECT c.id, c.number, c.status, c.issue_date AS "issueDate", c.total_incl_vat AS "totalInclVat"
     FROM invoice c WHERE ${condition} ORDER BY c.id`,
    [id],
  );
}
