import { Injectable } from '@nestjs/common';

import { Database, type Tx } from '../../platform/database/database';
import type { Actor } from '../../platform/sign-in/actor';
import { salesProblems } from '../problems';
import { InvoiceRecord } from '../records';
import { lockDraft, writeContent } from './invoice-content';
import type { InvoiceInput, InvoiceUpdate } from './invoice-dto';
import type { InvoiceResponse } from './invoice-response-dto';
import { QuoteInvoice, type PricedDraft } from './quote-invoice';
import { ReadInvoice } from './read-invoice';

/** Keeps an invoice that is not posted yet: it has no number and may change or go. */
@Injectable()
export class SaveInvoiceDraft {
  constructor(
    private readonly database: Database,
    private readonly quote: QuoteInvoice,
    private readonly read: ReadInvoice,
  ) {}

  create(actor: Actor, input: InvoiceInput): Promise<InvoiceResponse> {
    return this.database.transaction(actor, async (tx) => this.read.readIn(tx, await this.createIn(tx, input), actor));
  }

  /** Within the caller's transaction: the importer and the demo's loader write many. @returns the draft's id. */
  async createIn(tx: Tx, input: InvoiceInput): Promise<number> {
    const draft = await this.quote.priceIn(tx, input);
    const invoice = tx.create(InvoiceRecord, {
      ...fields(input, draft),
      ...{ kind: 'invoice', status: 'draft', version: 1, movesStock: true, originInvoiceId: null },
    });
    return (await writeContent(tx, invoice, draft.content)).id;
  }

  /** @throws stale-version, invoice-posted, credit-note-lines */
  update(actor: Actor, id: number, input: InvoiceUpdate): Promise<InvoiceResponse> {
    return this.database.transaction(actor, async (tx) => {
      const invoice = await lockDraft(tx, id, input.version);
      if (invoice.kind === 'credit-note') throw salesProblems.create('credit-note-lines');
      const draft = await this.quote.priceIn(tx, input);
      Object.assign(invoice, fields(input, draft), { version: invoice.version + 1 });
      await writeContent(tx, invoice, draft.content);
      return this.read.readIn(tx, id, actor);
    });
  }

  /** @throws invoice-posted */
  remove(actor: Actor, id: number): Promise<void> {
    return this.database.transaction(actor, async (tx) => void (await tx.remove(await lockDraft(tx, id))));
  }
}

function fields(input: InvoiceInput, { regime }: PricedDraft) {
  return {
    pointOfSaleId: input.pointOfSaleId,
    supplyDate: input.supplyDate ?? null,
    purchaseOrderNumber: input.purchaseOrderNumber?.trim() || null,
    note: input.note?.trim() || null,
    discountReason: input.discountReason ?? null,
    vatRegime: regime,
  };
}
