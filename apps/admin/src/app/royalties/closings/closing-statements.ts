import { Component, effect, input } from '@angular/core';
import type { ClosingResponse, StatementRow } from '@colophon/api-client';
import { CellTemplate, DataList, dataList } from '@colophon/ui/data-list';
import { Status } from '@colophon/ui/status';
import { TranslocoPipe } from '@jsverse/transloco';
import { statementColumns, statementFilters } from '../statements/statement-columns';

/** The statements of one closing, to search, sort and open. */
@Component({
  selector: 'co-closing-statements',
  imports: [CellTemplate, DataList, Status, TranslocoPipe],
  templateUrl: './closing-statements.html',
})
export class ClosingStatements {
  readonly closing = input.required<ClosingResponse>();
  protected readonly list = dataList<StatementRow>({
    name: 'closing-statements',
    url: '/api/statements',
    sort: 'contributor',
    link: (row) => ['/droits/redditions', row.id],
    params: () => ({ closingId: String(this.closing().id) }),
    exports: false,
    columns: statementColumns(),
    filters: statementFilters({ status: false }),
  });
  private shown: ClosingResponse | undefined;

  constructor() {
    effect(() => {
      const now = this.closing();
      if (this.shown && this.shown !== now) this.list.reload();
      this.shown = now;
    });
  }
}
