import { ApproveRun, DraftRun, ExecuteRun, ExportRun } from '../../payments';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import type { DemoHands, DemoStep } from './step';

/** What was stated is paid on its day, by a run and its file for the bank, as the accountant does it. */
export const payRoyalties =
  ({ paidOn }: { paidOn: string }): DemoStep =>
  async (hands) => {
    const { app, actor } = hands;
    app.get(Clock).moveTo(new Date(`${paidOn}T09:00:00Z`));
    const known = await runOf(hands, paidOn);
    if (known?.status === 'executed') return;
    hands.say(`Le paiement des droits du ${paidOn}…`);
    const id = known?.id ?? (await app.get(DraftRun).create(actor, { dueBy: paidOn, executionDate: paidOn }));
    const version = async () => (await runOf(hands, paidOn))!.version;
    const status = known?.status ?? 'draft';
    if (status === 'draft') await app.get(ApproveRun).approve(actor, id, await version());
    if (status !== 'exported') await app.get(ExportRun).export(actor, id, await version());
    await app.get(ExecuteRun).execute(actor, id, { version: await version(), executedOn: paidOn });
  };

async function runOf({ app }: DemoHands, paidOn: string) {
  const [run] = await app
    .get(Database)
    .reader.query(`SELECT id, status, version FROM payment_run WHERE execution_date = $1 AND status <> 'cancelled'`, [
      paidOn,
    ]);
  return run as { id: number; status: string; version: number } | undefined;
}
