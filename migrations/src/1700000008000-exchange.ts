import type { MigrationInterface, QueryRunner } from 'typeorm';

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
      -- What a batch wrote, in order: enough to take it back.
      CREATE TABLE import_change (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT import_change_pkey PRIMARY KEY,
        batch_id integer NOT NULL CONSTRAINT import_change_batch_fkey REFERENCES import_batch (id),
        table_name text NOT NULL,
        record_id bigint NOT NULL,
        action text NOT NULL CONSTRAINT import_change_action_check CHECK (action IN ('insert', 'update')),
        before jsonb
      );
      CREATE INDEX import_change_batch_idx ON import_change (batch_id, id);
      CREATE TRIGGER import_batch_audit AFTER INSERT OR UPDATE ON import_batch FOR EACH ROW EXECUTE FUNCTION audit_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a house only go forward: restore a backup instead.');
  }
}
