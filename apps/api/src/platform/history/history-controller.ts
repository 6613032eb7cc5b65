import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { Database } from '../database/database';
import { SignedIn } from '../sign-in/permissions';
import { HistoryEntry, HistoryResponse } from './history-dto';

const HIDDEN = new Set([
  ...['version', 'search_text', 'sort_name', 'sort_title', 'display_name', 'id', 'created_at'],
  // What posting keeps for the document; the record's page shows it in words.
  ...['seller', 'buyer', 'payment_terms', 'hash', 'previous_hash', 'posted_at', 'posted_by'],
]);

@ApiTags('history')
@Controller('history')
export class HistoryController {
  constructor(private readonly database: Database) {}

  /** What happened to a record, newest first; sensitive values are masked when they are written. */
  @SignedIn()
  @Get(':entityType/:entityId')
  async read(@Param('entityType') entityType: string, @Param('entityId') entityId: string): Promise<HistoryResponse> {
    const rows = await this.database.reader.query(
      `SELECT id, at, actor, action, before, after FROM audit_entry
       WHERE entity_type = $1 AND entity_id = $2 AND entity_type <> 'app_user' ORDER BY id DESC LIMIT 200`,
      [entityType, entityId],
    );
    return { items: rows.map(entry) };
  }
}

interface AuditRow {
  id: number;
  at: Date;
  actor: string;
  action: HistoryEntry['action'];
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

function entry(row: AuditRow): HistoryEntry {
  const fields = new Set([...Object.keys(row.before ?? {}), ...Object.keys(row.after ?? {})]);
  const changes = [...fields]
    .filter((field) => !HIDDEN.has(field))
    .map((field) => ({ field, before: text(row.before?.[field]), after: text(row.after?.[field]) }))
    .filter(({ before, after }) => before !== after);
  return { id: row.id, at: row.at.toISOString(), actor: row.actor, action: row.action, changes };
}

function text(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
