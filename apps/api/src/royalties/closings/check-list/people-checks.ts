import type { CheckPlace } from './check-list-dto';
import { statedIds, type Check, type CheckContext } from './check-context';

/** Whoever receives something of these contracts: their payees, or their author. */
const PAID = `SELECT DISTINCT coalesce(y.contributor_id, c.contributor_id) AS id FROM contract c
  LEFT JOIN contract_payee y ON y.contract_id = c.id WHERE c.id = ANY($1)`;

const person = (condition: string, detail = 'NULL'): string =>
  `SELECT p.display_name AS label, ${detail} AS detail, '/catalogue/contributeurs/' || p.id || '/modifier' AS url
   FROM contributor p WHERE p.id IN (${PAID}) AND ${condition} ORDER BY p.sort_name, p.id`;

const asked =
  (sql: string): Check =>
  (context) =>
    context.tx.query<CheckPlace[]>(sql, [statedIds(context)]);

export const taxProfileMissing = asked(
  person(`NOT EXISTS (SELECT FROM contributor_tax_profile f WHERE f.contributor_id = p.id)`),
);
export const bankDetailsMissing = asked(person('p.iban_encrypted IS NULL'));
export const mailAddressMissing = asked(person(`coalesce(p.email, '') = ''`));

/** The profile of the payment date rests on a paper that no longer holds that day. */
export const certificateLapsed: Check = ({ tx, closing, ...rest }: CheckContext) =>
  tx.query(
    person(
      `EXISTS (SELECT FROM (SELECT * FROM contributor_tax_profile f WHERE f.contributor_id = p.id AND f.valid_from <= $2
         ORDER BY f.valid_from DESC LIMIT 1) f WHERE least(f.exempt_until, f.forms_until) < $2)`,
    ),
    [statedIds({ tx, closing, ...rest }), closing.paymentDate],
  );
