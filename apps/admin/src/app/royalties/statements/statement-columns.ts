import type { StatementRow } from '@colophon/api-client';
import type { Column, Filter } from '@colophon/ui/data-list';

/** The columns of a list of statements; the name comes first and carries the link. */
export function statementColumns(): Column<StatementRow>[] {
  return [
    { key: 'contributor', label: 'royalties.contributor', value: (row) => row.contributorName, sort: true },
    { key: 'work', label: 'royalties.work', value: (row) => row.workTitle, sort: true },
    { key: 'number', label: 'royalties.statements.number', value: (row) => row.number, sort: true },
    {
      key: 'statementDate',
      label: 'royalties.statements.date',
      value: (row) => row.statementDate,
      kind: 'date',
      sort: true,
      narrow: 'none',
    },
    money('earned', (row) => row.earned),
    { ...money('adjustments', (row) => row.adjustments), optional: true },
    { ...money('recouped', (row) => row.recouped), optional: true },
    { ...money('carriedOut', (row) => row.carriedOut), optional: true },
    { ...money('gross', (row) => row.gross), sort: true },
    { ...money('net', (row) => row.net), sort: true, narrow: 'end' },
    { key: 'gap', label: 'royalties.gap', value: (row) => (row.hasGap ? row.gap : null), narrow: 'none' },
  ];
}

function money(key: string, value: Column<StatementRow>['value']): Column<StatementRow> {
  return { key, label: `royalties.${key}`, value, kind: 'money', narrow: 'none' };
}

export function statementFilters({ status }: { status: boolean }): Filter[] {
  const statuses: Filter = {
    key: 'status',
    label: 'royalties.status',
    single: true,
    options: [
      { value: 'draft', label: 'royalties.draft' },
      { value: 'closed', label: 'royalties.closed' },
    ],
  };
  const gaps: Filter = {
    key: 'hasGap',
    label: 'royalties.gap',
    single: true,
    options: [
      { value: 'true', label: 'royalties.withGap' },
      { value: 'false', label: 'royalties.withoutGap' },
    ],
  };
  return [...(status ? [statuses] : []), gaps];
}

/** Within one closing all have the same date; a draft's have no number yet, and how each came to its gross matters. */
export function closingColumns(status: 'draft' | 'closed'): Column<StatementRow>[] {
  const left = status === 'draft' ? ['number', 'statementDate'] : ['statementDate'];
  const columns = statementColumns().filter(({ key }) => !left.includes(key));
  return status === 'draft' ? columns.map(({ optional: _optional, ...column }) => column) : columns;
}
