import { yearOf } from '@colophon/domain/calendar';
import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock';
import { Database, type Tx } from '../../platform/database/database';
import type { Actor } from '../../platform/sign-in/actor';
import { Tasks } from '../../platform/tasks/tasks';
import { royaltiesProblems } from '../problems';
import { ClosingRecord } from '../records';
import { refuseUnapproved } from './approve-closing';
import { recomputeStale } from './draft-closing';
import { enterClosingInBooks } from './enter-in-books';
import { refusePeriod } from './refuse-period';
import { refuseWhileClosing } from './refuse-while-closing';

/** The task that makes the documents of a closing; its handler belongs to `statements`. */
export const DOCUMENTS_TASK = 'statement-documents';

const DOCUMENTS_LABEL = { fr: 'Documents des redditions', en: 'Documents of the statements' } as const;

/** What came of closing: either it is closed, or the facts had changed and the draft was computed anew. */
type Outcome = { readonly closed: true } | { readonly closed: false; readonly changed: number };

/**
 * Closes a draft for good: computes it once more while nobody can enter a fact, numbers its statements without gaps,
 * and seals each with a hash. The documents follow as a task of the same transaction.
 */
@Injectable()
export class CloseClosing {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly tasks: Tasks,
  ) {}

  /** @throws closing-draft-stale where facts changed since the draft was read: the new draft is kept, and is to be read. */
  async close(actor: Actor, id: number): Promise<void> {
    const outcome = await this.database.transaction(actor, (tx) => this.closeIn(tx, actor, id));
    if (!outcome.closed) throw royaltiesProblems.create('closing-draft-stale', { count: outcome.changed });
  }

  async closeIn(tx: Tx, actor: Actor, id: number): Promise<Outcome> {
    await this.holdAlone(tx);
    const closing = await tx.findOneOrFail(ClosingRecord, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (closing.status !== 'draft') throw royaltiesProblems.create('closing-closed');
    await refusePeriod(tx, closing, this.clock.today());
    await refuseUnapproved(tx, closing);
    const changed = await recomputeStale(tx, closing, actor);
    if (changed > 0) return { closed: false, changed };
    await this.refuseUnexplainedGaps(tx, id);
    await this.refuseReleaseUnderWay(tx, id);
    await this.number(tx, id);
    await enterClosingInBooks(tx, id);
    await tx.query(
      `UPDATE closing SET status = 'closed', entry = nextval('fact_entry'), closed_at = clock_timestamp(), closed_by = $2, version = version + 1 WHERE id = $1`,
      [id, actor.name],
    );
    await this.tasks.enqueue(tx, actor, {
      kind: DOCUMENTS_TASK,
      label: DOCUMENTS_LABEL[actor.locale],
      params: { closingId: id },
    });
    return { closed: true };
  }

  /** Facts cannot be entered until this ends, so that none is numbered before the closing and missed by it. */
  private async holdAlone(tx: Tx): Promise<void> {
    await refuseWhileClosing(tx);
    await tx.query(
      `LOCK TABLE house, contributor_tax_profile, edition, edition_price, contract, contract_clause, contract_advance,
         print_run_correction, print_run, stock_movement, net_receipt, rights_licence, rights_income, price_correction,
         term_correction, paid_gross, contract_payee, set_off_contract IN SHARE MODE`,
    );
  }

  private async refuseUnexplainedGaps(tx: Tx, id: number): Promise<void> {
    const [{ count }] = await tx.query(
      `SELECT count(*)::int AS count FROM royalty_statement WHERE closing_id = $1 AND has_gap AND coalesce(gap_reason, '') = ''`,
      [id],
    );
    if (count > 0) throw royaltiesProblems.create('closing-gap-unexplained', { count });
  }

  /** A statement pays or carries the balance itself unless its release was paid before: one that the bank has is waited for. */
  private async refuseReleaseUnderWay(tx: Tx, id: number): Promise<void> {
    const [release] = await tx.query(
      `SELECT c.reference AS contract FROM royalty_statement s JOIN contract c ON c.id = s.contract_id
         JOIN balance_release b ON b.contract_id = c.id JOIN royalty_payment_item i ON i.advance_id = b.advance_id
         JOIN royalty_payment y ON y.id = i.payment_id
       WHERE s.closing_id = $1 AND y.status = 'exported' ORDER BY s.position LIMIT 1`,
      [id],
    );
    if (release) throw royaltiesProblems.create('closing-release-under-way', release);
  }

  /** RED-YYYY-nnnnn in the order of the contracts; the series is a row that is held until the transaction ends. */
  private async number(tx: Tx, id: number): Promise<void> {
    const issuedOn = this.clock.today();
    const year = yearOf(issuedOn);
    const [{ count }] = await tx.query(`SELECT count(*)::int AS count FROM royalty_statement WHERE closing_id = $1`, [
      id,
    ]);
    const [series] = await tx.query(
      `INSERT INTO number_series (code, year, last_number, last_date) VALUES ('RED', $1, $2, $3)
       ON CONFLICT (code, year) DO UPDATE SET last_number = number_series.last_number + $2, last_date = $3
       RETURNING last_number AS last`,
      [year, count, issuedOn],
    );
    await tx.query(
      `UPDATE royalty_statement s SET number = n.number, issued_on = $2::date,
         content_hash = encode(sha256(convert_to(concat_ws(E'\\n', n.number, $2::date, contract_id, result, document, gap_reason), 'UTF8')), 'hex')
       FROM (SELECT id, 'RED-' || $3::text || '-' || lpad(($4::int + row_number() OVER (ORDER BY position))::text, 5, '0') AS number
         FROM royalty_statement WHERE closing_id = $1) n WHERE n.id = s.id`,
      [id, issuedOn, year, series.last - count],
    );
  }
}
