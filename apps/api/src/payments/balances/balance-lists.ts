import { addMonths, yearOf } from '@colophon/domain/calendar';
import { heldBalance } from '@colophon/domain/payments';

import type { ListSpec } from '../../platform/lists/list';
import type { ListExport } from '../../platform/lists/list-export';
import { PAYABLES } from '../payables/payables-sql';
import type { BalanceListQuery, ContractBalanceRow, HeldStateShown, PayableQuery } from './balance-dto';
import { authorBalances, contractBalances } from './balances-sql';

const money = (name: string) => `coalesce(sum(${name}), 0)::numeric(14,2)`;
const AMOUNTS = {
  due: money('due'),
  planned: money('planned'),
  carried: money('carried'),
  unrecouped: money('unrecouped'),
  paidThisYear: money('paid_this_year'),
};
const AMOUNT_SORTS = {
  due: { sql: 'due', type: 'numeric' },
  carried: { sql: 'carried', type: 'numeric' },
  unrecouped: { sql: 'unrecouped', type: 'numeric' },
  paidThisYear: { sql: 'paid_this_year', type: 'numeric' },
} as const;
const STATE_FILTERS = {
  due: 'due > 0 AND $::text IS NOT NULL',
  held: 'held_since IS NOT NULL AND $::text IS NOT NULL',
  alert: 'held_since <= $::date',
};

/** By person, on a day. */
export const authorBalanceList = (today: string): ListSpec => ({
  select: `id, display_name AS "displayName", due::text, planned::text, carried::text, held_since AS "heldSince", unrecouped::text,
    paid_this_year::text AS "paidThisYear"`,
  from: authorBalances(yearOf(today)),
  id: 'id',
  sorts: { displayName: { sql: 'sort_name', type: 'text' }, ...AMOUNT_SORTS },
  defaultSort: 'displayName',
  filters: { ...STATE_FILTERS, contributorId: 'id = $::int' },
  search: 'search_text LIKE fold($)',
  totals: AMOUNTS,
});

/** By contract, on a day. */
export const contractBalanceList = (today: string): ListSpec => ({
  select: `id, reference, work_title AS "workTitle", contributor_id AS "contributorId", author_name AS "authorName", due::text, planned::text,
    carried::text, held_since AS "heldSince", released, unrecouped::text, paid_this_year::text AS "paidThisYear"`,
  from: contractBalances(yearOf(today)),
  id: 'id',
  sorts: {
    reference: { sql: 'reference', type: 'text' },
    authorName: { sql: 'sort_name', type: 'text' },
    ...AMOUNT_SORTS,
  },
  defaultSort: 'reference',
  filters: {
    due: STATE_FILTERS.due,
    held: `NOT released AND ${STATE_FILTERS.held}`,
    alert: `NOT released AND ${STATE_FILTERS.alert}`,
    contributorId: 'contributor_id = $::int',
  },
  search: `(search_text LIKE fold($) OR fold(reference || ' ' || work_title) LIKE fold($))`,
  totals: AMOUNTS,
});

/** The filter of a state as the list knows it: balances held since before this day are in alert. */
export function balanceFilters({ state, contributorId }: BalanceListQuery, today: string) {
  return {
    contributorId,
    ...(state === 'alert' ? { alert: addMonths(today, -5) } : state ? { [state]: state } : {}),
  };
}

/** How long a balance is held, in words of the wire. */
export function heldShown(
  { heldSince, released }: { readonly heldSince: string | null; readonly released?: boolean },
  today: string,
): { heldState: HeldStateShown; deadline: string | null } {
  if (heldSince === null) return { heldState: 'none', deadline: null };
  if (released) return { heldState: 'released', deadline: null };
  const { state, deadline } = heldBalance(heldSince, today);
  return { heldState: state, deadline };
}

/** Everything that is left to pay, by due date. */
export const payableList: ListSpec = {
  select: `id, kind, payee_kind AS "payeeKind", contributor_id AS "contributorId", payee_name AS "payeeName", contract_id AS "contractId",
    contract_reference AS "contractReference", work_title AS "workTitle", statement_id AS "statementId", label, due_on AS "dueOn",
    whole_gross::numeric(14,2)::text AS "wholeGross", paid::numeric(14,2)::text, planned::numeric(14,2)::text, left_gross::numeric(14,2)::text AS "left",
    rejected_payment_id AS "rejectedPaymentId", marked_on AS "markedOn"`,
  from: PAYABLES,
  id: 'id',
  sorts: {
    dueOn: { sql: `coalesce(due_on, '9999-12-31')`, type: 'date' },
    payeeName: { sql: 'payee_name', type: 'text' },
    left: { sql: 'left_gross', type: 'numeric' },
  },
  defaultSort: 'dueOn',
  filters: {
    open: 'marked_on IS NULL AND left_gross + planned > $::int',
    marked: 'marked_on IS NOT NULL AND left_gross > $::int',
    contributorId: 'contributor_id = $::int',
    contractId: 'contract_id = $::int',
    dueBy: 'due_on <= $::date',
  },
  search: `fold(payee_name || ' ' || contract_reference || ' ' || work_title || ' ' || label) LIKE fold($)`,
  totals: {
    wholeGross: money('whole_gross'),
    paid: money('paid'),
    planned: money('planned'),
    left: money('left_gross'),
  },
};

export const payableFilters = ({ contributorId, contractId, dueBy, marked }: PayableQuery) => ({
  ...(marked === 'true' ? { marked: 0 } : { open: 0 }),
  contributorId,
  contractId,
  dueBy,
});

export const contractBalanceExport = (today: string): ListExport<ContractBalanceRow> => ({
  name: { fr: 'soldes', en: 'balances' },
  spec: contractBalanceList(today),
  columns: {
    reference: { fr: 'Contrat', en: 'Contract', type: 'text', value: (row) => row.reference },
    workTitle: { fr: 'Œuvre', en: 'Work', type: 'text', value: (row) => row.workTitle },
    authorName: { fr: 'Auteur', en: 'Author', type: 'text', value: (row) => row.authorName },
    due: { fr: 'Dû', en: 'Due', type: 'money', value: (row) => row.due },
    planned: { fr: 'En cours', en: 'Under way', type: 'money', value: (row) => row.planned },
    carried: { fr: 'Reporté', en: 'Carried', type: 'money', value: (row) => row.carried },
    heldSince: { fr: 'Retenu depuis', en: 'Held since', type: 'date', value: (row) => row.heldSince },
    unrecouped: { fr: 'À-valoir non amorti', en: 'Unrecouped advance', type: 'money', value: (row) => row.unrecouped },
    paidThisYear: { fr: 'Payé dans l’année', en: 'Paid this year', type: 'money', value: (row) => row.paidThisYear },
  },
});
