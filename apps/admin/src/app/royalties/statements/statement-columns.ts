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
  return [...(status ? [statuses] : []), gaps, zero];
}

const zero: Filter = {
  key: 'isZero',
  label: 'royalties.net',
  single: true,
  options: [
    { value: 'true', label: 'royalties.review.isZero' },
    { value: 'false', label: 'royalties.review.isPaid' },
  ],
};

/** Of the statements of one closing, each beside the one before it. */
export function reviewFilters(): Filter[] {
  const changes: Filter = {
    key: 'change',
    label: 'royalties.review.change',
    single: true,
    options: ['changed', 'large', 'new'].map((value) => ({ value, label: `royalties.review.changes.${value}` })),
  };
  return [changes, ...statementFilters({ status: false })];
}

/** Filters and figures above a draft tell these already; its list has to fit a page. */
const seldom: readonly string[] = ['carriedOut', 'gap'];

/** Within one closing all have the same date; a draft's have no number yet, and how each came to its gross matters. */
export function closingColumns(status: 'draft' | 'closed'): Column<StatementRow>[] {
  const left = status === 'draft' ? ['number', 'statementDate'] : ['statementDate'];
  const columns = [...statementColumns().filter(({ key }) => !left.includes(key)), ...beforeColumns];
  if (status === 'closed') return columns;
  return columns.map(({ optional: _optional, ...column }) =>
    seldom.includes(column.key) ? { ...column, optional: true } : column,
  );
}

const beforeColumns: Column<StatementRow>[] = [
  { key: 'copies', label: 'royalties.review.copies', value: (row) => row.copies, kind: 'quantity', narrow: 'none' },
  {
    key: 'before',
    label: 'royalties.review.earnedBefore',
    value: (row) => row.previous?.earned ?? null,
    kind: 'money',
    narrow: 'none',
  },
  { key: 'change', label: 'royalties.review.change', value: (row) => changeOf(row), sort: true, narrow: 'meta' },
];

/** The words of a change, by the end of their key; nothing where all is as before. */
export function changeOf(row: StatementRow): 'new' | 'large' | 'changed' | null {
  if (!row.previous) return 'new';
  if (row.isLargeChange) return 'large';
  return row.earned === row.previous.earned && row.net === row.previous.net ? null : 'changed';
}
