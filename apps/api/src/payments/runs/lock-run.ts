import type { PaymentRunStatus } from '@colophon/domain/payments';

import type { Tx } from '../../platform/database/database';
import { platformProblems } from '../../platform/problems/platform-problems';
import { holdPayments } from '../hold-payments';
import { paymentsProblems } from '../problems';
import { PaymentRunRecord } from '../records';

const SAID: Readonly<Record<PaymentRunStatus, { readonly fr: string; readonly en: string }>> = {
  draft: { fr: 'un brouillon', en: 'a draft' },
  approved: { fr: 'approuvé', en: 'approved' },
  exported: { fr: 'exporté', en: 'exported' },
  executed: { fr: 'exécuté', en: 'executed' },
  cancelled: { fr: 'annulé', en: 'cancelled' },
};

/**
 * Reads a run to change it and holds it until the transaction ends, with all payments.
 * @throws not-found, payment-run-status where it is none of these, stale-version where somebody saved it since
 */
export async function lockRun(
  tx: Tx,
  { id, version }: { readonly id: number; readonly version: number },
  expected: readonly PaymentRunStatus[],
): Promise<PaymentRunRecord> {
  await holdPayments(tx);
  const run = await tx.findOne(PaymentRunRecord, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!run) throw platformProblems.create('not-found');
  const status = run.status as PaymentRunStatus;
  if (!expected.includes(status)) throw refuseStatus(run);
  if (run.version !== version) throw platformProblems.create('stale-version');
  return run;
}

function refuseStatus({ status }: PaymentRunRecord) {
  const said = SAID[status as PaymentRunStatus];
  return paymentsProblems.create('payment-run-status', { status: said.fr, statusInEnglish: said.en });
}
