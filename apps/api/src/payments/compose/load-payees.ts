import { isBic, isIban } from '@colophon/domain/identifiers';
import type { TaxProfile, WithholdingRates } from '@colophon/domain/withholding';

import type { Tx } from '../../platform/database/database';
import type { Secrets } from '../../platform/secrets/secrets';
import { loadTaxPeriods } from '../../royalties';
import type { Address } from '../../parties';

/** Why somebody can not be paid on a day; each is mended in one place. */
export const payeeFaults = [
  'name-missing',
  'iban-missing',
  'iban-invalid',
  'profile-missing',
  'certificate-lapsed',
  'rates-missing',
] as const;
export type PayeeFault = (typeof payeeFaults)[number];

/** Somebody to pay, with what a transfer and the withholding need. */
export interface PayeeToPay {
  readonly contributorId: number;
  readonly displayName: string;
  /** As the bank knows them: never a pseudonym. */
  readonly legalName: string;
  readonly iban: string | null;
  readonly bic: string | null;
  readonly ibanEncrypted: Buffer | null;
  readonly ibanLast4: string | null;
  readonly bicEncrypted: Buffer | null;
  readonly address: Address;
  readonly profile: TaxProfile | undefined;
  readonly faults: readonly PayeeFault[];
}

interface PayeeRow {
  readonly contributorId: number;
  readonly displayName: string;
  readonly legalName: string;
  readonly ibanEncrypted: Buffer | null;
  readonly ibanLast4: string | null;
  readonly bicEncrypted: Buffer | null;
  readonly address: Address;
  /** Of the profile that has begun on the day: its first day and the last of its paper. */
  readonly profileFrom: string | null;
  readonly paperUntil: string | null;
}

const SELECT = `SELECT c.id AS "contributorId", c.display_name AS "displayName", trim(coalesce(c.first_name, '') || ' ' || c.last_name) AS "legalName",
    c.iban_encrypted AS "ibanEncrypted", c.iban_last4 AS "ibanLast4", c.bic_encrypted AS "bicEncrypted", c.address,
    p.valid_from::text AS "profileFrom",
    (CASE p.situation WHEN 'exempt' THEN p.exempt_until WHEN 'treaty' THEN p.forms_until END)::text AS "paperUntil"
  FROM contributor c LEFT JOIN LATERAL (SELECT * FROM contributor_tax_profile t WHERE t.contributor_id = c.id AND t.valid_from <= $2
    ORDER BY t.valid_from DESC LIMIT 1) p ON true
  WHERE c.id = ANY($1)`;

/** @throws secret-key-missing where account numbers can not be read */
export async function loadPayees(
  tx: Tx,
  secrets: Secrets,
  { ids, date, rates }: { ids: readonly number[]; date: string; rates: readonly WithholdingRates[] },
): Promise<Map<number, PayeeToPay>> {
  const rows: PayeeRow[] = await tx.query(SELECT, [ids, date]);
  const periods = await loadTaxPeriods(tx, ids, rates);
  return new Map(
    rows.map(({ profileFrom, paperUntil, ...row }) => {
      const iban = row.ibanEncrypted && secrets.decrypt(row.ibanEncrypted);
      const bic = row.bicEncrypted && secrets.decrypt(row.bicEncrypted);
      const profile = periods.get(row.contributorId)?.findLast(({ from }) => from <= date);
      const faults = [
        ...(row.legalName === '' ? (['name-missing'] as const) : []),
        ...(iban === null ? (['iban-missing'] as const) : isIban(iban) ? [] : (['iban-invalid'] as const)),
        ...(profileFrom === null ? (['profile-missing'] as const) : []),
        ...(paperUntil !== null && paperUntil < date ? (['certificate-lapsed'] as const) : []),
      ];
      return [row.contributorId, { ...row, iban, bic: bic && isBic(bic) ? bic : null, profile, faults }];
    }),
  );
}
