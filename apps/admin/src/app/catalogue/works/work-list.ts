import { Component, computed, inject } from '@angular/core';
import { ActivatedRoute, RouterLink } from '@angular/router';
import type { CollectionRow, ContributorResponse, WorkRow } from '@colophon/api-client';
import { productForms } from '@colophon/domain/catalogue';
import { CellTemplate, DataList, dataList, type Column, type Filter } from '@colophon/ui/data-list';
import { Icon } from '@colophon/ui/icon';
import { Status } from '@colophon/ui/status';
import { TranslocoPipe } from '@jsverse/transloco';
import { HasPermission } from '../../platform/session/has-permission';
import { Session } from '../../platform/session/session';
import { AVAILABILITIES, meaningOf } from '../editions/availability';
import { Cover } from '../editions/cover';

const WORDS = 'catalogue.works';

/** What the list can be narrowed to, as the route read it. */
interface Narrowed {
  readonly collections: readonly CollectionRow[];
  /** Where one comes from a person's page. */
  readonly contributor: ContributorResponse | null;
}

@Component({
  selector: 'co-work-list',
  imports: [CellTemplate, Cover, DataList, HasPermission, Icon, RouterLink, Status, TranslocoPipe],
  templateUrl: './work-list.html',
  styleUrl: './work-list.css',
  host: { class: 'page' },
})
export class WorkList {
  private readonly session = inject(Session);
  private readonly route = inject(ActivatedRoute);
  protected readonly meaningOf = meaningOf;
  protected readonly newLink = computed(() =>
    this.session.may('catalogue.write') ? '/catalogue/oeuvres/nouveau' : null,
  );

  protected readonly list = dataList<WorkRow>({
    name: 'works',
    url: '/api/works',
    sort: 'title',
    link: (row) => ['/catalogue/oeuvres', row.id],
    columns,
    filters: filters(this.route.snapshot.data as Narrowed),
  });

  /** Each name once, in the order of the cover. */
  protected namesOf(row: WorkRow): string {
    return names(row);
  }
}

const names = (row: WorkRow): string => [...new Set(row.contributors.map(({ displayName }) => displayName))].join(', ');

const columns: readonly Column<WorkRow>[] = [
  { key: 'title', label: `${WORDS}.workTitle`, value: (row) => row.title, sort: true },
  { key: 'contributors', label: `${WORDS}.contributors`, value: names },
  { key: 'collection', label: `${WORDS}.collection`, value: (row) => row.collection?.name, narrow: 'none' },
  { key: 'isbn13', label: `${WORDS}.isbn`, value: (row) => row.mainEdition?.isbn13, kind: 'isbn', narrow: 'none' },
  {
    key: 'publicationDate',
    label: `${WORDS}.publicationDate`,
    value: (row) => row.mainEdition?.publicationDate,
    kind: 'date',
    sort: true,
    narrow: 'none',
  },
  { key: 'availability', label: `${WORDS}.availability`, value: (row) => row.mainEdition?.availability },
  {
    key: 'retailPriceInclVat',
    label: `${WORDS}.price`,
    value: (row) => row.mainEdition?.retailPriceInclVat,
    kind: 'money',
    narrow: 'end',
  },
  {
    key: 'editionCount',
    label: `${WORDS}.editionCount`,
    value: (row) => row.editionCount,
    kind: 'quantity',
    optional: true,
    narrow: 'none',
  },
];

function filters({ collections, contributor }: Narrowed): Filter[] {
  const named = (key: string, folder: string, values: readonly string[]): Filter => ({
    key,
    label: `${WORDS}.${key}`,
    single: true,
    options: values.map((value) => ({ value, label: `catalogue.${folder}.${value}` })),
  });
  const state: Filter = {
    key: 'archived',
    label: `${WORDS}.state`,
    single: true,
    options: [
      { value: 'false', label: `${WORDS}.active` },
      { value: 'true', label: `${WORDS}.archived` },
    ],
  };
  const inCollection: Filter = {
    key: 'collection',
    label: `${WORDS}.collection`,
    single: true,
    options: collections.map(({ id, name }) => ({ value: String(id), label: name, isName: true })),
  };
  const ofContributor = contributor && {
    key: 'contributor',
    label: `${WORDS}.contributors`,
    single: true,
    options: [{ value: String(contributor.id), label: contributor.displayName, isName: true }],
  };
  const ofForm = named('productForm', 'forms', productForms);
  const ofAvailability = named('availability', 'availabilities', AVAILABILITIES);
  return [
    ...(ofContributor ? [ofContributor] : []),
    ...(collections.length ? [inCollection] : []),
    ofAvailability,
    ofForm,
    state,
  ];
}
