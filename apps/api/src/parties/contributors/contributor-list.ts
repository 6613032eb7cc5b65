import type { ListSpec } from '../../platform/lists/list';
import type { ListExport } from '../../platform/lists/list-export';
import type { ContributorRow } from './contributor-dto';

/** The list of contributors, as the wire names its columns. */
export const contributorList: ListSpec = {
  select: `id, display_name AS "displayName", last_name AS "lastName", first_name AS "firstName", pseudonym, kind, email, isni, archived,
    address ->> 'city' AS city,
    ARRAY(SELECT DISTINCT wc.role FROM work_contributor wc WHERE wc.contributor_id = contributor.id ORDER BY wc.role) AS roles,
    (SELECT count(DISTINCT wc.work_id)::int FROM work_contributor wc WHERE wc.contributor_id = contributor.id) AS "workCount",
    (SELECT count(*)::int FROM contract WHERE contract.contributor_id = contributor.id) AS "contractCount"`,
  from: 'contributor',
  id: 'id',
  // Under the name that is shown too: people sort by the last name, whatever the column says first.
  sorts: {
    name: { sql: 'sort_name', type: 'text' },
    displayName: { sql: 'sort_name', type: 'text' },
    city: { sql: `coalesce(address ->> 'city', '')`, type: 'text' },
    createdAt: { sql: 'id', type: 'integer' },
  },
  defaultSort: 'name',
  filters: {
    archived: 'archived = $::boolean',
    role: 'EXISTS (SELECT FROM work_contributor wc WHERE wc.contributor_id = contributor.id AND wc.role = $)',
  },
  search: 'search_text LIKE fold($)',
};

/** Bank details and social-security numbers are not in it, whoever asks. */
export const contributorExport: ListExport<ContributorRow> = {
  name: { fr: 'contributeurs', en: 'contributors' },
  spec: contributorList,
  columns: {
    displayName: { fr: 'Nom affiché', en: 'Shown as', type: 'text', value: (row) => row.displayName },
    lastName: { fr: 'Nom', en: 'Last name', type: 'text', value: (row) => row.lastName },
    firstName: { fr: 'Prénom', en: 'First name', type: 'text', value: (row) => row.firstName },
    pseudonym: { fr: 'Pseudonyme', en: 'Pseudonym', type: 'text', value: (row) => row.pseudonym },
    roles: { fr: 'Rôles (ONIX)', en: 'Roles (ONIX)', type: 'text', value: (row) => row.roles.join(', ') },
    email: { fr: 'Courriel', en: 'E-mail', type: 'text', value: (row) => row.email },
    city: { fr: 'Ville', en: 'City', type: 'text', value: (row) => row.city },
    isni: { fr: 'ISNI', en: 'ISNI', type: 'text', value: (row) => row.isni },
    workCount: { fr: 'Œuvres', en: 'Works', type: 'integer', value: (row) => row.workCount },
    contractCount: { fr: 'Contrats', en: 'Contracts', type: 'integer', value: (row) => row.contractCount },
    archived: { fr: 'Archivé', en: 'Archived', type: 'boolean', value: (row) => row.archived },
  },
};
