import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CollectionRow } from '@colophon/api-client';
import { DataList, dataList } from '@colophon/ui/data-list';
import { Icon } from '@colophon/ui/icon';
import { TranslocoPipe } from '@jsverse/transloco';
import { HasPermission } from '../../platform/session/has-permission';
import { Session } from '../../platform/session/session';

const WORDS = 'catalogue.collections';

@Component({
  selector: 'co-collection-list',
  imports: [DataList, HasPermission, Icon, RouterLink, TranslocoPipe],
  template: `
    <header class="page-head">
      <h1>{{ 'catalogue.collections.title' | transloco }}</h1>
      <a *hasPermission="'catalogue.write'" class="button primary" routerLink="nouvelle">
        <ui-icon name="plus" />{{ 'catalogue.collections.new' | transloco }}
      </a>
    </header>
    <ui-data-list
      [source]="list"
      [label]="'catalogue.collections.title' | transloco"
      [searchLabel]="'catalogue.collections.search' | transloco"
      [newLink]="newLink()"
    >
      <ng-template #empty>
        <p class="strong">{{ 'catalogue.collections.emptyTitle' | transloco }}</p>
        <p>{{ 'catalogue.collections.emptyText' | transloco }}</p>
      </ng-template>
    </ui-data-list>
  `,
  host: { class: 'page' },
})
export class CollectionList {
  private readonly session = inject(Session);
  protected readonly newLink = computed(() =>
    this.session.may('catalogue.write') ? '/catalogue/collections/nouvelle' : null,
  );
  protected readonly list = dataList<CollectionRow>({
    name: 'collections',
    url: '/api/collections',
    sort: 'name',
    exports: false,
    link: (row) => ['/catalogue/collections', row.id],
    columns: [
      { key: 'name', label: `${WORDS}.name`, value: (row) => row.name, sort: true },
      { key: 'issn', label: `${WORDS}.issn`, value: (row) => row.issn },
      { key: 'description', label: `${WORDS}.description`, value: (row) => row.description, narrow: 'none' },
      { key: 'workCount', label: `${WORDS}.workCount`, value: (row) => row.workCount, kind: 'quantity', narrow: 'end' },
    ],
  });
}
