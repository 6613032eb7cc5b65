import './records';

import { Module } from '@nestjs/common';

import { BatchPost } from './invoices/batch-post';
import { CreditAmounts } from './invoices/credit-amounts';
import { InvoiceDocumentController } from './invoices/document-controller';
import { DraftCreditNote } from './invoices/draft-credit-note';
import { InvoiceController } from './invoices/invoice-controller';
import { PostInvoice } from './invoices/post-invoice';
import { PostingController } from './invoices/posting-controller';
import { QuoteInvoice } from './invoices/quote-invoice';
import { ReadInvoice } from './invoices/read-invoice';
import { RenderInvoice } from './invoices/render-invoice';
import { SaveInvoiceDraft } from './invoices/save-invoice-draft';

@Module({
  controllers: [InvoiceController, PostingController, InvoiceDocumentController],
  providers: [
    ...[QuoteInvoice, ReadInvoice, SaveInvoiceDraft, CreditAmounts],
    ...[PostInvoice, DraftCreditNote, BatchPost, RenderInvoice],
  ],
  exports: [SaveInvoiceDraft, PostInvoice, DraftCreditNote, RenderInvoice],
})
export class SalesModule {}
