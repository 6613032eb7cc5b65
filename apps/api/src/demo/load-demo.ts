import type { INestApplicationContext } from '@nestjs/common';

import { Clock } from '../platform/clock/clock';
import { Database } from '../platform/database/database';
import { systemActor, type Actor } from '../platform/sign-in/actor';
import { demoAccounts, DEMO_NOW } from './demo-house';
import { amendContract } from './steps/amend-contract';
import { closeRoyalties } from './steps/close-royalties';
import { importFiles } from './steps/import-files';
import { knowPeople } from './steps/know-people';
import { payRoyalties } from './steps/pay-royalties';
import { postInvoices } from './steps/post-invoices';
import { sellRights } from './steps/sell-rights';
import { setUpHouse } from './steps/set-up-house';
import { signContracts } from './steps/sign-contracts';
import type { DemoStep } from './steps/step';

/** The life of the demonstration house, in the order in which it took place. */
const steps: readonly DemoStep[] = [
  setUpHouse,
  importFiles,
  knowPeople,
  signContracts,
  sellRights,
  postInvoices('2023-07-01', '2026-03-31'),
  closeRoyalties({ year: 2025, closedOn: '2026-03-31', paymentDate: '2026-06-30' }),
  amendContract({ reference: 'GL-2024-011', signedOn: '2026-04-02', effectiveFrom: '2026-01-01' }),
  payRoyalties({ paidOn: '2026-06-30' }),
  postInvoices('2026-04-01', '2026-07-14'),
];

/** Loads the demonstration, or goes on where a start was cut off; each step does what is not done yet. */
export async function loadDemo(app: INestApplicationContext, say: (text: string) => void): Promise<void> {
  const clock = app.get(Clock);
  for (const step of steps) {
    clock.moveTo(new Date(DEMO_NOW));
    await step({ app, actor: await demoOwner(app), say });
  }
  clock.moveTo(new Date(DEMO_NOW));
  await app.get(Database).reader.query('UPDATE installation SET demo_loaded_at = $1', [clock.now()]);
}

async function demoOwner(app: INestApplicationContext): Promise<Actor> {
  const [owner] = await app
    .get(Database)
    .reader.query(`SELECT id, display_name AS name, role, locale FROM app_user WHERE email = $1`, [
      demoAccounts[0]!.email,
    ]);
  return (owner as Actor | undefined) ?? systemActor;
}
