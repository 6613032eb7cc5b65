import { creditTotals, type CreditLine, type DocumentTotals, type EarlierCredit } from '@colophon/domain/sales';
import { Money, Rate } from '@colophon/domain/money';
import { assert } from '@colophon/domain/rules';
import { Injectable } from '@nestjs/common';

import type { Tx } from '../../platform/database/database';
import { platformProblems } from '../../platform/problems/platform-problems';
import { salesProblems } from '../problems';
import { InvoiceRecord } from '../records';
import { contentOf, type InvoiceContent } from './invoice-content';
import type { CreditNoteLineInput } from './invoice-dto';
import { totalsAsText, type PricedInvoice } from './price-lines';

/** What a credit note is worth, given its invoice and the credit notes posted before it. */
@Injectable()
export class CreditAmounts {
  /**
   * Holds the invoice until the transaction ends, so that two credit notes cannot both take the last copy.
   * @throws not-found, credit-of-draft, line-of-other-invoice, credit-empty, credit-exceeds-line
   */
  async of(tx: Tx, originId: number, lines: readonly CreditNoteLineInput[]): Promise<PricedInvoice> {
    const origin = await lockOrigin(tx, originId);
    const earlier = await postedCredits(tx, origin);
    const position = positions(origin);
    const wanted = lines.map(({ lineId, quantity }, index): CreditLine => {
      const line = position.get(lineId);
      if (line === undefined) throw salesProblems.at(`/lines/${index}/lineId`, 'line-of-other-invoice');
      return { line, quantity };
    });
    return priced(origin, creditTotals({ invoice: totalsOf(origin), earlier, lines: wanted }));
  }

  /**
   * The amounts of a draft as they are now: other credit notes may have been posted since it was made.
   * @throws credit-before-invoice, and as `of`
   */
  async ofDraft(tx: Tx, draft: InvoiceRecord, issueDate: string): Promise<PricedInvoice> {
    const { lines } = await contentOf(tx, draft);
    assert(draft.originInvoiceId !== null, 'a credit note has an invoice');
    const { issueDate: date } = await tx.findOneByOrFail(InvoiceRecord, { id: draft.originInvoiceId });
    if (date !== null && issueDate < date) throw salesProblems.at('/issueDate', 'credit-before-invoice', { date });
    const wanted = lines.map((line) => ({ lineId: line.originLineId ?? 0, quantity: line.quantity }));
    return this.of(tx, draft.originInvoiceId, wanted);
  }
}

async function lockOrigin(tx: Tx, id: number): Promise<InvoiceContent> {
  const origin = await tx.findOne(InvoiceRecord, { where: { id }, lock: { mode: 'for_no_key_update' } });
  if (!origin) throw platformProblems.create('not-found');
  if (origin.status !== 'posted' || origin.kind !== 'invoice') throw salesProblems.create('credit-of-draft');
  return contentOf(tx, origin);
}

async function postedCredits(tx: Tx, origin: InvoiceContent): Promise<EarlierCredit[]> {
  const posted = await tx.find(InvoiceRecord, {
    where: { originInvoiceId: origin.invoice.id, status: 'posted' },
    order: { id: 'ASC' },
  });
  const position = positions(origin);
  const credits: EarlierCredit[] = [];
  for (const invoice of posted) {
    const content = await contentOf(tx, invoice);
    const credited = content.lines.map((line): CreditLine => {
      const index = position.get(line.originLineId ?? 0);
      assert(index !== undefined, 'a line of a credit note points to a line of its invoice');
      return { line: index, quantity: line.quantity };
    });
    credits.push({ ...totalsOf(content), credited });
  }
  return credits;
}

function positions({ lines }: InvoiceContent): Map<number, number> {
  return new Map(lines.map((line, index) => [line.id, index]));
}

/** An invoice as stored, as the domain computes with it. */
function totalsOf({ invoice, lines, vat }: InvoiceContent): DocumentTotals {
  return {
    pricing: 'exclVat',
    lines: lines.map((line) => ({
      quantity: line.quantity,
      vatRate: Rate.parse(line.vatRate),
      amount: Money.parse(line.amountExclVat),
      product: line.exactProduct,
    })),
    vat: vat.map(({ rate, base, amount }) => ({
      rate: Rate.parse(rate),
      base: Money.parse(base),
      amount: Money.parse(amount),
    })),
    totalExclVat: Money.parse(invoice.totalExclVat),
    totalVat: Money.parse(invoice.totalVat),
    totalInclVat: Money.parse(invoice.totalInclVat),
  };
}

/** The lines of the credit note: those of the invoice, with the quantities and amounts credited. */
function priced(origin: InvoiceContent, totals: ReturnType<typeof creditTotals>): PricedInvoice {
  const lines = totals.credited.map(({ line, quantity }, index) => {
    const { id, ...invoiced } = origin.lines[line]!;
    const { amount, product } = totals.lines[index]!;
    return { ...invoiced, originLineId: id, quantity, exactProduct: product, amountExclVat: amount.toString() };
  });
  return { lines, ...totalsAsText(totals) };
}
