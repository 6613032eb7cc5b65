import type { AuthorBalanceRow, ContractBalanceRow } from '@colophon/api-client';
import type { Column, Filter } from '@colophon/ui/data-list';

type Amounts = Pick<
  AuthorBalanceRow & ContractBalanceRow,
  'due' | 'planned' | 'carried' | 'unrecouped' | 'paidThisYear'
>;

/** The amounts of a balance, the same by author and by contract. */
export const AMOUNT_COLUMNS: readonly Column<Amounts>[] = [
  { key: 'due', label: 'payments.due', value: (row) => row.due, kind: 'money', sort: true, narrow: 'end' },
  { key: 'planned', label: 'payments.planned', value: (row) => row.planned, kind: 'money', narrow: 'none' },
  { key: 'carried', label: 'payments.carried', value: (row) => row.carried, kind: 'money', sort: true },
  { key: 'unrecouped', label: 'payments.unrecouped', value: (row) => row.unrecouped, kind: 'money', sort: true },
  {
    key: 'paidThisYear',
    label: 'payments.paidThisYear',
    value: (row) => row.paidThisYear,
    kind: 'money',
    sort: true,
    narrow: 'none',
  },
];

export const STATE_FILTER: Filter = {
  key: 'state',
  label: 'payments.state',
  single: true,
  options: [
    { value: 'due', label: 'payments.states.due' },
    { value: 'held', label: 'payments.states.held' },
    { value: 'alert', label: 'payments.states.alert' },
  ],
};
