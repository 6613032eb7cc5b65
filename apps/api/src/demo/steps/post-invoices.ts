import { PointOfSaleRecord } from '../../parties';
import { Clock } from '../../platform/clock/clock';
import { Database, type Tx } from '../../platform/database/database';
import { DraftCreditNote, InvoiceLineRecord, InvoiceRecord, PostInvoice, SaveInvoiceDraft } from '../../sales';
import { readCreditNotes, readInvoices, type DemoCreditNote, type DemoInvoice } from './demo-sales';
import type { DemoHands, DemoStep } from './step';

type Sale = { readonly date: string } & ({ readonly invoice: DemoInvoice } | { readonly creditNote: DemoCreditNote });

/**
 * Invoices and credit notes from one day to another, by the use cases of their pages, each on its own day: the clock
 * moves forward with them, because a series' dates never go back.
 */
export const postInvoices =
  (from: string, to: string): DemoStep =>
  async (hands) => {
    const sales = (await readSales()).filter(({ date }) => date >= from && date <= to);
    const done = await countPosted(hands, from, to);
    if (done >= sales.length) return;
    hands.say(`Les factures du ${from} au ${to} : ${sales.length}…`);
    const shops = await hands.app
      .get(Database)
      .reader.find(PointOfSaleRecord, { select: { id: true, externalId: true } });
    const shopIds = new Map(shops.map(({ id, externalId }) => [externalId, id]));
    for (const sale of sales.slice(done)) {
      hands.app.get(Clock).moveTo(new Date(`${sale.date}T09:00:00Z`));
      await hands.app.get(Database).transaction(hands.actor, async (tx) => {
        if ('invoice' in sale) await postInvoice(tx, hands, sale.invoice, shopIds.get(sale.invoice.customer)!);
        else await postCreditNote(tx, hands, sale.creditNote);
      });
    }
  };

async function readSales(): Promise<Sale[]> {
  const invoices = (await readInvoices()).map((invoice) => ({ date: invoice.date, invoice }));
  const creditNotes = (await readCreditNotes()).map((creditNote) => ({ date: creditNote.date, creditNote }));
  return [...invoices, ...creditNotes].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** They are posted in one order, so what is posted already is the beginning of it. */
async function countPosted({ app }: DemoHands, from: string, to: string): Promise<number> {
  const [row] = await app
    .get(Database)
    .reader.query(
      `SELECT count(*)::int AS count FROM invoice WHERE status = 'posted' AND issue_date BETWEEN $1 AND $2`,
      [from, to],
    );
  return row.count as number;
}

async function postInvoice(
  tx: Tx,
  { app, actor }: DemoHands,
  invoice: DemoInvoice,
  pointOfSaleId: number,
): Promise<void> {
  const { date, order, lines } = invoice;
  const input = { pointOfSaleId, supplyDate: date, purchaseOrderNumber: order, lines: [...lines] };
  const id = await app.get(SaveInvoiceDraft).createIn(tx, input);
  await app.get(PostInvoice).postInvoiceIn(tx, actor, id);
}

async function postCreditNote(tx: Tx, { app, actor }: DemoHands, note: DemoCreditNote): Promise<void> {
  const invoice = await tx.findOneByOrFail(InvoiceRecord, { purchaseOrderNumber: note.order, kind: 'invoice' });
  const line = await tx.findOneByOrFail(InvoiceLineRecord, { invoiceId: invoice.id, position: note.line });
  const input = { lines: [{ lineId: line.id, quantity: note.quantity }], reason: 'Retour d’invendus' };
  const id = await app.get(DraftCreditNote).createIn(tx, invoice.id, input);
  await app.get(PostInvoice).postInvoiceIn(tx, actor, id);
}
