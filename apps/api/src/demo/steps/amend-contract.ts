import { AmendContract, ContractRecord, proposeCopiesLeft, storedClauses } from '../../contracts';
import { Database } from '../../platform/database/database';
import type { DemoStep } from './step';

interface Amended {
  readonly reference: string;
  readonly signedOn: string;
  readonly effectiveFrom: string;
}

/** A contract that paid on copies sold pays at the print run from a day on; the copies there are stay on the old terms. */
export const amendContract =
  ({ reference, signedOn, effectiveFrom }: Amended): DemoStep =>
  async ({ app, actor, say }) => {
    const database = app.get(Database);
    const { id, version } = await database.reader.findOneByOrFail(ContractRecord, { reference });
    const clauses = (await storedClauses(database.reader, [id])).map(({ agreed }) => agreed);
    if (clauses.some(({ openedById }) => openedById !== null)) return;
    say(`L’avenant du contrat ${reference}…`);
    const left = await proposeCopiesLeft(database.reader, id, effectiveFrom);
    await app.get(AmendContract).amend(actor, id, {
      ...{ version, signedOn, effectiveFrom, note: 'Passage des ventes au tirage.' },
      ends: left.map(({ clauseId, copies }) => ({ clauseId, copiesLeft: copies })),
      clauses: clauses.map(({ id: countsOnFrom, editionId, tiers }) => ({
        ...{ editionId, basis: 'printed', tiers, countsOnFrom },
        excluded: { authorCopies: 20, legalDeposit: 2, reviewCopies: 60 },
      })),
    });
  };
