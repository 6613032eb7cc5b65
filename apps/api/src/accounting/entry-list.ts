import type { ListSpec } from '../platform/lists/list';
import type { ListExport } from '../platform/lists/list-export';
import type { EntryLineRow } from './accounting-dto';

/** The lines of the books, the latest first. */
export const entryLineList: ListSpec = {
  select: `l.id, e.id AS "entryId", e.number AS "entryNumber", e.journal, e.journal_code AS "journalCode", e.entered_on AS "enteredOn", e.label,
    e.document_type AS "documentType", e.document_id AS "documentId", e.document_number AS "documentNumber",
    l.account_number AS "accountNumber", l.account_label AS "accountLabel", l.contributor_id AS "contributorId",
    l.subledger_code AS "subledgerCode", l.subledger_label AS "subledgerLabel", l.debit::text, l.credit::text`,
  from: 'journal_entry_line l JOIN journal_entry e ON e.id = l.entry_id',
  id: 'l.id',
  sorts: {
    enteredOn: { sql: 'e.entered_on', type: 'date' },
    entryNumber: { sql: 'e.number', type: 'text' },
    accountNumber: { sql: 'l.account_number', type: 'text' },
    debit: { sql: 'l.debit', type: 'numeric' },
    credit: { sql: 'l.credit', type: 'numeric' },
  },
  defaultSort: '-enteredOn',
  filters: {
    journal: 'e.journal = $',
    account: `l.account_number LIKE $ || '%'`,
    contributorId: 'l.contributor_id = $',
    from: 'e.entered_on >= $::date',
    to: 'e.entered_on <= $::date',
    documentType: 'e.document_type = $',
    documentId: 'e.document_id = $',
  },
  search: `fold(e.label) LIKE fold($) OR fold(coalesce(l.subledger_label, '')) LIKE fold($) OR e.number LIKE $ OR e.document_number LIKE $ OR l.account_number LIKE $`,
  totals: { debit: 'coalesce(sum(l.debit), 0)', credit: 'coalesce(sum(l.credit), 0)' },
};

export const entryLineExport: ListExport<EntryLineRow> = {
  name: { fr: 'ecritures', en: 'entries' },
  spec: entryLineList,
  columns: {
    journalCode: { fr: 'Journal', en: 'Journal', type: 'text', value: (row) => row.journalCode },
    entryNumber: { fr: 'Écriture', en: 'Entry', type: 'text', value: (row) => row.entryNumber },
    enteredOn: { fr: 'Date', en: 'Date', type: 'date', value: (row) => row.enteredOn },
    accountNumber: { fr: 'Compte', en: 'Account', type: 'text', value: (row) => row.accountNumber },
    accountLabel: { fr: 'Intitulé du compte', en: 'Account name', type: 'text', value: (row) => row.accountLabel },
    subledgerCode: { fr: 'Auxiliaire', en: 'Subledger', type: 'text', value: (row) => row.subledgerCode },
    subledgerLabel: { fr: 'Tiers', en: 'Person', type: 'text', value: (row) => row.subledgerLabel },
    documentNumber: { fr: 'Pièce', en: 'Document', type: 'text', value: (row) => row.documentNumber },
    label: { fr: 'Libellé', en: 'Label', type: 'text', value: (row) => row.label },
    debit: { fr: 'Débit', en: 'Debit', type: 'money', value: (row) => row.debit },
    credit: { fr: 'Crédit', en: 'Credit', type: 'money', value: (row) => row.credit },
  },
};
