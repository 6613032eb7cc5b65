import { Injectable } from '@nestjs/common';

import { Database, type Tx } from '../../platform/database/database';
import type { Actor } from '../../platform/sign-in/actor';
import { InvoiceRecord } from '../records';
import { CreditAmounts } from './credit-amounts';
import { writeContent } from './invoice-content';
import type { CreditNoteInput } from './invoice-dto';
import type { InvoiceResponse } from './invoice-response-dto';
import { PostInvoice } from './post-invoice';
import { ReadInvoice } from './read-invoice';

/** Makes a credit note on a posted invoice: so many copies of its lines, at what was invoiced. */
@Injectable()
export class DraftCreditNote {
  constructor(
    private readonly database: Database,
    private readonly amounts: CreditAmounts,
    private readonly posting: PostInvoice,
    private readonly read: ReadInvoice,
  ) {}

  /** A draft, or with `post` a posted credit note, in one transaction. */
  async create(actor: Actor, invoiceId: number, input: CreditNoteInput): Promise<InvoiceResponse> {
    const created = await this.database.transaction(actor, async (tx) => {
      const id = await this.createIn(tx, invoiceId, input);
      if (input.post) await this.posting.postInvoiceIn(tx, actor, id, { issueDate: input.issueDate ?? null });
      return id;
    });
    return this.read.read(actor, created);
  }

  /** Within the caller's transaction. @returns the id of the draft. */
  async createIn(tx: Tx, invoiceId: number, input: CreditNoteInput): Promise<number> {
    const content = await this.amounts.of(tx, invoiceId, input.lines);
    const origin = await tx.findOneByOrFail(InvoiceRecord, { id: invoiceId });
    const creditNote = tx.create(InvoiceRecord, {
      kind: 'credit-note' as const,
      status: 'draft' as const,
      version: 1,
      pointOfSaleId: origin.pointOfSaleId,
      originInvoiceId: invoiceId,
      purchaseOrderNumber: origin.purchaseOrderNumber,
      note: input.reason ?? null,
      movesStock: input.copiesReturned ?? true,
      vatRegime: origin.vatRegime,
    });
    return (await writeContent(tx, creditNote, content)).id;
  }
}
