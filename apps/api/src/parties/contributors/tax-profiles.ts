import { Rate } from '@colophon/domain/money';
import { within } from '@colophon/domain/rules';
import { profileOfSituation, situationOfProfile, type TaxProfile as Computed } from '@colophon/domain/withholding';

import type { Tx } from '../../platform/database/database';
import { partiesProblems } from '../problems';
import { ContributorTaxProfileRecord } from '../records';
import { CERTIFICATE_NAME } from './keep-certificate';
import { situationRates } from './situation-rates';
import type { TaxProfile, TaxProfileResponse } from './tax-profile-dto';

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
  for (const [index, profile] of profiles.entries()) {
    const current = stored.find(({ validFrom }) => validFrom === profile.validFrom);
    const given = { profile, current, pointer: `/taxProfiles/${index}` };
    const fields = { contributorId, ...(await fieldsOf(tx, given)) };
    await tx.save(ContributorTaxProfileRecord, current ? Object.assign(current, fields) : fields);
  }
}

/** By rising date. */
export async function readTaxProfiles(tx: Tx, contributorId: number): Promise<TaxProfileResponse[]> {
  const records = await tx.find(ContributorTaxProfileRecord, { where: { contributorId }, order: { validFrom: 'ASC' } });
  return records.map(({ id: _id, contributorId: _owner, ...profile }) => profile as TaxProfileResponse);
}

type Fields = Omit<ContributorTaxProfileRecord, 'id' | 'contributorId'>;

interface Given {
  readonly profile: TaxProfile;
  /** What is stored of the same day. */
  readonly current: ContributorTaxProfileRecord | undefined;
  readonly pointer: string;
}

async function fieldsOf(tx: Tx, given: Given): Promise<Fields> {
  const { profile, current, pointer } = given;
  const computed = await computedOf(tx, given);
  refuseDates(profile, pointer);
  await refuseOtherFile(tx, profile.certificateFileId, pointer);
  return {
    validFrom: profile.validFrom,
    situation: profile.situation ?? keptSituation(current, computed),
    social: computed.social,
    vat: computed.vat,
    withholdingTaxRate: computed.withholdingTaxRate.toString(),
    ...papersOf(profile, current),
  };
}

/** Who says only how somebody is taxed, as files do, changes no situation that is taxed so. */
function keptSituation(current: Given['current'], computed: Computed): string {
  const { social, vat, withholdingTaxRate: rate } = computed;
  const isSame =
    current?.social === social && current.vat === vat && Rate.parse(current.withholdingTaxRate).equals(rate);
  return isSame ? current.situation : situationOfProfile(computed);
}

const PAPERS = [
  'exemptUntil',
  'certificateNumber',
  'certificateFileId',
  'country',
  'form5000On',
  'form5003On',
  'formsUntil',
] as const satisfies readonly (keyof TaxProfile & keyof Fields)[];

/** With a situation, what is absent is none; without one, it stays as it is. */
function papersOf(profile: TaxProfile, current: Given['current']): Pick<Fields, (typeof PAPERS)[number]> {
  const kept = profile.situation === undefined ? current : undefined;
  const paper = (name: (typeof PAPERS)[number]) => {
    const given = profile[name];
    if (given === undefined) return kept?.[name] ?? null;
    return typeof given === 'string' ? given.trim() || null : given;
  };
  return Object.fromEntries(PAPERS.map((name) => [name, paper(name)])) as Pick<Fields, (typeof PAPERS)[number]>;
}

async function computedOf(tx: Tx, { profile, current, pointer }: Given): Promise<Computed> {
  const { situation, vat, withholdingTaxRate: given } = profile;
  if (situation === undefined) {
    const social = profile.social ?? 'withheld';
    return { social, vat: vat ?? 'withheld', withholdingTaxRate: Rate.parse(given ?? '0') };
  }
  // What was entered before countries were asked for may be saved again as it is.
  const isKept = current?.situation === situation && current.country === (profile.country ?? null);
  if (!isKept) refuseIncomplete(profile, pointer);
  const rate = given ?? (await situationRates(tx, profile));
  return within(pointer, () =>
    profileOfSituation({ situation, vat, withholdingTaxRate: rate === undefined ? undefined : Rate.parse(rate) }),
  );
}

/** Relief by a treaty needs both forms before the payment (CGI 182 B): without them the situation is `abroad`. */
function refuseIncomplete({ situation, country, form5000On, form5003On }: TaxProfile, pointer: string): void {
  if (situation !== 'abroad' && situation !== 'treaty') return;
  if (!country || country === 'FR') throw partiesProblems.at(`${pointer}/country`, 'tax-country-missing');
  if (situation === 'abroad') return;
  if (!form5000On) throw partiesProblems.at(`${pointer}/form5000On`, 'treaty-form-missing', { form: '5000' });
  if (!form5003On) throw partiesProblems.at(`${pointer}/form5003On`, 'treaty-form-missing', { form: '5003' });
}

async function refuseOtherFile(tx: Tx, fileId: number | null | undefined, pointer: string): Promise<void> {
  if (fileId === null || fileId === undefined) return;
  const [file] = await tx.query(`SELECT file_name AS name FROM stored_file WHERE id = $1`, [fileId]);
  if (String(file?.name).startsWith(`${CERTIFICATE_NAME}.`)) return;
  throw partiesProblems.at(`${pointer}/certificateFileId`, 'certificate-not-readable');
}

/** A paper that ends before the profile begins exempts from nothing; forms relieve from the day on which both are there. */
function refuseDates({ validFrom, exemptUntil, formsUntil, ...profile }: TaxProfile, pointer: string): void {
  const ended = (['exemptUntil', 'formsUntil'] as const).find((name) => {
    const until = { exemptUntil, formsUntil }[name];
    return Boolean(until) && (until ?? '') < validFrom;
  });
  if (ended) throw partiesProblems.at(`${pointer}/${ended}`, 'tax-paper-ended');
  if (profile.situation !== 'treaty') return;
  const late = (['form5000On', 'form5003On'] as const).find((name) => (profile[name] ?? '') > validFrom);
  if (late) throw partiesProblems.at(`${pointer}/validFrom`, 'treaty-before-forms', { date: profile[late] ?? '' });
}
