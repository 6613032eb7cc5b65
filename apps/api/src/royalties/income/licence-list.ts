import type { ListSpec } from '../../platform/lists/list';
import type { ListExport } from '../../platform/lists/list-export';
import type { LicenceRow } from './licence-dto';
import { countedSql } from './receipt-list';
import type { RightsIncomeRow } from './rights-income-dto';

export const licenceColumns = `v.id, v.reference, v.work_id AS "workId", w.title, v.licensee, v."right", v.territories, v.language,
  v.signed_on AS "signedOn", v.starts_on AS "startsOn", v.ends_on AS "endsOn", v.author_informed_on AS "authorInformedOn",
  (SELECT coalesce(sum(i.net), 0)::text FROM rights_income i WHERE i.licence_id = v.id) AS cashed`;

/** @param today after which a licence has ended */
export const licenceList = (today: string): ListSpec => ({
  select: licenceColumns,
  from: 'rights_licence v JOIN work w ON w.id = v.work_id',
  id: 'v.id',
  sorts: {
    reference: { sql: 'v.reference', type: 'text' },
    title: { sql: 'w.sort_title', type: 'text' },
    licensee: { sql: 'v.licensee', type: 'text' },
    signedOn: { sql: `coalesce(v.signed_on, '0001-01-01'::date)`, type: 'date' },
    endsOn: { sql: `coalesce(v.ends_on, '9999-12-31'::date)`, type: 'date' },
  },
  defaultSort: '-signedOn',
  filters: {
    workId: 'v.work_id = $',
    right: 'v."right" = $',
    state: `CASE $ WHEN 'to-inform' THEN v.author_informed_on IS NULL
      WHEN 'ended' THEN v.ends_on < '${today}' ELSE v.ends_on IS NULL OR v.ends_on >= '${today}' END`,
  },
  search: 'v.search_text LIKE fold($) OR w.search_text LIKE fold($)',
});

export const licenceExport = (today: string): ListExport<LicenceRow> => ({
  name: { fr: 'cessions', en: 'licences' },
  spec: licenceList(today),
  columns: {
    reference: { fr: 'Référence', en: 'Reference', type: 'text', value: (row) => row.reference },
    title: { fr: 'Œuvre', en: 'Work', type: 'text', value: (row) => row.title },
    licensee: { fr: 'Cessionnaire', en: 'Licensee', type: 'text', value: (row) => row.licensee },
    right: { fr: 'Droit', en: 'Right', type: 'text', value: (row) => row.right },
    territories: { fr: 'Pays', en: 'Countries', type: 'text', value: (row) => row.territories.join(' ') },
    language: { fr: 'Langue', en: 'Language', type: 'text', value: (row) => row.language },
    signedOn: { fr: 'Signée le', en: 'Signed on', type: 'date', value: (row) => row.signedOn },
    endsOn: { fr: 'Jusqu’au', en: 'Until', type: 'date', value: (row) => row.endsOn },
    cashed: { fr: 'Encaissé net', en: 'Net cashed', type: 'money', value: (row) => row.cashed },
    authorInformedOn: {
      fr: 'Auteurs informés',
      en: 'Authors told',
      type: 'date',
      value: (row) => row.authorInformedOn,
    },
  },
});

export const rightsIncomeColumns = `r.id, r.licence_id AS "licenceId", v.reference AS licence, v.licensee, v."right",
  v.work_id AS "workId", w.title, r.edition_id AS "editionId", r.cashed_on AS "cashedOn", r.gross::text, r.foreign_tax::text AS "foreignTax",
  r.agent_fee::text AS "agentFee", r.net::text, r.reference, r.cancels_id AS "cancelsId",
  (SELECT c.id FROM rights_income c WHERE c.cancels_id = r.id) AS "cancelledById", r.reason, r.actor,
  ${countedSql('r.cashed_on', 'thirdParty')} AS "isCounted"`;
export const rightsIncomeTables =
  'rights_income r JOIN rights_licence v ON v.id = r.licence_id JOIN work w ON w.id = v.work_id';

export const rightsIncomeList: ListSpec = {
  select: rightsIncomeColumns,
  from: rightsIncomeTables,
  id: 'r.id',
  sorts: {
    cashedOn: { sql: 'r.cashed_on', type: 'date' },
    licensee: { sql: 'v.licensee', type: 'text' },
    title: { sql: 'w.sort_title', type: 'text' },
    net: { sql: 'r.net', type: 'numeric' },
  },
  defaultSort: '-cashedOn',
  filters: {
    licenceId: 'r.licence_id = $',
    workId: 'v.work_id = $',
    right: 'v."right" = $',
    from: 'r.cashed_on >= $::date',
    to: 'r.cashed_on <= $::date',
  },
  search: 'v.search_text LIKE fold($) OR w.search_text LIKE fold($)',
  totals: { net: 'coalesce(sum(r.net), 0)' },
};

export const rightsIncomeExport: ListExport<RightsIncomeRow> = {
  name: { fr: 'droits-encaisses', en: 'rights-income' },
  spec: rightsIncomeList,
  columns: {
    cashedOn: { fr: 'Encaissé le', en: 'Cashed on', type: 'date', value: (row) => row.cashedOn },
    title: { fr: 'Œuvre', en: 'Work', type: 'text', value: (row) => row.title },
    licensee: { fr: 'Cessionnaire', en: 'Licensee', type: 'text', value: (row) => row.licensee },
    right: { fr: 'Droit', en: 'Right', type: 'text', value: (row) => row.right },
    licence: { fr: 'Cession', en: 'Licence', type: 'text', value: (row) => row.licence },
    gross: { fr: 'Brut', en: 'Gross', type: 'money', value: (row) => row.gross },
    foreignTax: { fr: 'Retenue étrangère', en: 'Foreign tax', type: 'money', value: (row) => row.foreignTax },
    agentFee: { fr: 'Commission d’agent', en: 'Agent’s fee', type: 'money', value: (row) => row.agentFee },
    net: { fr: 'Net encaissé', en: 'Net cashed', type: 'money', value: (row) => row.net },
    reference: { fr: 'Référence', en: 'Reference', type: 'text', value: (row) => row.reference },
  },
};
