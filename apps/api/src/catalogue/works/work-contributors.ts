import type { Tx } from '../../platform/database/database';
import { catalogueProblems } from '../problems';
import { WorkContributorRecord } from '../records';
import type { WorkContributorInput } from './work-dto';

/**
 * Replaces who made a work, touching only what differs, so that the audit trail tells what changed.
 * @throws contributor-twice for one person twice in one role
 */
export async function replaceContributors(
  tx: Tx,
  workId: number,
  contributors: readonly WorkContributorInput[],
): Promise<void> {
  const keys = contributors.map(keyOf);
  const repeated = keys.findIndex((key, index) => keys.indexOf(key) !== index);
  if (repeated >= 0) throw catalogueProblems.at(`/contributors/${repeated}`, 'contributor-twice');
  const stored = await tx.findBy(WorkContributorRecord, { workId });
  await tx.remove(stored.filter((each) => !keys.includes(keyOf(each))));
  for (const [index, { contributorId, role }] of contributors.entries()) {
    const current = stored.find((each) => keyOf(each) === keys[index]);
    const fields = { workId, contributorId, role, sequence: index + 1 };
    await tx.save(WorkContributorRecord, current ? Object.assign(current, fields) : fields);
  }
}

const keyOf = ({ contributorId, role }: WorkContributorInput) => `${contributorId} ${role}`;
