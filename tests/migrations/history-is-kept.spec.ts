/** What the database itself refuses, whoever asks: history is never rewritten. */
import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/database';

let database: TestDatabase;
let client: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

it.each([
  ['audit_entry', 'audit_entry_append_only'],
  ['stored_file', 'stored_file_append_only'],
  ['contract_clause', 'contract_clause_keep_used'],
  ['contract_amendment', 'contract_amendment_append_only'],
  ['contract_payee', 'contract_payee_keep_stated'],
  ['term_correction', 'term_correction_append_only'],
  ['price_correction', 'price_correction_append_only'],
  ['set_off_contract', 'set_off_contract_append_only'],
  ['print_run', 'print_run_keep_accepted'],
  ['print_run_correction', 'print_run_correction_append_only'],
  ['stock_movement', 'stock_movement_append_only'],
  ['invoice', 'invoice_keep_posted'],
  ['invoice_line', 'invoice_line_keep_posted'],
  ['invoice_vat', 'invoice_vat_keep_posted'],
  ['invoice_document', 'invoice_document_append_only'],
  ['closing', 'closing_keep_closed'],
  ['royalty_statement', 'royalty_statement_keep_closed'],
  ['royalty_statement_payee', 'royalty_statement_payee_keep_closed'],
  ['statement_sending', 'statement_sending_append_only'],
  ['statement_document', 'statement_document_append_only'],
  ['mail_message', 'mail_message_keep_sent'],
  ['journal_entry', 'journal_entry_append_only'],
  ['journal_entry_line', 'journal_entry_line_append_only'],
  ['royalty_payment', 'royalty_payment_keep_executed'],
  ['royalty_payment_item', 'royalty_payment_item_keep_executed'],
  ['payment_run', 'payment_run_keep_exported'],
  ['payment_file_download', 'payment_file_download_append_only'],
  ['paid_gross', 'paid_gross_append_only'],
  ['balance_release', 'balance_release_append_only'],
  ['covering_document', 'covering_document_append_only'],
])('guards %s by its trigger %s', async (table, trigger) => {
  const { rows } = await client.query<{ definition: string; enabled: string }>(
    'SELECT pg_get_triggerdef(oid) AS definition, tgenabled AS enabled FROM pg_trigger WHERE tgrelid = $1::regclass AND tgname = $2',
    [table, trigger],
  );
  expect(rows).toEqual([{ definition: expect.stringMatching(/BEFORE .*UPDATE.* FOR EACH ROW/), enabled: 'O' }]);
});

it.each([
  ['changed', `UPDATE audit_entry SET actor = 'nobody'`],
  ['removed', 'DELETE FROM audit_entry'],
])('refuses that the audit trail is %s', async (_what, statement) => {
  await client.query(
    `INSERT INTO audit_entry (actor, action, entity_type, entity_id) VALUES ('me', 'insert', 'work', '1')`,
  );
  await expect(client.query(statement)).rejects.toMatchObject({
    code: '23001',
    constraint: 'audit_entry_append_only',
  });
});

it('refuses that a document is changed once it is stored', async () => {
  await client.query(
    `INSERT INTO stored_file (sha256, file_name, media_type, byte_length, bytes) VALUES (repeat('0', 64), 'a.pdf', 'application/pdf', 1, 'x')`,
  );
  await expect(client.query(`UPDATE stored_file SET bytes = 'y'`)).rejects.toMatchObject({
    constraint: 'stored_file_append_only',
  });
});

it('orders French titles as French readers do, and folds accents for search', async () => {
  const { rows } = await client.query<{ title: string }>(
    `SELECT title FROM (VALUES ('Zoo'), ('Élan'), ('Eau'), ('cote'), ('côté'), ('coté')) AS t(title) ORDER BY title COLLATE "fr-x-icu"`,
  );
  expect(rows.map(({ title }) => title)).toEqual(['cote', 'coté', 'côté', 'Eau', 'Élan', 'Zoo']);
  expect((await client.query(`SELECT fold('Élan Œuvre') AS folded`)).rows[0]).toEqual({
    folded: expect.stringMatching(/^elan oe?uvre$/i),
  });
});
