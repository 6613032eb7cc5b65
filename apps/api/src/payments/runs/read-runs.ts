import type { PainVersion } from '@colophon/documents/sepa';
import { Money } from '@colophon/domain/money';
import type { PaymentRunStatus } from '@colophon/domain/payments';
import { Injectable } from '@nestjs/common';

import { readHouse } from '../../parties';
import { isIban } from '@colophon/domain/identifiers';
import { Database, type Tx } from '../../platform/database/database';
import { readPage, type ListSpec } from '../../platform/lists/list';
import { platformProblems } from '../../platform/problems/platform-problems';
import { Secrets } from '../../platform/secrets/secrets';
import type { Actor } from '../../platform/sign-in/actor';
import { composePayments, type Composition } from '../compose/compose-payments';
import { leftOutPayee, notIncluded, proposedPayment } from '../composed-response';
import { loadPayables } from '../payables/load-payables';
import { readPayments } from '../read-payments';
import { PaymentRunRecord } from '../records';
import type {
  FileDownload,
  PaymentRunPage,
  PaymentRunQuery,
  PaymentRunResponse,
  PaymentRunRow,
  ProposalResponse,
} from './run-dto';

const runList: ListSpec = {
  select: `run.id, status, execution_date AS "executionDate", executed_on AS "executedOn", payments, gross::text, net::text,
    created_by AS "createdBy", created_at AS "createdAt"`,
  from: `(SELECT u.*, count(y.id)::int AS payments, coalesce(sum(y.gross), 0)::numeric(14,2) AS gross, coalesce(sum(y.net), 0)::numeric(14,2) AS net
    FROM payment_run u LEFT JOIN royalty_payment y ON y.payment_run_id = u.id GROUP BY u.id) run`,
  id: 'run.id',
  sorts: {
    executionDate: { sql: 'coalesce(executed_on, execution_date)', type: 'date' },
    net: { sql: 'net', type: 'numeric' },
    id: { sql: 'run.id', type: 'integer' },
  },
  defaultSort: '-id',
  filters: { status: `status = ANY(string_to_array($, ','))` },
  search: `fold(run.id || ' ' || created_by) LIKE fold($)`,
  totals: { gross: 'coalesce(sum(gross), 0)::numeric(14,2)', net: 'coalesce(sum(net), 0)::numeric(14,2)' },
};

@Injectable()
export class ReadRuns {
  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
  ) {}

  async list(query: PaymentRunQuery): Promise<PaymentRunPage> {
    const page = await readPage<PaymentRunRow & { createdAt: Date | string }>(this.database.reader, runList, query, {
      status: query.status,
    });
    return { ...page, items: page.items.map((row) => ({ ...row, createdAt: new Date(row.createdAt).toISOString() })) };
  }

  async proposal(composition: Composition): Promise<ProposalResponse> {
    const payments = composition.payments.map(proposedPayment);
    return {
      payments,
      leftOut: composition.leftOut.map(leftOutPayee),
      ...totals(payments),
      houseAccountMissing: await houseAccountMissing(this.database.reader),
    };
  }

  /** @throws not-found */
  one(actor: Actor, id: number): Promise<PaymentRunResponse> {
    return this.database.snapshot(async (tx) => {
      const run = await tx.findOneBy(PaymentRunRecord, { id });
      if (!run) throw platformProblems.create('not-found');
      const payments = await readPayments(tx, { runId: id });
      return {
        ...runFields(run),
        ...{ payments, ...totals(payments) },
        ...(await this.outside(tx, run)),
        mayApprove: await mayApprove(tx, actor, run),
        houseAccountMissing: await houseAccountMissing(tx),
        downloads: await downloads(tx, id),
      };
    });
  }

  /** What is due by the run's day and stands in no payment: only while the run can still change. */
  private async outside(tx: Tx, run: PaymentRunRecord): Promise<Pick<PaymentRunResponse, 'leftOut' | 'notIncluded'>> {
    if (run.status !== 'draft' && run.status !== 'approved') return { leftOut: [], notIncluded: [] };
    const payables = await loadPayables(tx, { dueBy: run.dueBy });
    const parts = payables.map((payable) => ({ payable, gross: payable.leftGross }));
    const { payments, leftOut } = await composePayments(tx, this.secrets, { parts, date: run.executionDate });
    return {
      leftOut: leftOut.map(leftOutPayee),
      notIncluded: payments.flatMap(({ payee, items }) => items.map((item) => notIncluded(item, payee.displayName))),
    };
  }
}

function runFields(run: PaymentRunRecord) {
  const { id, version, dueBy, executionDate, messageId, fileName, fileSha256, createdBy, approvedBy, exportedBy } = run;
  const { executedOn, executedBy, amountsKept, cancelledBy } = run;
  const moment = (at: Date | null) => at?.toISOString() ?? null;
  return {
    ...{ id, version, dueBy, executionDate, messageId, fileName, fileSha256, createdBy, approvedBy, exportedBy },
    ...{ executedOn, executedBy, amountsKept, cancelledBy },
    status: run.status as PaymentRunStatus,
    painVersion: run.painVersion as PainVersion,
    createdAt: run.createdAt.toISOString(),
    ...{ approvedAt: moment(run.approvedAt), exportedAt: moment(run.exportedAt) },
    ...{ executedAt: moment(run.executedAt), cancelledAt: moment(run.cancelledAt) },
  };
}

function totals(payments: readonly { gross: string; net: string }[]): { gross: string; net: string } {
  const sum = (name: 'gross' | 'net') => Money.sum(payments.map((payment) => Money.parse(payment[name]))).toString();
  return { gross: sum('gross'), net: sum('net') };
}

async function houseAccountMissing(tx: Tx): Promise<boolean> {
  const { iban, legalName } = await readHouse(tx);
  return !iban || !isIban(iban) || legalName.trim() === '';
}

async function mayApprove(tx: Tx, actor: Actor, run: PaymentRunRecord): Promise<boolean> {
  const { secondApproval } = await readHouse(tx);
  return !secondApproval || (actor.id !== run.createdById && actor.id !== run.changedById);
}

async function downloads(tx: Tx, runId: number): Promise<FileDownload[]> {
  const rows: { at: Date; by: string }[] = await tx.query(
    `SELECT downloaded_at AS at, downloaded_by AS by FROM payment_file_download WHERE payment_run_id = $1 ORDER BY id`,
    [runId],
  );
  return rows.map(({ at, by }) => ({ at: at.toISOString(), by }));
}
