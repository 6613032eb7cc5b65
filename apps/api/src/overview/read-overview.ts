import { addDays, addMonths, startOfMonth } from '@colophon/domain/calendar';
import { digitalForms } from '@colophon/domain/catalogue';
import { Injectable } from '@nestjs/common';

import { contractAlerts, type ContractAlert } from '../contracts';
import { Clock } from '../platform/clock/clock';
import { Database, type Tx } from '../platform/database/database';
import { statementsDue } from '../royalties';
import type {
  ClosingSummary,
  FirstStep,
  FirstStepName,
  LowStock,
  MonthAmount,
  OverviewResponse,
  TitleSales,
  Todo,
  TodoKind,
  UpcomingBook,
} from './overview-dto';

const MONTHS = 12;
const RECENT_DAYS = 90;
const AHEAD_DAYS = 180;
const FEW = 6;

/** What is sold without a stock that could run low. */
const files = digitalForms.map((form) => `'${form}'`).join(', ');

const HOUSE_INCOMPLETE = `SELECT 1 FROM house WHERE coalesce(siren, '') = '' OR coalesce(address ->> 'city', '') = '' OR legal_name = ''`;

/** What waits, each with a count in SQL and the page on which it is done. */
const todos: Readonly<Record<TodoKind, { readonly sql: string; readonly url: string }>> = {
  'house-incomplete': {
    sql: HOUSE_INCOMPLETE,
    url: '/reglages/maison',
  },
  'runs-to-accept': {
    sql: `SELECT 1 FROM print_run WHERE status = 'delivered'`,
    url: '/fabrication/tirages?status=delivered',
  },
  'runs-to-close': {
    sql: `SELECT 1 FROM print_run r WHERE r.status = 'accepted' AND NOT r.royalties_already_paid
      AND EXISTS (SELECT 1 FROM contract_clause l JOIN contract c ON c.id = l.contract_id
        WHERE l.edition_id = r.edition_id AND l.basis = 'printed' AND c.status = 'active')
      AND NOT EXISTS (SELECT 1 FROM closing k WHERE k.status = 'closed'
        AND (k.print_run_id = r.id OR (k.kind = 'period' AND k.entry > r.accepted_entry AND k.period_to >= r.accepted_on)))`,
    url: '/droits/clotures/nouvelle',
  },
  'closings-to-finish': { sql: `SELECT 1 FROM closing WHERE status = 'draft'`, url: '/droits/clotures?status=draft' },
  'gaps-to-explain': {
    sql: `SELECT 1 FROM royalty_statement s JOIN closing k ON k.id = s.closing_id
      WHERE k.status = 'draft' AND s.has_gap AND coalesce(s.gap_reason, '') = ''`,
    url: '/droits/clotures?status=draft',
  },
  'contracts-to-activate': { sql: `SELECT 1 FROM contract WHERE status = 'draft'`, url: '/contrats?status=draft' },
  'authors-without-tax-profile': {
    sql: `SELECT 1 FROM contributor c WHERE NOT c.archived AND EXISTS (SELECT 1 FROM contract k WHERE k.contributor_id = c.id AND k.status = 'active')
      AND NOT EXISTS (SELECT 1 FROM contributor_tax_profile p WHERE p.contributor_id = c.id)`,
    url: '/catalogue/contributeurs',
  },
  'invoices-to-post': { sql: `SELECT 1 FROM invoice WHERE status = 'draft'`, url: '/ventes/factures?status=draft' },
  'author-questions': {
    sql: `SELECT 1 FROM author_question WHERE status = 'open'`,
    url: '/droits/questions?status=open',
  },
  'mails-failed': {
    sql: `SELECT 1 FROM mail_message WHERE status = 'failed'`,
    url: '/reglages/boite-d-envoi?status=failed',
  },
  'mails-waiting-for-a-server': {
    sql: `SELECT 1 FROM mail_message m WHERE m.status = 'queued'
      AND EXISTS (SELECT 1 FROM mail_setting WHERE host IS NULL OR from_address IS NULL)`,
    url: '/reglages/courriels',
  },
};

/** Whether each first step is taken, in the order of a beginning. */
const firstSteps: Readonly<Record<FirstStepName, string>> = {
  house: `NOT EXISTS (${HOUSE_INCOMPLETE})`,
  titles: 'EXISTS (SELECT 1 FROM edition)',
  contracts: 'EXISTS (SELECT 1 FROM contract)',
  'print-runs': 'EXISTS (SELECT 1 FROM print_run)',
  'points-of-sale': 'EXISTS (SELECT 1 FROM point_of_sale)',
};

/** The figures of the home page, each one query on an index. */
@Injectable()
export class ReadOverview {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  read(): Promise<OverviewResponse> {
    const today = this.clock.today();
    return this.database.snapshot(async (tx) => ({
      firstSteps: await readFirstSteps(tx),
      todos: await readTodos(tx),
      salesByMonth: await salesByMonth(tx, today),
      bestSellers: await bestSellers(tx, today),
      upcoming: await upcoming(tx, today),
      lowStock: await lowStock(tx, today),
      statementsDue: await statementsDue(tx, today),
      closings: await lastClosings(tx),
      contractAlerts: await urgentAlerts(tx, today),
    }));
  }
}

/** What an old contract merely lacks waits on its own page. */
async function urgentAlerts(tx: Tx, today: string): Promise<ContractAlert[]> {
  const alerts = await contractAlerts(tx, today);
  return alerts.filter(({ kind }) => kind !== 'no-minimum-first-run').slice(0, FEW);
}

async function readFirstSteps(tx: Tx): Promise<FirstStep[]> {
  const steps = Object.entries(firstSteps).map(([step, sql]) => `SELECT '${step}' AS step, ${sql} AS done`);
  const rows: FirstStep[] = await tx.query(steps.join(' UNION ALL '));
  return rows.every(({ done }) => done) ? [] : rows;
}

async function readTodos(tx: Tx): Promise<Todo[]> {
  const counts = Object.entries(todos).map(
    ([kind, { sql }]) => `SELECT '${kind}' AS kind, (SELECT count(*)::int FROM (${sql}) waiting) AS count`,
  );
  const rows: { kind: TodoKind; count: number }[] = await tx.query(counts.join(' UNION ALL '));
  return rows.filter(({ count }) => count > 0).map(({ kind, count }) => ({ kind, count, url: todos[kind].url }));
}

function salesByMonth(tx: Tx, today: string): Promise<MonthAmount[]> {
  return tx.query(
    `SELECT to_char(m.month, 'YYYY-MM') AS month,
       coalesce(sum(CASE i.kind WHEN 'invoice' THEN i.total_excl_vat ELSE -i.total_excl_vat END), 0)::numeric(14,2)::text AS amount
     FROM generate_series($1::date, $2::date, interval '1 month') AS m (month)
     LEFT JOIN invoice i ON i.status = 'posted' AND i.issue_date >= m.month AND i.issue_date < m.month + interval '1 month'
     GROUP BY m.month ORDER BY m.month`,
    [addMonths(startOfMonth(today), 1 - MONTHS), startOfMonth(today)],
  );
}

function bestSellers(tx: Tx, today: string): Promise<TitleSales[]> {
  const net = `CASE m.kind WHEN 'sold' THEN m.copies ELSE -m.copies END`;
  return tx.query(
    `SELECT w.id AS "workId", w.title, sum(${net})::int AS copies
     FROM stock_movement m JOIN edition e ON e.id = m.edition_id JOIN work w ON w.id = e.work_id
     WHERE m.kind IN ('sold', 'returned') AND m.moved_on > $1 GROUP BY w.id HAVING sum(${net}) > 0 ORDER BY copies DESC, w.id LIMIT ${FEW}`,
    [addDays(today, -RECENT_DAYS)],
  );
}

function upcoming(tx: Tx, today: string): Promise<UpcomingBook[]> {
  return tx.query(
    `SELECT w.id AS "workId", w.title, e.isbn13, e.publication_date AS "publicationDate" FROM edition e JOIN work w ON w.id = e.work_id
     WHERE e.publication_date > $1 AND e.publication_date <= $2 ORDER BY e.publication_date, e.id LIMIT ${FEW}`,
    [today, addDays(today, AHEAD_DAYS)],
  );
}

/** Editions that sell and whose stock would not last another ninety days. */
function lowStock(tx: Tx, today: string): Promise<LowStock[]> {
  return tx.query(
    `SELECT s.edition_id AS "editionId", w.title, s.stock, s.sold FROM (
       SELECT m.edition_id,
         sum(m.copies * ((t.kind = 'own')::int - (f.kind = 'own')::int))::int AS stock,
         coalesce(sum(m.copies) FILTER (WHERE m.kind = 'sold' AND m.moved_on > $1), 0)::int AS sold
       FROM stock_movement m JOIN stock_location f ON f.id = m.from_location_id JOIN stock_location t ON t.id = m.to_location_id
       GROUP BY m.edition_id) s
     JOIN edition e ON e.id = s.edition_id JOIN work w ON w.id = e.work_id
     WHERE s.sold > 0 AND s.stock < s.sold AND NOT e.archived AND e.product_form NOT IN (${files}) ORDER BY s.stock::numeric / s.sold, s.sold DESC LIMIT ${FEW}`,
    [addDays(today, -RECENT_DAYS)],
  );
}

function lastClosings(tx: Tx): Promise<ClosingSummary[]> {
  return tx.query(
    `SELECT k.id, (SELECT w.title || ', ' || r.number FROM print_run r JOIN edition e ON e.id = r.edition_id JOIN work w ON w.id = e.work_id
         WHERE r.id = k.print_run_id) AS "printRunLabel", k.period_from AS "periodFrom", k.period_to AS "periodTo",
       sum(s.gross)::numeric(14,2)::text AS gross, sum(s.net)::numeric(14,2)::text AS net
     FROM closing k JOIN royalty_statement s ON s.closing_id = k.id WHERE k.status = 'closed' GROUP BY k.id ORDER BY k.entry DESC LIMIT ${FEW}`,
  );
}
