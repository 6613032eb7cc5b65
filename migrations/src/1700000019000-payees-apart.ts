import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Statements of several payees no longer tell one what is withheld from another. Those made before still do, and are kept
 * as they were: they are no document for a payee's own space.
 */
export class PayeesApart1700000019000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE statement_document ADD COLUMN keeps_payees_apart boolean NOT NULL DEFAULT false;
      ALTER TABLE statement_document ALTER COLUMN keeps_payees_apart SET DEFAULT true;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a house only go forward: restore a backup instead.');
  }
}
