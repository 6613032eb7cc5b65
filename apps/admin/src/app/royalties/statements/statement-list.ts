import { httpResource } from '@angular/common/http';
import { Component, inject, input } from '@angular/core';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import type { ContributorResponse, ContributorRow, StatementRow } from '@colophon/api-client';
import { CellTemplate, DataList, dataList } from '@colophon/ui/data-list';
import { Field, Picker } from '@colophon/ui/fields';
import { Status } from '@colophon/ui/status';
import { TranslocoPipe } from '@jsverse/transloco';
import { statementColumns, statementFilters } from './statement-columns';

@Component({
  selector: 'co-statement-list',
  imports: [CellTemplate, DataList, Field, Picker, RouterLink, Status, TranslocoPipe],
  templateUrl: './statement-list.html',
  styles: `
    .whose {
      display: block;
      max-width: 360px;
      margin-bottom: 12px;
    }

    .work {
      display: inline-block;
      max-width: 26ch;
      overflow: hidden;
      text-overflow: ellipsis;
      vertical-align: bottom;
    }
  `,
  host: { class: 'page' },
})
export class StatementList {
  /** From the address: whose statements. */
  readonly contributeur = input<string>();
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  /** For the name of whoever the address asks for. */
  protected readonly contributor = httpResource<ContributorResponse>(() => {
    const id = this.contributeur();
    return id ? `/api/contributors/${id}` : undefined;
  });
  protected readonly choiceOf = (row: ContributorRow) => ({ id: row.id, label: row.displayName });

  protected readonly list = dataList<StatementRow>({
    name: 'statements',
    url: '/api/statements',
    sort: '-statementDate',
    link: (row) => ['/droits/redditions', row.id],
    params: (): Record<string, string> => {
      const contributorId = this.contributeur();
      return contributorId ? { contributorId } : {};
    },
    exports: false,
    columns: statementColumns(),
    filters: statementFilters({ status: true }),
  });

  protected choose(contributeur: number | null): void {
    if (String(contributeur ?? '') === (this.contributeur() ?? '')) return;
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams: { contributeur },
      queryParamsHandling: 'merge',
    });
  }
}
