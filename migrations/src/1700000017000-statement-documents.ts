import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The page that covers several statements of one closing for whoever is paid: kept with its hash like the statements'
 * own documents, and given again byte for byte.
 */
export class StatementDocuments1700000017000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE covering_document (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT covering_document_pkey PRIMARY KEY,
        closing_id integer NOT NULL CONSTRAINT covering_document_closing_fkey REFERENCES closing (id),
        contributor_id integer NOT NULL CONSTRAINT covering_document_contributor_fkey REFERENCES contributor (id),
        locale text NOT NULL CONSTRAINT covering_document_locale_check CHECK (locale IN ('fr', 'en')),
        file_id integer NOT NULL CONSTRAINT covering_document_file_fkey REFERENCES stored_file (id),
        CONSTRAINT covering_document_key UNIQUE (closing_id, contributor_id, locale)
      );
      CREATE INDEX covering_document_contributor_idx ON covering_document (contributor_id);
      CREATE TRIGGER covering_document_append_only BEFORE UPDATE OR DELETE ON covering_document FOR EACH ROW EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a house only go forward: restore a backup instead.');
  }
}
