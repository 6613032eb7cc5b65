import { Money } from '@colophon/domain/money';

import type { Tx } from '../../platform/database/database';
import type { Secrets } from '../../platform/secrets/secrets';
import type { Actor } from '../../platform/sign-in/actor';
import { composePayments, type Composition, type PartToPay } from '../compose/compose-payments';
import { storePayment } from '../compose/store-payment';
import { loadPayables, PAYABLE_ID_OF_ITEM, type Payable } from '../payables/load-payables';
import { paymentsProblems } from '../problems';
import type { PaymentRunRecord } from '../records';

/** What a run is asked to pay: a payable, and how much of it where it is a part. */
export interface ChosenPart {
  readonly payableId: number;
  readonly gross?: string | undefined;
}

/** Everything that is due by the day, or what was chosen of what is owed. @throws payment-run-empty */
export async function partsToPay(
  tx: Tx,
  { dueBy, chosen }: { readonly dueBy: string; readonly chosen?: readonly ChosenPart[] | undefined },
): Promise<PartToPay[]> {
  const parts = chosen ? await chosenParts(tx, chosen) : (await loadPayables(tx, { dueBy })).map(wholePart);
  if (parts.length === 0) throw paymentsProblems.create('payment-run-empty');
  return parts;
}

const wholePart = (payable: Payable): PartToPay => ({ payable, gross: payable.leftGross });

/** @throws payment-item-unknown, payment-item-duplicated, payment-advance-in-parts, payment-more-than-due */
async function chosenParts(tx: Tx, chosen: readonly ChosenPart[]): Promise<PartToPay[]> {
  const ids = chosen.map(({ payableId }) => payableId);
  if (new Set(ids).size < ids.length) throw paymentsProblems.create('payment-item-duplicated');
  const found = new Map((await loadPayables(tx, { ids })).map((payable) => [payable.id, payable]));
  return chosen.map(({ payableId, gross }, index) => {
    const payable = found.get(payableId);
    if (!payable) throw paymentsProblems.at(`/items/${index}/payableId`, 'payment-item-unknown');
    const part = gross === undefined ? payable.leftGross : Money.parse(gross);
    refusePart(payable, part, `/items/${index}/gross`);
    return { payable, gross: part };
  });
}

function refusePart({ kind, leftGross }: Payable, gross: Money, pointer: string): void {
  if (!gross.isPositive || gross.compare(leftGross) > 0) throw paymentsProblems.at(pointer, 'payment-more-than-due');
  if (kind === 'advance' && !gross.equals(leftGross)) throw paymentsProblems.at(pointer, 'payment-advance-in-parts');
}

/** Computes and writes a run's payments. @throws payment-run-nobody-payable where each payee lacks something */
export async function storeRun(
  tx: Tx,
  {
    actor,
    secrets,
    run,
    parts,
  }: { actor: Actor; secrets: Secrets; run: PaymentRunRecord; parts: readonly PartToPay[] },
): Promise<Composition> {
  const { id: runId, executionDate: date } = run;
  if (parts.some(({ payable }) => payable.markedOn !== null)) throw paymentsProblems.create('payment-marked-paid');
  const composition = await composePayments(tx, secrets, { parts, date });
  if (composition.payments.length === 0) {
    throw paymentsProblems.create('payment-run-nobody-payable', { count: composition.leftOut.length });
  }
  for (const composed of composition.payments) await storePayment(tx, actor, { composed, runId, date, method: 'sepa' });
  return composition;
}

/** Computes a run that is not exported anew, from the same choice. @returns whether it pays anything else, or elsewhere */
export async function recomposeRun(
  tx: Tx,
  given: { actor: Actor; secrets: Secrets; run: PaymentRunRecord },
): Promise<{ changed: boolean }> {
  const { run, secrets } = given;
  const before = await whatItPays(tx, secrets, run.id);
  const ids = await chosenOf(tx, run.id);
  await dropPayments(tx, run.id);
  const left = new Map((await loadPayables(tx, { ids: ids.map(({ id }) => id) })).map((one) => [one.id, one]));
  const parts = ids.flatMap(({ id, gross }): PartToPay[] => {
    const payable = left.get(id);
    return payable ? [{ payable, gross: Money.min(Money.parse(gross), payable.leftGross) }] : [];
  });
  if (parts.length === 0) throw paymentsProblems.create('payment-run-empty');
  await storeRun(tx, { ...given, parts });
  return { changed: before !== (await whatItPays(tx, secrets, run.id)) };
}

/** Drops what a draft pays, to choose again. */
export async function dropPayments(tx: Tx, runId: number): Promise<void> {
  await tx.query(`DELETE FROM royalty_payment WHERE payment_run_id = $1`, [runId]);
}

function chosenOf(tx: Tx, runId: number): Promise<{ id: number; gross: string }[]> {
  return tx.query(
    `SELECT ${PAYABLE_ID_OF_ITEM} AS id, i.gross::text FROM royalty_payment_item i
     JOIN royalty_payment y ON y.id = i.payment_id WHERE y.payment_run_id = $1 ORDER BY y.id, i.position`,
    [runId],
  );
}

/** Who is paid what and on which account, as one text: what an approval is of. */
async function whatItPays(tx: Tx, secrets: Secrets, runId: number): Promise<string> {
  const rows: { iban: Buffer | null; bic: Buffer | null; who: number; name: string; items: unknown }[] = await tx.query(
    `SELECT y.contributor_id AS who, y.payee_name AS name, y.iban_encrypted AS iban, y.bic_encrypted AS bic,
       jsonb_agg(jsonb_build_array(i.statement_payee_id, i.advance_id, i.gross, i.social, i.vat, i.vat_withheld, i.withholding_tax, i.agent_share, i.net)
         ORDER BY i.position) AS items
     FROM royalty_payment y JOIN royalty_payment_item i ON i.payment_id = y.id WHERE y.payment_run_id = $1
     GROUP BY y.id ORDER BY y.contributor_id`,
    [runId],
  );
  const open = (sealed: Buffer | null) => sealed && secrets.decrypt(sealed);
  return JSON.stringify(rows.map(({ iban, bic, ...row }) => ({ ...row, iban: open(iban), bic: open(bic) })));
}
