import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock';
import { Database, type Tx } from '../../platform/database/database';
import type { Actor } from '../../platform/sign-in/actor';
import { moveStock } from '../../stock';
import { salesProblems } from '../problems';
import type { InvoiceRecord } from '../records';
import { checkDiscounts, checkParties } from './check-posting';
import { CreditAmounts } from './credit-amounts';
import { contentOf, lockDraft, writeContent, type InvoiceContent } from './invoice-content';
import type { PostInvoiceInput } from './invoice-dto';
import { invoiceHash } from './invoice-hash';
import type { InvoiceResponse } from './invoice-response-dto';
import { readParties, type Parties } from './parties-snapshot';
import { dueDateOf } from './quote-invoice';
import { ReadInvoice } from './read-invoice';
import { takeNumber } from './take-number';

/** Number and date of a document just posted. */
export interface PostedInvoice {
  readonly id: number;
  readonly number: string;
  readonly issueDate: string;
}

/** Makes a draft an invoice or a credit note: numbered, dated, chained, and never changed again. */
@Injectable()
export class PostInvoice {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly read: ReadInvoice,
    private readonly credits: CreditAmounts,
  ) {}

  async post(actor: Actor, id: number, input: PostInvoiceInput = {}): Promise<InvoiceResponse> {
    await this.database.transaction(actor, (tx) => this.postInvoiceIn(tx, actor, id, input));
    return this.read.read(actor, id);
  }

  /**
   * Within the caller's transaction; the series stays held until it ends, so let nothing slow follow.
   * @throws invoice-posted, invoice-empty, house-incomplete, customer-incomplete, discount-over-cap, stock-insufficient,
   *   credit-exceeds-line, credit-before-invoice, issue-date-in-future, issue-date-before-last
   */
  async postInvoiceIn(tx: Tx, actor: Actor, id: number, input: PostInvoiceInput = {}): Promise<PostedInvoice> {
    const issueDate = this.issueDate(input);
    const invoice = await lockDraft(tx, id);
    if (invoice.kind === 'credit-note') {
      await writeContent(tx, invoice, await this.credits.ofDraft(tx, invoice, issueDate));
    }
    const content = await contentOf(tx, invoice);
    if (content.lines.length === 0) throw salesProblems.at('/lines', 'invoice-empty');
    const parties = await readParties(tx, invoice.pointOfSaleId);
    this.check(content, parties, input);
    Object.assign(invoice, this.posting(content, parties, input), { issueDate, postedBy: actor.name });
    await move(tx, content, issueDate, input);
    const { number } = await seal(tx, content, issueDate);
    return { id, number, issueDate };
  }

  private issueDate(input: PostInvoiceInput): string {
    const today = this.clock.today();
    const issueDate = input.issueDate ?? today;
    if (issueDate > today) throw salesProblems.at('/issueDate', 'issue-date-in-future', { today });
    return issueDate;
  }

  private check({ invoice, lines }: InvoiceContent, parties: Parties, input: PostInvoiceInput): void {
    checkParties(parties);
    if (input.allowNegativeStock && !input.negativeStockReason) {
      throw salesProblems.at('/negativeStockReason', 'negative-stock-reason-missing');
    }
    if (invoice.kind === 'credit-note') return;
    const discountReason = input.discountReason ?? invoice.discountReason;
    checkDiscounts({ kind: invoice.kind, buyer: parties.buyer, lines, discountReason });
  }

  /** What posting adds to the draft. */
  private posting({ invoice }: InvoiceContent, { seller, buyer, terms }: Parties, input: PostInvoiceInput) {
    const issueDate = this.issueDate(input);
    return {
      status: 'posted' as const,
      supplyDate: invoice.supplyDate ?? issueDate,
      dueDate: invoice.kind === 'invoice' ? dueDateOf(issueDate, terms) : null,
      ...{ seller, buyer, paymentTerms: terms },
      discountReason: input.discountReason ?? invoice.discountReason,
      negativeStockReason: input.allowNegativeStock ? (input.negativeStockReason ?? null) : null,
      postedAt: this.clock.now(),
    };
  }
}

/** Copies are sold, or come back: an e-book's too, whose royalties follow its sales; a free line moves nothing. */
async function move(tx: Tx, { invoice, lines }: InvoiceContent, issueDate: string, input: PostInvoiceInput) {
  if (!invoice.movesStock) return;
  const supplied = invoice.supplyDate ?? issueDate;
  const where = await placeOf(tx, invoice.pointOfSaleId);
  const moves = lines.flatMap((line, index) =>
    line.editionId !== null
      ? {
          editionId: line.editionId,
          kind: invoice.kind === 'invoice' ? ('sold' as const) : ('returned' as const),
          copies: line.quantity,
          movedOn: supplied < issueDate ? supplied : issueDate,
          invoiceLineId: line.id,
          ...where,
          pointer: `/lines/${index}/quantity`,
        }
      : [],
  );
  await moveStock(tx, moves, { allowNegative: input.allowNegativeStock === true });
}

/**
 * Where the copies are sold, for the clauses that ask: the kind of the point of sale and the country it is supplied in, as they
 * are today. Kept with the movement, since a shop that changes its kind later has not sold them elsewhere.
 */
async function placeOf(tx: Tx, pointOfSaleId: number): Promise<{ channel?: string; territory?: string }> {
  const [place]: { channel: string; territory: string }[] = await tx.query(
    `SELECT kind AS channel, upper(coalesce(nullif(coalesce(delivery_address, billing_address) ->> 'country', ''), 'FR')) AS territory
     FROM point_of_sale WHERE id = $1`,
    [pointOfSaleId],
  );
  return place ?? {};
}

/** Number and hash, in two statements: the row of the series is held from the first to the end of the transaction. */
async function seal(tx: Tx, content: InvoiceContent, issueDate: string): Promise<{ number: string }> {
  const { invoice } = content;
  const { code, year, number, previousHash } = await takeNumber(tx, invoice.kind, issueDate);
  const hash = invoiceHash({ ...content, invoice: { ...invoice, number } }, previousHash);
  const posted: InvoiceRecord = { ...invoice, number, hash, previousHash, version: invoice.version + 1 };
  await tx.query(SEAL, [
    ...[posted.id, posted.version, number, issueDate, posted.supplyDate, posted.dueDate, posted.discountReason],
    ...[posted.negativeStockReason, JSON.stringify(posted.seller), JSON.stringify(posted.buyer)],
    ...[JSON.stringify(posted.paymentTerms), hash, previousHash, posted.postedAt, posted.postedBy, code, year],
  ]);
  return { number };
}

const SEAL = `
  WITH series AS (UPDATE number_series SET last_date = $4, last_hash = $12 WHERE code = $16 AND year = $17)
  UPDATE invoice SET status = 'posted', version = $2, number = $3, issue_date = $4, supply_date = $5, due_date = $6,
    discount_reason = $7, negative_stock_reason = $8, seller = $9, buyer = $10, payment_terms = $11, hash = $12,
    previous_hash = $13, posted_at = $14, posted_by = $15 WHERE id = $1`;
