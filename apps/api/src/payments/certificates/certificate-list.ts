import type { ListSpec } from '../../platform/lists/list';
import type { ListExport } from '../../platform/lists/list-export';
import type { CertificateRow } from './certificate-dto';

export const certificateList: ListSpec = {
  select: `f.id, f.number, f.payment_id AS "paymentId", f.contributor_id AS "contributorId", c.display_name AS "contributorName",
    f.executed_on::text AS "executedOn", f.issued_on::text AS "issuedOn", f.content ->> 'gross' AS gross, f.content ->> 'social' AS social,
    f.content ->> 'net' AS net, f.content_hash AS "contentHash", f.voided_on::text AS "voidedOn", f.void_reason AS "voidReason",
    f.social_security_number_encrypted IS NOT NULL AS "hasSocialSecurityNumber"`,
  from: `withholding_certificate f JOIN contributor c ON c.id = f.contributor_id`,
  id: 'f.id',
  sorts: {
    number: { sql: 'f.number', type: 'text' },
    executedOn: { sql: 'f.executed_on', type: 'date' },
    contributorName: { sql: 'c.sort_name', type: 'text' },
  },
  defaultSort: '-number',
  filters: {
    year: `f.executed_on BETWEEN make_date($::int, 1, 1) AND make_date($::int, 12, 31)`,
    contributorId: `f.contributor_id = $`,
    paymentId: `f.payment_id = $`,
  },
  search: `(fold(f.number) LIKE $ OR c.search_text LIKE $)`,
  totals: {
    gross: `coalesce(sum((f.content ->> 'gross')::numeric) FILTER (WHERE f.voided_on IS NULL), 0)`,
    social: `coalesce(sum((f.content ->> 'social')::numeric) FILTER (WHERE f.voided_on IS NULL), 0)`,
    net: `coalesce(sum((f.content ->> 'net')::numeric) FILTER (WHERE f.voided_on IS NULL), 0)`,
  },
};

export const certificateExport: ListExport<CertificateRow> = {
  name: { fr: 'certificats-de-precompte', en: 'withholding-certificates' },
  spec: certificateList,
  columns: {
    number: { fr: 'Numéro', en: 'Number', type: 'text', value: ({ number }) => number },
    executedOn: { fr: 'Payé le', en: 'Paid on', type: 'date', value: ({ executedOn }) => executedOn },
    contributorName: { fr: 'Auteur', en: 'Author', type: 'text', value: ({ contributorName }) => contributorName },
    gross: { fr: 'Brut', en: 'Gross', type: 'money', value: ({ gross }) => gross },
    social: { fr: 'Précompte', en: 'Withheld', type: 'money', value: ({ social }) => social },
    net: { fr: 'Net versé', en: 'Net paid', type: 'money', value: ({ net }) => net },
    voidedOn: { fr: 'Annulé le', en: 'Void since', type: 'date', value: ({ voidedOn }) => voidedOn },
    contentHash: { fr: 'Empreinte', en: 'Hash', type: 'text', value: ({ contentHash }) => contentHash },
  },
};
