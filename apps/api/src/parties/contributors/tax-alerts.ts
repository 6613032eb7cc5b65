import { addDays, daysBetween, type CalendarDate } from '@colophon/domain/calendar';

import type { Tx } from '../../platform/database/database';
import type { TaxAlert, TaxAlertKind } from './tax-profile-dto';

/** A certificate is asked for again before it lapses; the accountant is told this long before. */
const DAYS_AHEAD = 60;
/** Urgent from here on. */
const DAYS_SOON = 30;

interface ProfileRow {
  readonly contributorId: number;
  readonly name: string;
  readonly situation: string | null;
  readonly exemptUntil: string | null;
  readonly formsUntil: string | null;
  readonly hasCertificate: boolean;
  readonly hasForms: boolean;
  readonly hasNumber: boolean;
  readonly hasIban: boolean;
  readonly nextFrom: string | null;
}

/**
 * What stands in the way of paying authors rightly: papers that lapse or are missing, numbers and accounts that nobody
 * has entered. Of those who have a contract or are paid for another, and are not archived; the most urgent first.
 */
export async function taxAlerts(tx: Tx, today: CalendarDate): Promise<TaxAlert[]> {
  const rows: ProfileRow[] = await tx.query(
    `SELECT c.id AS "contributorId", c.display_name AS name, p.situation, p.exempt_until::text AS "exemptUntil", p.forms_until::text AS "formsUntil",
       coalesce(p.certificate_file_id IS NOT NULL OR coalesce(p.certificate_number, '') <> '' OR coalesce(c.siret, '') <> '', false) AS "hasCertificate",
       coalesce(p.form_5000_on IS NOT NULL AND p.form_5003_on IS NOT NULL, false) AS "hasForms",
       c.social_security_number_encrypted IS NOT NULL AS "hasNumber", c.iban_encrypted IS NOT NULL AS "hasIban",
       (SELECT min(n.valid_from)::text FROM contributor_tax_profile n WHERE n.contributor_id = c.id AND n.valid_from > $1::date) AS "nextFrom"
     FROM contributor c
     LEFT JOIN LATERAL (SELECT * FROM contributor_tax_profile t WHERE t.contributor_id = c.id AND t.valid_from <= $1::date
       ORDER BY t.valid_from DESC LIMIT 1) p ON true
     WHERE NOT c.archived AND (EXISTS (SELECT FROM contract k WHERE k.contributor_id = c.id AND k.status = 'active')
       OR EXISTS (SELECT FROM contract_payee y JOIN contract k ON k.id = y.contract_id WHERE y.contributor_id = c.id AND k.status = 'active'))
     ORDER BY c.sort_name, c.id`,
    [today],
  );
  return rows.flatMap((row) => alertsOf(row, today)).sort((one, other) => rank(one) - rank(other));
}

function alertsOf(row: ProfileRow, today: CalendarDate): TaxAlert[] {
  const { contributorId, name, situation } = row;
  const alert = (kind: TaxAlertKind, until: string | null = null): TaxAlert => ({ kind, contributorId, name, until });
  const found: TaxAlert[] = [];
  if (situation === null && row.nextFrom === null) found.push(alert('profile-missing'));
  const lapsing = lapse(row, today);
  if (lapsing) found.push(alert(lapsing.kind, lapsing.until));
  if (situation === 'exempt' && !row.hasCertificate) found.push(alert('certificate-missing'));
  if (situation === 'treaty' && !row.hasForms) found.push(alert('forms-missing'));
  if (situation === 'author' && !row.hasNumber) found.push(alert('number-missing'));
  if (!row.hasIban) found.push(alert('iban-missing'));
  return found;
}

/** The paper in force, where it has lapsed or does so within the days ahead and no other profile takes over by then. */
function lapse(
  { situation, exemptUntil, formsUntil, nextFrom }: ProfileRow,
  today: CalendarDate,
): { kind: TaxAlertKind; until: string } | undefined {
  const until = situation === 'exempt' ? exemptUntil : situation === 'treaty' ? formsUntil : null;
  if (until === null || until > addDays(today, DAYS_AHEAD)) return undefined;
  if (nextFrom !== null && nextFrom <= addDays(until, 1)) return undefined;
  if (until < today) return { kind: 'paper-lapsed', until };
  return { kind: daysBetween(today, until) <= DAYS_SOON ? 'paper-lapses-soon' : 'paper-lapses', until };
}

const ORDER: readonly TaxAlertKind[] = [
  'paper-lapsed',
  'paper-lapses-soon',
  'profile-missing',
  'forms-missing',
  'certificate-missing',
  'iban-missing',
  'number-missing',
  'paper-lapses',
];

function rank({ kind }: TaxAlert): number {
  return ORDER.indexOf(kind);
}
