import { Injectable } from '@nestjs/common';

import { Clock } from '../platform/clock/clock';
import { Database, type Tx } from '../platform/database/database';
import { DocumentRenderer } from '../platform/documents/document-renderer';
import { StoredFiles, type StoredFile } from '../platform/files/stored-files';
import { platformProblems } from '../platform/problems/platform-problems';
import { systemActor } from '../platform/sign-in/actor';
import { loadStatements } from './load-statement';
import { statementData } from './statement-data';
import type { StatementToPrint } from './statement-to-print';
import type { Locale } from './words';

export type DocumentFormat = 'pdf' | 'xlsx';

export const mediaTypes: Readonly<Record<DocumentFormat, string>> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Which document of which statement. */
export interface DocumentKey {
  readonly statementId: number;
  readonly format: DocumentFormat;
  readonly locale: Locale;
}

/**
 * The documents of statements. A closed statement's document is made once, kept with its hash, and given again byte for
 * byte ever after; a draft's is made at each request and says that it is a draft.
 */
@Injectable()
export class StatementDocuments {
  constructor(
    private readonly database: Database,
    private readonly renderer: DocumentRenderer,
    private readonly files: StoredFiles,
    private readonly clock: Clock,
  ) {}

  /** @throws not-found */
  async get(key: DocumentKey): Promise<Pick<StoredFile, 'fileName' | 'mediaType' | 'bytes'>> {
    const kept = await this.kept(this.database.reader, key);
    if (kept) return kept;
    const statement = (await loadStatements(this.database.reader, [key.statementId], this.clock.today())).get(
      key.statementId,
    );
    if (!statement) throw platformProblems.create('not-found');
    const file = await this.make(statement, key);
    if (statement.number === null) return file;
    await this.keep(key, file);
    const first = await this.kept(this.database.reader, key);
    return first ?? file;
  }

  /** Makes and keeps a closed statement's document unless it is there already. */
  async ensure(statement: StatementToPrint, key: DocumentKey): Promise<void> {
    const [existing] = await this.database.reader.query(
      `SELECT 1 FROM statement_document WHERE statement_id = $1 AND format = $2 AND locale = $3`,
      [key.statementId, key.format, key.locale],
    );
    if (!existing) await this.keep(key, await this.make(statement, key));
  }

  private async make(statement: StatementToPrint, { format, locale }: DocumentKey) {
    const data = statementData(statement, locale);
    const bytes = await this.renderer.render({ kind: 'statement', format, data });
    return { fileName: `${fileStem(statement)}.${format}`, mediaType: mediaTypes[format], bytes: Buffer.from(bytes) };
  }

  /** Two people asking at once keep one: the first to arrive. */
  private async keep(key: DocumentKey, file: { fileName: string; mediaType: string; bytes: Buffer }): Promise<void> {
    await this.database.transaction(systemActor, async (tx) => {
      await tx.query(`SELECT 1 FROM royalty_statement WHERE id = $1 FOR SHARE`, [key.statementId]);
      await tx.query(`SELECT pg_advisory_xact_lock($1, $2)`, [DOCUMENT_LOCK, key.statementId]);
      if (await this.kept(tx, key)) return;
      const { id } = await this.files.keep(tx, file);
      await tx.query(`INSERT INTO statement_document (statement_id, format, locale, file_id) VALUES ($1, $2, $3, $4)`, [
        key.statementId,
        key.format,
        key.locale,
        id,
      ]);
    });
  }

  private async kept(tx: Tx, key: DocumentKey): Promise<StoredFile | undefined> {
    const [row] = await tx.query(
      `SELECT f.id, f.sha256, f.file_name AS "fileName", f.media_type AS "mediaType", f.bytes
       FROM statement_document d JOIN stored_file f ON f.id = d.file_id
       WHERE d.statement_id = $1 AND d.format = $2 AND d.locale = $3`,
      [key.statementId, key.format, key.locale],
    );
    return row as StoredFile | undefined;
  }
}

const DOCUMENT_LOCK = 7_301;

/** RED-2026-00012_Durand-Marie: a name that sorts, travels in any mail and says whose it is. */
function fileStem(statement: StatementToPrint): string {
  const name = statement.snapshot.payee.name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${statement.number ?? 'projet'}_${name || 'reddition'}`;
}
