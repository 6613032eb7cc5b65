import { Injectable } from '@nestjs/common';

import { Database } from '../platform/database/database';
import { holds, type Permission } from '../platform/sign-in/permissions';
import type { Actor } from '../platform/sign-in/actor';
import type { HitType, SearchHit } from './overview-dto';

interface Source {
  readonly type: HitType;
  readonly permission: Permission;
  readonly path: string;
  /** Selects id, label, detail, rank; `$1` is the pattern, `$2` the digits typed, or null. */
  readonly sql: string;
}

const PER_SOURCE = 5;

/** One statement a kind of record, each on its own index, so that the palette answers while one types. */
const sources: readonly Source[] = [
  {
    type: 'work',
    permission: 'catalogue.read',
    path: '/catalogue/oeuvres/',
    sql: `SELECT w.id, w.title AS label, coalesce((SELECT string_agg(c.display_name, ', ' ORDER BY x.sequence) FROM work_contributor x
        JOIN contributor c ON c.id = x.contributor_id WHERE x.work_id = w.id), '') AS detail, w.sort_title AS rank
      FROM work w WHERE w.search_text LIKE fold($1)
        OR ($2::text IS NOT NULL AND w.id IN (SELECT work_id FROM edition WHERE isbn13 LIKE '%' || $2 || '%'))`,
  },
  {
    type: 'contributor',
    permission: 'parties.read',
    path: '/catalogue/contributeurs/',
    sql: `SELECT id, display_name AS label, coalesce(address ->> 'city', '') AS detail, sort_name AS rank FROM contributor WHERE search_text LIKE fold($1)`,
  },
  {
    type: 'point-of-sale',
    permission: 'parties.read',
    path: '/ventes/points-de-vente/',
    sql: `SELECT id, name AS label, coalesce(city, '') AS detail, sort_name AS rank FROM point_of_sale WHERE search_text LIKE fold($1)`,
  },
  {
    type: 'contract',
    permission: 'contracts.read',
    path: '/contrats/',
    sql: `SELECT k.id, k.reference AS label, c.display_name || ' · ' || w.title AS detail, k.reference AS rank
      FROM contract k JOIN contributor c ON c.id = k.contributor_id JOIN work w ON w.id = k.work_id WHERE k.search_text LIKE fold($1)`,
  },
  {
    type: 'print-run',
    permission: 'print-runs.read',
    path: '/fabrication/tirages/',
    sql: `SELECT r.id, w.title || ' · ' || r.number AS label, coalesce(r.printer_name, '') AS detail, w.sort_title AS rank
      FROM print_run r JOIN edition e ON e.id = r.edition_id JOIN work w ON w.id = e.work_id
      WHERE r.status <> 'accepted' AND r.status <> 'cancelled' AND w.search_text LIKE fold($1)`,
  },
  {
    type: 'invoice',
    permission: 'sales.read',
    path: '/ventes/factures/',
    sql: `SELECT i.id, i.number AS label, p.name || ' · ' || i.total_incl_vat::text || ' €' AS detail, i.number AS rank
      FROM invoice i JOIN point_of_sale p ON p.id = i.point_of_sale_id WHERE i.number ILIKE $1`,
  },
  {
    type: 'statement',
    permission: 'royalties.read',
    path: '/droits/redditions/',
    sql: `SELECT s.id, s.number AS label, c.display_name AS detail, s.number AS rank
      FROM royalty_statement s JOIN contributor c ON c.id = s.contributor_id WHERE s.number ILIKE $1`,
  },
];

/** Finds records of every kind by a few letters or digits, among those the person may read. */
@Injectable()
export class Search {
  constructor(private readonly database: Database) {}

  async find(actor: Actor, words: string): Promise<SearchHit[]> {
    const text = words.trim().replace(/[\\%_]/g, '\\$&');
    const digits = words.replace(/[\s-]/g, '');
    const isNumber = /^\d{4,13}$/.test(digits) ? digits : null;
    const allowed = sources.filter((source) => holds(actor.role, source.permission));
    const found = await Promise.all(allowed.map((source) => this.findIn(source, { text, isNumber })));
    return found.flat();
  }

  private async findIn(
    source: Source,
    { text, isNumber }: { text: string; isNumber: string | null },
  ): Promise<SearchHit[]> {
    const parameters = source.sql.includes('$2') ? [`%${text}%`, isNumber] : [`%${text}%`];
    const rows: { id: number; label: string; detail: string }[] = await this.database.reader.query(
      `SELECT id, label, detail FROM (${source.sql}) hits ORDER BY rank LIMIT ${PER_SOURCE}`,
      parameters,
    );
    return rows.map(({ id, label, detail }) => ({ type: source.type, id, label, detail, url: `${source.path}${id}` }));
  }
}
