import { digitalForms } from '@colophon/domain/catalogue';

import type { ListSpec } from '../../platform/lists/list';
import type { ListExport } from '../../platform/lists/list-export';
import { coverUrlSql, currentPriceSql, isbnFormatted, worksMatching } from '../editions/edition-sql';
import { availabilityWords, productFormWords } from '../words';
import type { MainEdition, WorkQuery, WorkRow } from './work-dto';

/** What the list's SQL gives; the rest of a row is derived. */
export type WorkFound = Omit<WorkRow, 'mainEdition'> & { mainEdition: Omit<MainEdition, 'isbnFormatted'> | null };

const digital = digitalForms.map((form) => `'${form}'`).join(', ');

const mainEditionSql = (
  today: string,
) => `(SELECT json_build_object('id', e.id, 'productForm', e.product_form, 'isbn13', e.isbn13,
    'publicationDate', e.publication_date, 'availability', e.availability, 'retailPriceInclVat', ${currentPriceSql(today)}, 'coverUrl', ${coverUrlSql})
  FROM edition e WHERE e.work_id = w.id
  ORDER BY e.archived, e.product_form IN (${digital}), e.publication_date NULLS LAST, e.id LIMIT 1)`;

const contributorsSql = `(SELECT coalesce(json_agg(json_build_object('contributorId', c.id, 'displayName', c.display_name, 'role', wc.role)
    ORDER BY wc.sequence, wc.id), '[]') FROM work_contributor wc JOIN contributor c ON c.id = wc.contributor_id WHERE wc.work_id = w.id)`;

/** The list of works, as the wire names its columns. @param today whose price is shown */
export const workList = (today: string): ListSpec => ({
  select: `w.id, w.title, w.subtitle, w.number_in_collection AS "numberInCollection", w.archived,
    (SELECT json_build_object('id', k.id, 'name', k.name) FROM collection k WHERE k.id = w.collection_id) AS collection,
    ${contributorsSql} AS contributors, ${mainEditionSql(today)} AS "mainEdition",
    (SELECT count(*)::int FROM edition e WHERE e.work_id = w.id) AS "editionCount"`,
  from: 'work w',
  id: 'w.id',
  sorts: {
    title: { sql: 'w.sort_title', type: 'text' },
    publicationDate: {
      sql: `coalesce((SELECT min(e.publication_date) FROM edition e WHERE e.work_id = w.id), DATE '0001-01-01')`,
      type: 'date',
    },
    createdAt: { sql: 'w.id', type: 'integer' },
  },
  defaultSort: 'title',
  filters: {
    collection: 'w.collection_id = $',
    contributor: 'w.id IN (SELECT work_id FROM work_contributor WHERE contributor_id = $)',
    availability: 'EXISTS (SELECT FROM edition e WHERE e.work_id = w.id AND e.availability = $)',
    productForm: 'EXISTS (SELECT FROM edition e WHERE e.work_id = w.id AND e.product_form = $)',
    archived: 'w.archived = $::boolean',
  },
  search: worksMatching,
});

export function workFilters({ collection, contributor, availability, productForm, archived }: WorkQuery) {
  return { collection, contributor, availability, productForm, archived };
}

export function toWorkRow({ mainEdition, ...found }: WorkFound): WorkRow {
  return {
    ...found,
    mainEdition: mainEdition && { ...mainEdition, isbnFormatted: isbnFormatted(mainEdition.isbn13) },
  };
}

export const workExport = (today: string): ListExport<WorkFound> => ({
  name: { fr: 'catalogue', en: 'catalogue' },
  spec: workList(today),
  columns: {
    title: { fr: 'Titre', en: 'Title', type: 'text', value: (row) => row.title },
    subtitle: { fr: 'Sous-titre', en: 'Subtitle', type: 'text', value: (row) => row.subtitle },
    contributors: {
      fr: 'Autrices et auteurs',
      en: 'Contributors',
      type: 'text',
      value: (row) => [...new Set(row.contributors.map(({ displayName }) => displayName))].join(', '),
    },
    collection: { fr: 'Collection', en: 'Collection', type: 'text', value: (row) => row.collection?.name ?? null },
    numberInCollection: { fr: 'Numéro', en: 'Number', type: 'text', value: (row) => row.numberInCollection },
    isbn13: { fr: 'ISBN', en: 'ISBN', type: 'text', value: (row) => isbnFormatted(row.mainEdition?.isbn13 ?? null) },
    productForm: {
      fr: 'Forme',
      en: 'Form',
      type: 'text',
      value: (row, locale) => (row.mainEdition ? productFormWords[locale][row.mainEdition.productForm] : null),
    },
    publicationDate: {
      fr: 'Parution',
      en: 'Publication',
      type: 'date',
      value: (row) => row.mainEdition?.publicationDate ?? null,
    },
    retailPriceInclVat: {
      fr: 'Prix public TTC',
      en: 'Retail price incl. VAT',
      type: 'money',
      value: (row) => row.mainEdition?.retailPriceInclVat ?? null,
    },
    availability: {
      fr: 'Disponibilité',
      en: 'Availability',
      type: 'text',
      value: (row, locale) => (row.mainEdition ? availabilityWords[locale][row.mainEdition.availability] : null),
    },
    editionCount: { fr: 'Éditions', en: 'Editions', type: 'integer', value: (row) => row.editionCount },
    archived: { fr: 'Archivé', en: 'Archived', type: 'boolean', value: (row) => row.archived },
  },
});
