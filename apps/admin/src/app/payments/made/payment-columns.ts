import type { PaymentRow } from '@colophon/api-client';
import type { Column, Filter } from '@colophon/ui/data-list';

/** A payment in a list; a payee's own page needs no name. */
export function paymentColumns({ payee }: { readonly payee: boolean }): readonly Column<PaymentRow>[] {
  const name: Column<PaymentRow> = {
    key: 'payeeName',
    label: 'payments.payeeName',
    value: (row) => row.payeeName,
    sort: true,
  };
  const date: Column<PaymentRow> = {
    key: 'date',
    label: 'payments.date',
    value: (row) => row.date,
    kind: 'date',
    sort: true,
  };
  return [
    ...(payee ? [name, date] : [date]),
    { key: 'status', label: 'payments.status', value: (row) => row.status, narrow: 'meta' },
    { key: 'method', label: 'payments.method', value: (row) => row.method, narrow: 'none', optional: true },
    { key: 'gross', label: 'payments.gross', value: (row) => row.gross, kind: 'money', sort: true, narrow: 'none' },
    { key: 'withheld', label: 'payments.withheld', value: (row) => row.withheld, kind: 'money', narrow: 'none' },
    { key: 'net', label: 'payments.net', value: (row) => row.net, kind: 'money', sort: true, narrow: 'end' },
  ];
}

export const STATUS_FILTER: Filter = {
  key: 'status',
  label: 'payments.status',
  options: ['planned', 'exported', 'executed', 'rejected', 'cancelled'].map((value) => ({
    value,
    label: `payments.statuses.${value}`,
  })),
};
