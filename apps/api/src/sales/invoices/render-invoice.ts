import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock';
import { Database, type Tx } from '../../platform/database/database';
import { DocumentRenderer } from '../../platform/documents/document-renderer';
import { StoredFiles } from '../../platform/files/stored-files';
import { systemActor } from '../../platform/sign-in/actor';
import { InvoiceRecord } from '../records';
import { readContent, type InvoiceContent } from './invoice-content';
import { invoiceData } from './invoice-data';
import { readParties, type Parties } from './parties-snapshot';
import { dueDateOf } from './quote-invoice';

export type DocumentFormat = 'pdf' | 'xlsx';
export type DocumentLocale = 'fr' | 'en';

const mediaTypes: Record<DocumentFormat, string> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A document ready to be sent. */
export interface InvoiceFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Null for a draft, which is not kept. */
  readonly sha256: string | null;
}

export interface DocumentWanted {
  readonly id: number;
  readonly format: DocumentFormat;
  readonly locale: DocumentLocale;
}

/**
 * The PDF or workbook of an invoice. A draft is made each time it is looked at; a posted one is made once and kept as
 * issued. It is made from what posting kept, so a crash between posting and rendering loses nothing.
 */
@Injectable()
export class RenderInvoice {
  constructor(
    private readonly database: Database,
    private readonly renderer: DocumentRenderer,
    private readonly files: StoredFiles,
    private readonly clock: Clock,
  ) {}

  /** @throws not-found */
  async document(wanted: DocumentWanted): Promise<InvoiceFile> {
    const tx = this.database.reader;
    const kept = await this.kept(tx, wanted);
    if (kept) return kept;
    const content = await readContent(tx, wanted.id);
    const bytes = await this.renderer.render({
      kind: 'invoice',
      format: wanted.format,
      data: invoiceData(content, await this.context(tx, content, wanted.locale)),
    });
    const { invoice } = content;
    const fileName = `${invoice.number ?? `projet-${invoice.id}`}.${wanted.format}`;
    const file = { fileName, mediaType: mediaTypes[wanted.format], bytes };
    return invoice.status === 'draft' ? { ...file, sha256: null } : this.keep(wanted, file);
  }

  private async kept(tx: Tx, { id, format, locale }: DocumentWanted): Promise<InvoiceFile | undefined> {
    const [row] = await tx.query(
      `SELECT file_id FROM invoice_document WHERE invoice_id = $1 AND format = $2 AND locale = $3`,
      [id, format, locale],
    );
    return row ? this.files.find(tx, row.file_id) : undefined;
  }

  /** Two people may ask for the first time at once: the row of the invoice lets one of them in. */
  private keep(wanted: DocumentWanted, file: Omit<InvoiceFile, 'sha256'>): Promise<InvoiceFile> {
    return this.database.transaction(systemActor, async (tx) => {
      await tx.query(`SELECT 1 FROM invoice WHERE id = $1 FOR NO KEY UPDATE`, [wanted.id]);
      const first = await this.kept(tx, wanted);
      if (first) return first;
      const { id, sha256 } = await this.files.keep(tx, file);
      await tx.query(`INSERT INTO invoice_document (invoice_id, format, locale, file_id) VALUES ($1, $2, $3, $4)`, [
        wanted.id,
        wanted.format,
        wanted.locale,
        id,
      ]);
      return { ...file, sha256 };
    });
  }

  private async context(tx: Tx, { invoice }: InvoiceContent, locale: DocumentLocale) {
    const parties = await partiesOf(tx, invoice);
    const issuedOn = invoice.issueDate ?? this.clock.today();
    const dueDate = invoice.dueDate ?? (invoice.kind === 'invoice' ? dueDateOf(issuedOn, parties.terms) : null);
    const createdAt = invoice.postedAt ?? this.clock.now();
    return {
      ...{ parties, locale, issuedOn, dueDate, createdAt },
      logo: await this.logo(tx, parties.seller.logoFileId),
      origin: await originOf(tx, invoice.originInvoiceId),
    };
  }

  private async logo(tx: Tx, fileId: number | null) {
    const file = fileId === null ? undefined : await this.files.find(tx, fileId);
    if (!file) return null;
    if (file.mediaType === 'image/svg+xml') return { kind: 'svg' as const, text: file.bytes.toString('utf8') };
    const kind = file.mediaType === 'image/png' ? ('png' as const) : ('jpeg' as const);
    return { kind, bytes: new Uint8Array(file.bytes) };
  }
}

/** As kept at posting; as they stand now for a draft. */
async function partiesOf(tx: Tx, invoice: InvoiceRecord): Promise<Parties> {
  const { seller, buyer, paymentTerms } = invoice;
  if (seller && buyer && paymentTerms) return { seller, buyer, terms: paymentTerms };
  return readParties(tx, invoice.pointOfSaleId);
}

async function originOf(tx: Tx, id: number | null): Promise<{ number: string; issuedOn: string } | null> {
  if (id === null) return null;
  const { number, issueDate } = await tx.findOneByOrFail(InvoiceRecord, { id });
  return { number: number ?? '', issuedOn: issueDate ?? '' };
}
