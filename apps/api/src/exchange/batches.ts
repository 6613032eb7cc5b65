import { createHash } from 'node:crypto';

import { fileKinds, type FileKind } from '@colophon/domain/exchange';
import { Injectable } from '@nestjs/common';

import type { Tx } from '../platform/database/database';
import { StoredFiles } from '../platform/files/stored-files';
import { platformProblems } from '../platform/problems/platform-problems';
import { Secrets } from '../platform/secrets/secrets';
import { ImportBatchRecord, ImportFileRecord } from './records';
import type { ImportOutcome } from './run/run-import';
import type { ImportedFile } from './run/recognise-files';

const ISSUES_AT_ONCE = 2000;

/**
 * The batches of files that were brought. A file may hold bank details in clear, so it is kept encrypted, as those are.
 */
@Injectable()
export class Batches {
  constructor(
    private readonly files: StoredFiles,
    private readonly secrets: Secrets,
  ) {}

  async keepFile(
    tx: Tx,
    batchId: number,
    file: { readonly fileName: string; readonly bytes: Buffer; readonly kind: FileKind | undefined },
  ): Promise<void> {
    const bytes = this.secrets.encrypt(file.bytes.toString('base64'));
    const mediaType = 'application/vnd.colophon.encrypted';
    const { id } = await this.files.keep(tx, { fileName: file.fileName, mediaType, bytes });
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    const settings = { fileName: file.fileName, byteLength: file.bytes.length, sha256 };
    await tx.insert(ImportFileRecord, { batchId, kind: file.kind ?? 'auto', fileId: id, settings });
  }

  async readFiles(tx: Tx, batchId: number): Promise<ImportedFile[]> {
    const records = await tx.find(ImportFileRecord, { where: { batchId }, order: { id: 'ASC' } });
    const files: ImportedFile[] = [];
    for (const { id, fileId, kind } of records) {
      const stored = await this.files.find(tx, fileId);
      if (!stored) throw new Error(`The file ${fileId} of the import ${batchId} is missing.`);
      const bytes = Buffer.from(this.secrets.decrypt(stored.bytes), 'base64');
      files.push({
        importFileId: id,
        fileName: stored.fileName,
        bytes,
        kind: fileKinds.find((known) => known === kind),
      });
    }
    return files;
  }

  /** The files of an import that none of these names takes the place of. */
  async otherFiles(tx: Tx, batchId: number, names: readonly string[]): Promise<ImportFileRecord[]> {
    const files = await tx.find(ImportFileRecord, { where: { batchId }, order: { id: 'ASC' } });
    return files.filter(({ settings }) => !names.includes(settings.fileName));
  }

  /** Holds a batch until the transaction ends. @throws not-found */
  async lock(tx: Tx, id: number): Promise<ImportBatchRecord> {
    const found = await tx.findOne(ImportBatchRecord, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!found) throw platformProblems.create('not-found');
    return found;
  }

  /** Replaces what is known of a batch by what a run of it found. */
  async keepOutcome(tx: Tx, batch: ImportBatchRecord, { report, issues }: ImportOutcome): Promise<void> {
    await tx.save(Object.assign(batch, { report }));
    await tx.query('DELETE FROM import_issue WHERE batch_id = $1', [batch.id]);
    for (let start = 0; start < issues.length; start += ISSUES_AT_ONCE) {
      const rows = issues
        .slice(start, start + ISSUES_AT_ONCE)
        .map((issue, index) => ({ ...issue, position: start + index }));
      await tx.query(
        `INSERT INTO import_issue (batch_id, position, severity, import_file_id, sheet, row_number, column_name, value, code, details)
         SELECT $1, i.position, i.severity, i."importFileId", i.sheet, i."row", i."column", i.value, i.code, coalesce(i.details, '{}')
         FROM jsonb_to_recordset($2) AS i (position int, severity text, "importFileId" int, sheet text, "row" int, "column" text,
           value text, code text, details jsonb)`,
        [batch.id, JSON.stringify(rows).replaceAll('\\u0000', '')],
      );
    }
  }
}
