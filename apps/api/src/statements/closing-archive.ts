import type { Readable } from 'node:stream';

import { Injectable } from '@nestjs/common';
import { ZipFile } from 'yazl';

import { Database } from '../platform/database/database';
import { platformProblems } from '../platform/problems/platform-problems';
import { CoveringDocuments } from './covering/covering-documents';
import { StatementDocuments, type DocumentFormat } from './statement-documents';

const FORMATS: readonly DocumentFormat[] = ['pdf', 'xlsx'];

/** All documents of a closing as one zip, written while it is sent: memory holds one document at a time. */
@Injectable()
export class ClosingArchive {
  constructor(
    private readonly database: Database,
    private readonly documents: StatementDocuments,
    private readonly covering: CoveringDocuments,
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
    const ids = rows.map(({ id }) => id);
    void this.fill(zip, { closingId, ids, mtime: first.closedAt ?? undefined }).catch((error: Error) =>
      stream.destroy(error),
    );
    return { fileName: `redditions-${first.name}.zip`, stream };
  }

  /** The covering pages first, then each statement in both formats. */
  private async fill(
    zip: ZipFile,
    { closingId, ids, mtime }: { closingId: number; ids: readonly number[]; mtime: Date | undefined },
  ): Promise<void> {
    const add = (file: { bytes: Buffer; fileName: string }) =>
      zip.addBuffer(file.bytes, file.fileName, mtime ? { mtime } : {});
    for (const contributorId of await this.covering.coveredPayees(closingId)) {
      add(await this.covering.get({ closingId, contributorId, locale: 'fr' }));
    }
    for (const statementId of ids) {
      for (const format of FORMATS) add(await this.documents.get({ statementId, format, locale: 'fr' }));
    }
    zip.end();
  }
}
