import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables that an import may write, with the column and the record under which the audit trail knows a part. */
const journalled: readonly (readonly [table: string, column?: string, record?: string])[] = [
  ['contributor'],
  ['contributor_tax_profile', 'contributor_id', 'contributor'],
  ['point_of_sale'],
  ['collection'],
  ['work'],
  ['work_contributor', 'work_id', 'work'],
  ['edition'],
  ['edition_price', 'edition_id', 'edition'],
  ['contract'],
  ['contract_clause', 'contract_id', 'contract'],
  ['contract_advance', 'contract_id', 'contract'],
  ['print_run'],
  ['stock_movement'],
];

const journalTrigger = ([table, ...of]: readonly [string, string?, string?]): string => `
      CREATE TRIGGER ${table}_import_journal AFTER INSERT OR UPDATE OR DELETE ON ${table} FOR EACH ROW
        WHEN (coalesce(current_setting('colophon.import_batch', true), '') <> '')
        EXECUTE FUNCTION import_journal(${of.map((name) => `'${name}'`).join(', ')});`;

/** Imports of the house's own files, and what each wrote, so that one can be undone as a whole. */
export class Exchange1700000008000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE import_batch (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT import_batch_pkey PRIMARY KEY,
        status text NOT NULL CONSTRAINT import_batch_status_check CHECK (status IN ('checking', 'refused', 'ready', 'applying', 'applied', 'undone')),
        label text NOT NULL,
        report jsonb NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL DEFAULT now(),
        created_by text NOT NULL,
        applied_at timestamptz,
        undone_at timestamptz
      );
      CREATE TABLE import_file (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT import_file_pkey PRIMARY KEY,
        batch_id integer NOT NULL CONSTRAINT import_file_batch_fkey REFERENCES import_batch (id) ON DELETE CASCADE,
        kind text NOT NULL,
        file_id integer NOT NULL CONSTRAINT import_file_file_fkey REFERENCES stored_file (id),
        settings jsonb NOT NULL DEFAULT '{}'
      );
      -- What is wrong with a batch, cell by cell. Values of secret columns are never written here.
      CREATE TABLE import_issue (
        batch_id integer NOT NULL CONSTRAINT import_issue_batch_fkey REFERENCES import_batch (id) ON DELETE CASCADE,
        position integer NOT NULL,
        severity text NOT NULL CONSTRAINT import_issue_severity_check CHECK (severity IN ('error', 'warning')),
        import_file_id integer CONSTRAINT import_issue_file_fkey REFERENCES import_file (id) ON DELETE CASCADE,
        sheet text,
        row_number integer,
        column_name text,
        value text,
        code text NOT NULL,
        details jsonb NOT NULL DEFAULT '{}',
        CONSTRAINT import_issue_pkey PRIMARY KEY (batch_id, position)
      );

      -- What a batch wrote, in order: enough to take it back, and to see whether somebody changed it since.
      CREATE TABLE import_change (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT import_change_pkey PRIMARY KEY,
        batch_id integer NOT NULL CONSTRAINT import_change_batch_fkey REFERENCES import_batch (id),
        table_name text NOT NULL,
        record_id bigint NOT NULL,
        action text NOT NULL CONSTRAINT import_change_action_check CHECK (action IN ('insert', 'update', 'delete')),
        before jsonb,
        entity_type text NOT NULL,
        entity_id text NOT NULL
      );
      CREATE INDEX import_change_batch_idx ON import_change (batch_id, id);

      -- Writes down every change made while a batch is applied, by whichever use case made it.
      CREATE FUNCTION import_journal() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        changed jsonb := CASE WHEN TG_OP = 'INSERT' THEN to_jsonb(NEW) ELSE to_jsonb(OLD) END;
      BEGIN
        INSERT INTO import_change (batch_id, table_name, record_id, action, before, entity_type, entity_id)
        VALUES (current_setting('colophon.import_batch')::integer, TG_TABLE_NAME, (changed ->> 'id')::bigint, lower(TG_OP),
          CASE WHEN TG_OP <> 'INSERT' THEN changed END, coalesce(TG_ARGV[1], TG_TABLE_NAME), changed ->> coalesce(TG_ARGV[0], 'id'));
        RETURN NULL;
      END $$;
${journalled.map(journalTrigger).join('')}
      CREATE TRIGGER import_batch_audit AFTER INSERT OR UPDATE ON import_batch FOR EACH ROW EXECUTE FUNCTION audit_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a house only go forward: restore a backup instead.');
  }
}
