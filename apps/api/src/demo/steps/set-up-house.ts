import { HouseRecord, SaveHouse } from '../../parties';
import { Database } from '../../platform/database/database';
import { systemActor } from '../../platform/sign-in/actor';
import { hashPassword } from '../../platform/sign-in/passwords';
import { SaveUser } from '../../platform/users/save-user';
import { demoAccounts, demoHouse } from '../demo-house';
import type { DemoStep } from './step';

/** The house's identity and an account for each role, in one transaction that also marks the database as the demo's. */
export const setUpHouse: DemoStep = async ({ app, say }) => {
  const database = app.get(Database);
  const house = await database.reader.findOneByOrFail(HouseRecord, { onlyRow: true });
  if (house.legalName !== '') return;
  say('La maison et ses comptes…');
  const hashes = await Promise.all(demoAccounts.map(({ password }) => hashPassword(password)));
  await database.transaction(systemActor, async (tx) => {
    await tx.query('UPDATE installation SET is_demo = true');
    await app.get(SaveHouse).updateIn(tx, demoHouse);
    for (const [index, { email, displayName, role }] of demoAccounts.entries()) {
      const { id } = await app.get(SaveUser).createIn(tx, { email, displayName, role, locale: 'fr' });
      await tx.query('UPDATE app_user SET is_demo = true, password_hash = $2 WHERE id = $1', [id, hashes[index]]);
    }
  });
};
