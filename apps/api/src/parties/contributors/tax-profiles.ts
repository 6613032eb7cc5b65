import type { Tx } from '../../platform/database/database';
import { partiesProblems } from '../problems';
import { ContributorTaxProfileRecord } from '../records';
import type { TaxProfile, TaxProfileResponse } from './contributor-dto';

/** Replaces the list, touching only what differs, so that the audit trail tells what changed. */
export async function replaceTaxProfiles(
  tx: Tx,
  contributorId: number,
  profiles: readonly TaxProfile[],
): Promise<void> {
  const dates = profiles.map(({ validFrom }) => validFrom);
  const repeated = dates.findIndex((date, index) => dates.indexOf(date) !== index);
  if (repeated >= 0) throw partiesProblems.at(`/taxProfiles/${repeated}/validFrom`, 'tax-profile-dates');
  const stored = await tx.findBy(ContributorTaxProfileRecord, { contributorId });
  await tx.remove(stored.filter(({ validFrom }) => !dates.includes(validFrom)));
  for (const profile of profiles) {
    const current = stored.find(({ validFrom }) => validFrom === profile.validFrom);
    const fields = {
      contributorId,
      validFrom: profile.validFrom,
      social: profile.social,
      vat: profile.vat,
      withholdingTaxRate: profile.withholdingTaxRate ?? '0',
      exemptUntil: profile.exemptUntil ?? null,
    };
    await tx.save(ContributorTaxProfileRecord, current ? Object.assign(current, fields) : fields);
  }
}

/** By rising date. */
export async function readTaxProfiles(tx: Tx, contributorId: number): Promise<TaxProfileResponse[]> {
  const records = await tx.find(ContributorTaxProfileRecord, { where: { contributorId }, order: { validFrom: 'ASC' } });
  return records.map(({ validFrom, social, vat, withholdingTaxRate, exemptUntil }) => ({
    validFrom,
    social: social as TaxProfileResponse['social'],
    vat: vat as TaxProfileResponse['vat'],
    withholdingTaxRate,
    exemptUntil,
  }));
}
