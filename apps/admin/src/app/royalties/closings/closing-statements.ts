import { Component, effect, input } from '@angular/core';
import type { ClosingResponse, StatementRow } from '@colophon/api-client';
import { CellTemplate, DataList, dataList, type ListSource } from '@colophon/ui/data-list';
import { Status } from '@colophon/ui/status';
import { TranslocoPipe } from '@jsverse/transloco';
import { changeOf, closingColumns, reviewFilters } from '../statements/statement-columns';

/** The statements of a closing, read again when it changes; call it in a field initialiser of its page. */
export function closingStatements(
  status: ClosingResponse['status'],
  closing: () => ClosingResponse,
): ListSource<StatementRow> {
  const list = dataList<StatementRow>({
    name: `closing-statements-${status}`,
    url: '/api/statements',
    sort: 'contributor',
    link: (row) => ['/droits/redditions', row.id],
    params: () => ({ closingId: String(closing().id) }),
    exports: false,
    columns: closingColumns(status),
    filters: reviewFilters(),
  });
  let shown: ClosingResponse | undefined;
  effect(() => {
    const now = closing();
    if (shown && shown !== now) list.reload();
    shown = now;
  });
  return list;
}

/** They are searched, sorted and opened; each says whether its stock balances. */
@Component({
  selector: 'co-closing-statements',
  imports: [CellTemplate, DataList, Status, TranslocoPipe],
  templateUrl: './closing-statements.html',
  styles: `
    .work {
      display: inline-block;
      max-width: 26ch;
      overflow: hidden;
      text-overflow: ellipsis;
      vertical-align: bottom;
    }
  `,
})
export class ClosingStatements {
  readonly source = input.required<ListSource<StatementRow>>();
  protected readonly changeOf = changeOf;
}
