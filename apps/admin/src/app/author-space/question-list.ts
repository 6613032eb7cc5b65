import { Component } from '@angular/core';
import type { QuestionResponse } from '@colophon/api-client';
import { CellTemplate, DataList, dataList } from '@colophon/ui/data-list';
import { Status } from '@colophon/ui/status';
import { DateText } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';

/** What authors ask from a line of a statement. */
@Component({
  selector: 'co-question-list',
  imports: [CellTemplate, DataList, DateText, Status, TranslocoPipe],
  template: `
    <header class="page-head">
      <h1>{{ 'authorSpace.house.title' | transloco }}</h1>
      <p class="lede">{{ 'authorSpace.house.lede' | transloco }}</p>
    </header>
    <ui-data-list
      [source]="list"
      [label]="'authorSpace.house.title' | transloco"
      [searchLabel]="'authorSpace.house.search' | transloco"
      [newLink]="null"
    >
      <ng-template uiCell="workTitle" let-row
        ><span class="serif">{{ row.workTitle }}</span></ng-template
      >
      <ng-template uiCell="askedAt" let-row><ui-date [value]="row.askedAt" shape="moment" /></ng-template>
      <ng-template uiCell="status" let-row>
        <ui-status
          [meaning]="row.status === 'open' ? 'due' : 'done'"
          [label]="'authorSpace.house.statuses.' + row.status | transloco"
        />
      </ng-template>
      <ng-template #empty>
        <p class="strong">{{ 'authorSpace.house.emptyTitle' | transloco }}</p>
        <p>{{ 'authorSpace.house.emptyText' | transloco }}</p>
      </ng-template>
    </ui-data-list>
  `,
  host: { class: 'page' },
})
export class QuestionList {
  protected readonly list = dataList<QuestionResponse>({
    name: 'author-questions',
    url: '/api/author-questions',
    sort: '-askedAt',
    exports: false,
    link: (row) => ['/droits/questions', row.id],
    columns: [
      { key: 'contributor', label: 'authorSpace.house.author', value: (row) => row.contributorName, sort: true },
      { key: 'workTitle', label: 'authorSpace.house.work', value: (row) => row.workTitle, narrow: 'meta' },
      { key: 'statementNumber', label: 'authorSpace.house.statement', value: (row) => row.statementNumber },
      { key: 'lineLabel', label: 'authorSpace.house.line', value: (row) => row.lineLabel, narrow: 'none' },
      {
        key: 'askedAt',
        label: 'authorSpace.house.askedAt',
        value: (row) => row.askedAt,
        sort: true,
        narrow: 'none',
      },
      { key: 'status', label: 'authorSpace.house.status', value: (row) => row.status, narrow: 'end' },
    ],
    filters: [
      {
        key: 'status',
        label: 'authorSpace.house.status',
        single: true,
        options: (['open', 'answered'] as const).map((value) => ({
          value,
          label: `authorSpace.house.statuses.${value}`,
        })),
      },
    ],
  });
}
