import type { Readable } from 'node:stream';

import { Injectable } from '@nestjs/common';
import { ZipFile } from 'yazl';

import { Database } from '../platform/database/database';
import { platformProblems } from '../platform/problems/platform-problems';
import { StatementDocuments, type DocumentFormat } from './statement-documents';

const FORMATS: readonly DocumentFormat[] = ['pdf', 'xlsx'];

/** All documents of a closing as one zip, written while it is sent: memory holds one document at a time. */
@Injectable()
export class ClosingArchive {
  constructor(
    private readonly database: Database,
    private readonly documents: StatementDocuments,
  ) {}

  /** @throws not-found */
  async open(closingId: number): Promise<{ fileName: string; stream: Readable }> {
    const rows: { id: number; name: string; closedAt: Date | null }[] = await this.database.reader.query(
      `SELECT s.id, k.kind || '-' || k.period_to AS name, k.closed_at AS "closedAt"
       FROM royalty_statement s JOIN closing k ON k.id = s.closing_id WHERE k.id = $1 ORDER BY s.position`,
      [closingId],
    );
    const [first] = rows;
    if (!first) throw platformProblems.create('not-found');
    const zip = new ZipFile();
    const stream = zip.outputStream as unknown as Readable;
    void this.fill(
      zip,
      rows.map(({ id }) => id),
      first.closedAt ?? undefined,
    ).catch((error: Error) => stream.destroy(error));
    return { fileName: `redditions-${first.name}.zip`, stream };
  }

  private async fill(zip: ZipFile, ids: readonly number[], mtime: Date | undefined): Promise<void> {
    for (const statementId of ids) {
      for (const format of FORMATS) {
        const file = await this.documents.get({ statementId, format, locale: 'fr' });
        zip.addBuffer(file.bytes, file.fileName, mtime ? { mtime } : {});
      }
    }
    zip.end();
  }
}
