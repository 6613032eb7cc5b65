/** The tables that are a house's own data, in the order in which they refer to each other. */
export const houseTables = [
  'house',
  'contributor',
  'contributor_tax_profile',
  'point_of_sale',
  'collection',
  'work',
  'work_contributor',
  'edition',
  'edition_price',
  'contract',
  'contract_amendment',
  'contract_clause',
  'contract_advance',
  'contract_payee',
  'set_off_agreement',
  'set_off_contract',
  'term_correction',
  'price_correction',
  'print_run',
  'print_run_correction',
  'stock_location',
  'stock_movement',
  'net_receipt',
  'rights_licence',
  'rights_income',
  'invoice',
  'invoice_line',
  'invoice_vat',
  'invoice_document',
  'closing',
  'royalty_statement',
  'royalty_statement_payee',
  'statement_sending',
  'statement_document',
  'covering_document',
  'payment_run',
  'payment_file_download',
  'royalty_payment',
  'royalty_payment_item',
  'paid_gross',
  'balance_release',
  'account',
  'journal',
  'journal_entry',
  'journal_entry_line',
  'withholding_rate',
  'number_series',
  'stored_file',
  'import_batch',
  'import_file',
  'import_change',
  'import_issue',
  'app_user',
  'audit_entry',
] as const;
export type HouseTable = (typeof houseTables)[number];

/** Tables of the program itself: sessions, keys, queues. Nothing of them is the house's. */
export const programTables = [
  'schema_migration',
  'installation',
  'user_session',
  'one_time_link',
  'idempotency_key',
  'background_task',
] as const;

/** Columns that a file of text can't hold or nobody may read: the bytes of files, the hashes of passwords. */
export const leftOut: Readonly<Partial<Record<HouseTable, readonly string[]>>> = {
  stored_file: ['bytes'],
  app_user: ['password_hash'],
};

/** Tables whose order is not that of an id. */
export const orderOf: Readonly<Partial<Record<HouseTable, string>>> = {
  house: 'only_row',
  invoice_vat: 'invoice_id, rate',
  account: 'position',
  journal: 'role',
  number_series: 'code, year',
  import_issue: 'batch_id, position',
};
