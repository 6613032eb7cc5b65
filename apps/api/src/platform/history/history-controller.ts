import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { Database } from '../database/database';
import { platformProblems } from '../problems/platform-problems';
import type { Actor } from '../sign-in/actor';
import { CurrentActor } from '../sign-in/current-actor';
import { holds, SignedIn, type Permission } from '../sign-in/permissions';
import { HistoryEntry, HistoryResponse } from './history-dto';
import { HistoryNames } from './history-names';

const HIDDEN = new Set([
  ...['version', 'search_text', 'sort_name', 'sort_title', 'display_name', 'id', 'created_at'],
  // What posting keeps for the document; the record's page shows it in words.
  ...['seller', 'buyer', 'payment_terms', 'hash', 'previous_hash', 'posted_at', 'posted_by'],
  // What a payment run refers to by number and says by name beside.
  ...['created_by_id', 'changed_by_id', 'approved_by_id'],
  // The order of what happened, for the machine.
  ...['entry', 'paid_entry'],
  // What acceptance freezes of a print run; its page shows it in words.
  ...['exclusions', 'accepted_entry'],
]);

/** Who may read a record may read its history; nobody reads any other. */
const READERS: Readonly<Record<string, Permission>> = {
  ...{ house: 'settings.read', contributor: 'parties.read', point_of_sale: 'parties.read' },
  ...{ work: 'catalogue.read', edition: 'catalogue.read', collection: 'catalogue.read', contract: 'contracts.read' },
  ...{ print_run: 'print-runs.read', stock_location: 'stock.read', invoice: 'sales.read', invoice_line: 'sales.read' },
  ...{ account: 'accounting.read', journal: 'accounting.read' },
  ...{ closing: 'royalties.read', withholding_rate: 'royalties.read', import_batch: 'exchange.import' },
  ...{ payment_run: 'payments.read', royalty_payment: 'payments.read' },
  ...{ net_receipt: 'royalties.read', rights_licence: 'royalties.read' },
};

@ApiTags('history')
@Controller('history')
export class HistoryController {
  constructor(private readonly database: Database) {}

  /** What happened to a record, newest first; sensitive values are masked when they are written. */
  @SignedIn()
  @Get(':entityType/:entityId')
  async read(
    @CurrentActor() { role }: Actor,
    @Param('entityType') entityType: string,
    @Param('entityId') entityId: string,
  ): Promise<HistoryResponse> {
    const needed = Object.hasOwn(READERS, entityType) ? READERS[entityType] : undefined;
    if (needed === undefined) throw platformProblems.create('not-found');
    if (!holds(role, needed)) throw platformProblems.create('forbidden');
    const rows: AuditRow[] = await this.database.reader.query(
      `SELECT id, at, actor, action, before, after FROM audit_entry
       WHERE entity_type = $1 AND entity_id = $2 ORDER BY id DESC LIMIT 200`,
      [entityType, entityId],
    );
    const records = rows.flatMap(({ before, after }) => [before ?? {}, after ?? {}]);
    const names = await HistoryNames.of(this.database.reader, records);
    return { items: rows.map((row) => entry(row, { owner: `${entityType}_id`, names })) };
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

/**
 * @param owner the column by which a part of the record (a price, a clause) points to it: what happens to a part is a
 * change of the record.
 */
function entry(row: AuditRow, { owner, names }: { owner: string; names: HistoryNames }): HistoryEntry {
  const record = row.after ?? row.before ?? {};
  const fields = new Set([...Object.keys(row.before ?? {}), ...Object.keys(row.after ?? {})]);
  const told = (field: string, value: unknown) => names.nameOf(field, value) ?? text(value);
  const changes = [...fields]
    .filter((field) => !HIDDEN.has(field) && field !== owner)
    .map((field) => ({ field, before: told(field, row.before?.[field]), after: told(field, row.after?.[field]) }))
    .filter(({ before, after }) => before !== after);
  const action = owner in record ? 'update' : row.action;
  return { id: row.id, at: row.at.toISOString(), actor: row.actor, action, changes };
}

function text(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
