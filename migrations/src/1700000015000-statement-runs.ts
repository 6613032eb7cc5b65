import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The batch run of statements: who approves it, which contracts it states and over which period, who receives what of
 * each statement, and what was sent to whom. A terminated contract is closed once, by a final statement of its own.
 */
export class StatementRuns1700000015000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE house
        ADD COLUMN second_approval boolean NOT NULL DEFAULT false,
        -- The accounts are closed at the end of this month: half-years and quarters are counted from there.
        ADD COLUMN year_end_month integer NOT NULL DEFAULT 12 CONSTRAINT house_year_end_month_check CHECK (year_end_month BETWEEN 1 AND 12);

      -- In which a person is written to.
      ALTER TABLE contributor ADD COLUMN language text NOT NULL DEFAULT 'fr' CONSTRAINT contributor_language_check CHECK (language IN ('fr', 'en'));

      ALTER TABLE closing
        ADD COLUMN contract_id integer CONSTRAINT closing_contract_fkey REFERENCES contract (id),
        -- Of a period: every contract, or those whose frequency is due at its end.
        ADD COLUMN contracts text NOT NULL DEFAULT 'all' CONSTRAINT closing_contracts_check CHECK (contracts IN ('all', 'due')),
        ADD COLUMN created_by integer CONSTRAINT closing_created_by_fkey REFERENCES app_user (id),
        ADD COLUMN computed_by integer CONSTRAINT closing_computed_by_fkey REFERENCES app_user (id),
        ADD COLUMN approved_by integer CONSTRAINT closing_approved_by_fkey REFERENCES app_user (id),
        ADD COLUMN approved_at timestamptz,
        DROP CONSTRAINT closing_kind_check,
        DROP CONSTRAINT closing_kind_parts_check,
        ADD CONSTRAINT closing_kind_check CHECK (kind IN ('period', 'print-run', 'termination')),
        ADD CONSTRAINT closing_kind_parts_check CHECK ((kind = 'print-run') = (print_run_id IS NOT NULL)
          AND (kind = 'print-run') = (period_from IS NULL) AND (kind = 'termination') = (contract_id IS NOT NULL)),
        ADD CONSTRAINT closing_approval_check CHECK ((approved_by IS NULL) = (approved_at IS NULL)),
        ADD CONSTRAINT closing_approver_check CHECK (approved_by <> created_by AND approved_by <> computed_by);
      CREATE UNIQUE INDEX closing_termination_key ON closing (contract_id) WHERE contract_id IS NOT NULL;

      -- First day of what this statement covers, where it is not the closing's: a yearly one among half-yearly ones.
      ALTER TABLE royalty_statement ADD COLUMN period_from date;

      CREATE TABLE royalty_statement_payee (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT royalty_statement_payee_pkey PRIMARY KEY,
        statement_id integer NOT NULL CONSTRAINT royalty_statement_payee_statement_fkey REFERENCES royalty_statement (id) ON DELETE CASCADE,
        position integer NOT NULL CONSTRAINT royalty_statement_payee_position_check CHECK (position > 0),
        contributor_id integer NOT NULL CONSTRAINT royalty_statement_payee_contributor_fkey REFERENCES contributor (id),
        kind text NOT NULL CONSTRAINT royalty_statement_payee_kind_check CHECK (kind IN ('author', 'rightsHolder', 'agent')),
        -- Percent of the statement's gross.
        share numeric NOT NULL CONSTRAINT royalty_statement_payee_share_check CHECK (share > 0 AND share <= 100),
        gross numeric(14,2) NOT NULL,
        net numeric(14,2) NOT NULL,
        -- The engine's trace of the withholding; null where nothing is paid.
        withholding jsonb,
        CONSTRAINT royalty_statement_payee_key UNIQUE (statement_id, position)
      );
      CREATE INDEX royalty_statement_payee_contributor_idx ON royalty_statement_payee (contributor_id, statement_id);
      INSERT INTO royalty_statement_payee (statement_id, position, contributor_id, kind, share, gross, net, withholding)
        SELECT id, 1, contributor_id, 'author', 100, gross, net, nullif(result -> 'withholding', 'null') FROM royalty_statement;

      CREATE FUNCTION royalty_statement_payee_keep_closed() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE the_statement integer := CASE WHEN TG_OP = 'INSERT' THEN NEW.statement_id ELSE OLD.statement_id END;
      BEGIN
        IF (SELECT k.status FROM royalty_statement s JOIN closing k ON k.id = s.closing_id WHERE s.id = the_statement) = 'closed' THEN
          RAISE EXCEPTION 'who receives a closed statement never changes' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'royalty_statement_keep_closed';
        END IF;
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
      END $$;
      CREATE TRIGGER royalty_statement_payee_keep_closed BEFORE INSERT OR UPDATE OR DELETE ON royalty_statement_payee
        FOR EACH ROW EXECUTE FUNCTION royalty_statement_payee_keep_closed();

      -- What was put in the outbox, by its key; a second sending is an act of its own with a key of its own.
      CREATE TABLE statement_sending (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT statement_sending_pkey PRIMARY KEY,
        closing_id integer NOT NULL CONSTRAINT statement_sending_closing_fkey REFERENCES closing (id),
        contributor_id integer NOT NULL CONSTRAINT statement_sending_contributor_fkey REFERENCES contributor (id),
        attempt integer NOT NULL CONSTRAINT statement_sending_attempt_check CHECK (attempt > 0),
        mail_key text NOT NULL CONSTRAINT statement_sending_mail_key UNIQUE,
        to_address text NOT NULL,
        sent_at timestamptz NOT NULL DEFAULT now(),
        sent_by text NOT NULL,
        CONSTRAINT statement_sending_key UNIQUE (closing_id, contributor_id, attempt)
      );
      CREATE TRIGGER statement_sending_append_only BEFORE UPDATE OR DELETE ON statement_sending FOR EACH ROW EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a house only go forward: restore a backup instead.');
  }
}
