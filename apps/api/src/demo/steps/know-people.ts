import { ContributorRecord, ContributorTaxProfileRecord, SaveContributor, type ContributorInput } from '../../parties';
import { Database, type Tx } from '../../platform/database/database';
import { otherPeople, papers, type Papers } from './demo-people';
import type { DemoStep } from './step';

/** What no file of the house says of people: heirs, an agent, and the papers that authors have sent; all or nothing. */
export const knowPeople: DemoStep = async ({ app, actor, say }) => {
  const database = app.get(Database);
  if (await database.reader.existsBy(ContributorRecord, { externalId: otherPeople[0]!.externalId! })) return;
  say('Les ayants droit, l’agence et les attestations…');
  const save = app.get(SaveContributor);
  await database.transaction(actor, async (tx) => {
    for (const person of otherPeople) await save.createIn(tx, actor, person);
    for (const paper of papers) {
      const known = await tx.findOneByOrFail(ContributorRecord, { externalId: paper.reference });
      await save.updateIn(tx, actor, known.id, await withPaper(tx, known, paper));
    }
  });
};

async function withPaper(
  tx: Tx,
  known: ContributorRecord,
  { profile, iban, notes }: Papers,
): Promise<ContributorInput> {
  const { externalId, lastName, firstName, pseudonym, isni, email, phone, address, siret, vatNumber } = known;
  const profiles = await tx.findBy(ContributorTaxProfileRecord, { contributorId: known.id });
  const before = profiles.map(({ validFrom, social, vat, withholdingTaxRate }) => ({
    ...{ validFrom, withholdingTaxRate },
    social: social as 'withheld' | 'exempt',
    vat: vat as 'withheld' | 'liable' | 'none' | 'reverseCharge',
  }));
  return {
    ...{ externalId, lastName, firstName, pseudonym, isni, email, phone, address, siret, vatNumber },
    kind: known.kind as 'person' | 'organisation',
    language: known.language as 'fr' | 'en',
    notes: notes ?? known.notes,
    ...(iban ? { iban } : {}),
    taxProfiles: profile ? [...before, profile] : before,
  };
}
