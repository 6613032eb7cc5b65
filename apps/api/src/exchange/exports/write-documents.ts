import { mkdir, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';

import { Injectable } from '@nestjs/common';

import { Database } from '../../platform/database/database';
import { DocumentRenderer } from '../../platform/documents/document-renderer';
import { RenderInvoice } from '../../sales';
import { StatementDocuments } from '../../statements';

/** One file of the folder, as its `manifest.json` names it. */
export interface WrittenDocument {
  readonly file: string;
  readonly kind: 'statement' | 'invoice' | 'credit-note';
  readonly number: string;
  /** Net to pay of a statement, total with VAT of an invoice; euros. */
  readonly total: string;
  readonly sha256: string;
}

interface Source {
  readonly id: number;
  readonly kind: WrittenDocument['kind'];
  readonly number: string;
  readonly total: string;
}

const FORMATS = ['pdf', 'xlsx'] as const;

/** Writes every issued statement and invoice into a folder, byte for byte as kept, with a manifest to check them by. */
@Injectable()
export class WriteDocuments {
  constructor(
    private readonly database: Database,
    private readonly statements: StatementDocuments,
    private readonly invoices: RenderInvoice,
    private readonly renderer: DocumentRenderer,
  ) {}

  /** @param progress told after each document. @returns the manifest, which is also written. */
  async writeAll(
    folder: string,
    progress: (done: number, total: number) => void = () => undefined,
  ): Promise<WrittenDocument[]> {
    const sources: Source[] = await this.database.reader.query(
      `SELECT s.id, 'statement' AS kind, s.number, s.net::text AS total FROM royalty_statement s WHERE s.number IS NOT NULL
       UNION ALL SELECT i.id, i.kind, i.number, i.total_incl_vat::text FROM invoice i WHERE i.status = 'posted'
       ORDER BY kind, number`,
    );
    const work = sources.flatMap((source) => FORMATS.map((format) => ({ source, format })));
    const written: WrittenDocument[] = [];
    const next = work.entries();
    const worker = async () => {
      for (const [index, { source, format }] of next) {
        written[index] = await this.writeOne(folder, source, format);
        progress(written.filter(Boolean).length, work.length);
      }
    };
    for (const subfolder of ['statements', 'invoices']) await mkdir(join(folder, subfolder), { recursive: true });
    await Promise.all(Array.from({ length: this.renderer.parallel + 1 }, worker));
    await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(written, null, 2)}\n`);
    return written;
  }

  private async writeOne(folder: string, source: Source, format: (typeof FORMATS)[number]): Promise<WrittenDocument> {
    const isStatement = source.kind === 'statement';
    const document = isStatement
      ? await this.statements.get({ statementId: source.id, format, locale: 'fr' })
      : await this.invoices.document({ id: source.id, format, locale: 'fr' });
    const file = join(isStatement ? 'statements' : 'invoices', document.fileName);
    await writeFile(join(folder, file), document.bytes);
    const { kind, number, total } = source;
    return { file, kind, number, total, sha256: createHash('sha256').update(document.bytes).digest('hex') };
  }
}
