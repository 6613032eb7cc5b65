import type { ContributorInput } from '../../parties';
import { given } from '../run/import-run';
import type { ImportRow } from '../run/import-row';

type TaxProfile = NonNullable<ContributorInput['taxProfiles']>[number];

/** A profile without a date holds since before anything that could be paid here. */
const ALWAYS = '2000-01-01';

/** The profiles with what the row says of one; the usual for what it leaves out: social contributions and VAT withheld. */
export function readTaxProfiles(row: ImportRow, known: readonly TaxProfile[]): TaxProfile[] {
  const social = row.choice('social', 'social');
  const vat = row.choice('vat', 'vat');
  const rate = row.rate('withholdingTaxRate');
  const exemptUntil = row.date('exemptUntil');
  const from = row.date('profileFrom');
  if (!social && !vat && !rate && !exemptUntil && !from) return [...known];
  const validFrom = from ?? known[0]?.validFrom ?? ALWAYS;
  const inForce = known.filter((profile) => profile.validFrom <= validFrom).at(-1);
  const said = given({ social, vat, withholdingTaxRate: rate, exemptUntil });
  const usual = { social: 'withheld', vat: 'withheld', withholdingTaxRate: '0', exemptUntil: null } as const;
  if (inForce && Object.entries(said).every(([name, value]) => inForce[name as keyof TaxProfile] === value))
    return [...known];
  const profile: TaxProfile = { ...usual, ...inForce, ...said, validFrom };
  const others = known.filter((other) => other.validFrom !== validFrom);
  return [...others, profile].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
}
