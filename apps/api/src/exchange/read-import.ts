import { columnsOfKind, fileKinds } from '@colophon/domain/exchange';
import { Injectable } from '@nestjs/common';

import { Database } from '../platform/database/database';
import { problemText, sentence, type Details } from '../platform/problems/problem';
import type {
  ImportIssuePage,
  ImportIssueQuery,
  ImportIssueResponse,
  ImportPage,
  ImportQuery,
  ImportResponse,
  ImportTableResponse,
} from './import-dto';
import type { ImportStatus, TableReport } from './import-report';
import { ImportBatchRecord, ImportFileRecord } from './records';

interface StoredIssue extends Omit<ImportIssueResponse, 'reason'> {
  readonly details: Details;
}

const USUAL_LIMIT = 50;

/** What is known of imports, in the reader's language. */
@Injectable()
export class ReadImport {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async list({ limit = USUAL_LIMIT, cursor }: ImportQuery): Promise<ImportPage> {
    const items = await this.database.reader.query(
      `SELECT id, status, label, to_char(created_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "createdAt", created_by AS "createdBy",
         coalesce((report ->> 'errors')::int, 0) AS errors, coalesce((report ->> 'warnings')::int, 0) AS warnings
       FROM import_batch WHERE $1::int IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`,
      [cursor ?? null, limit + 1],
    );
    return { items: items.slice(0, limit), nextCursor: items.length > limit ? String(items[limit - 1].id) : null };
  }

  /** @throws not-found */
  async read(id: number, locale: 'fr' | 'en'): Promise<ImportResponse> {
    const tx = this.database.reader;
    const batch = await tx.findOneByOrFail(ImportBatchRecord, { id });
    const files = await tx.find(ImportFileRecord, { where: { batchId: id }, order: { id: 'ASC' } });
    const [task] = await tx.query(
      `SELECT max(id) AS id FROM background_task WHERE kind IN ('import.check', 'import.apply') AND params ->> 'importId' = $1`,
      [String(id)],
    );
    const { label, createdBy, report } = batch;
    return {
      ...{ id, label, createdBy },
      status: batch.status as ImportStatus,
      taskId: (task?.id as number | undefined) ?? null,
      createdAt: batch.createdAt.toISOString(),
      appliedAt: batch.appliedAt?.toISOString() ?? null,
      undoneAt: batch.undoneAt?.toISOString() ?? null,
      files: files.map((file) => ({
        id: file.id,
        fileName: file.settings.fileName,
        kind: fileKinds.find((kind) => kind === file.kind) ?? null,
      })),
      tables: report.tables.map((table) => toTable(table, locale)),
      errors: report.errors,
      warnings: report.warnings,
    };
  }

  /** What is wrong, in the order of the files and their rows. */
  async issues(id: number, query: ImportIssueQuery, locale: 'fr' | 'en'): Promise<ImportIssuePage> {
    const { limit = USUAL_LIMIT, cursor, severity, fileId } = query;
    const rows = await this.issueRows(id, { after: cursor ?? -1, limit: limit + 1, severity, fileId });
    const items = rows.slice(0, limit).map((issue) => toIssue(issue, locale));
    return { items, nextCursor: rows.length > limit ? String(items.at(-1)?.position) : null };
  }

  /** All of them, for a file to work through. */
  async allIssues(id: number, locale: 'fr' | 'en'): Promise<ImportIssueResponse[]> {
    await this.database.reader.findOneByOrFail(ImportBatchRecord, { id });
    const rows = await this.issueRows(id, { after: -1, limit: 1_000_000 });
    return rows.map((issue) => toIssue(issue, locale));
  }

  private issueRows(
    id: number,
    page: { after: number; limit: number; severity?: string | undefined; fileId?: number | undefined },
  ): Promise<StoredIssue[]> {
    return this.database.reader.query(
      `SELECT i.position, i.severity, i.import_file_id AS "fileId", f.settings ->> 'fileName' AS "fileName", i.sheet, i.row_number AS "row",
         i.column_name AS "column", i.value, i.code, i.details
       FROM import_issue i LEFT JOIN import_file f ON f.id = i.import_file_id
       WHERE i.batch_id = $1 AND i.position > $2 AND ($3::text IS NULL OR i.severity = $3) AND ($4::int IS NULL OR i.import_file_id = $4)
       ORDER BY i.position LIMIT $5`,
      [id, page.after, page.severity ?? null, page.fileId ?? null, page.limit],
    );
  }
}

function toIssue({ details, ...issue }: StoredIssue, locale: 'fr' | 'en'): ImportIssueResponse {
  const text = problemText(issue.code);
  if (!text) throw new Error(`The issue “${issue.code}” has no sentence.`);
  return { ...issue, reason: sentence(text, locale, details) };
}

function toTable({ importFileId, columns, ...table }: TableReport, locale: 'fr' | 'en'): ImportTableResponse {
  const known = table.kind ? columnsOfKind[table.kind] : [];
  const labelOf = (field: string | null) => known.find((column) => column.field === field)?.[locale][0] ?? null;
  return {
    ...table,
    fileId: importFileId,
    columns: columns.map((column) => ({ ...column, label: labelOf(column.field) })),
  };
}
