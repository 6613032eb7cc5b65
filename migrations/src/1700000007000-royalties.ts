import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Closings and royalty statements: computed as a draft, then closed for good. */
export class Royalties1700000007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE closing (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT closing_pkey PRIMARY KEY,
        version integer NOT NULL DEFAULT 1,
        kind text NOT NULL CONSTRAINT closing_kind_check CHECK (kind IN ('period', 'print-run')),
        status text NOT NULL DEFAULT 'draft' CONSTRAINT closing_status_check CHECK (status IN ('draft', 'closed')),
        period_from date,
        period_to date NOT NULL,
        print_run_id integer CONSTRAINT closing_print_run_fkey REFERENCES print_run (id),
        payment_date date NOT NULL,
        entry bigint,
        created_at timestamptz NOT NULL DEFAULT now(),
        closed_at timestamptz,
        closed_by text,
        CONSTRAINT closing_kind_parts_check CHECK ((kind = 'print-run') = (print_run_id IS NOT NULL) AND (kind = 'period') = (period_from IS NOT NULL)),
        CONSTRAINT closing_period_check CHECK (period_from IS NULL OR period_to >= period_from),
        CONSTRAINT closing_payment_date_check CHECK (payment_date >= period_to),
        CONSTRAINT closing_entry_check CHECK ((status = 'closed') = (entry IS NOT NULL))
      );
      CREATE UNIQUE INDEX closing_print_run_key ON closing (print_run_id) WHERE print_run_id IS NOT NULL;
      CREATE TRIGGER closing_audit AFTER INSERT OR UPDATE OR DELETE ON closing FOR EACH ROW EXECUTE FUNCTION audit_change();

      CREATE TABLE royalty_statement (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT royalty_statement_pkey PRIMARY KEY,
        closing_id integer NOT NULL CONSTRAINT royalty_statement_closing_fkey REFERENCES closing (id),
        contract_id integer NOT NULL CONSTRAINT royalty_statement_contract_fkey REFERENCES contract (id),
        contributor_id integer NOT NULL CONSTRAINT royalty_statement_contributor_fkey REFERENCES contributor (id),
        number text CONSTRAINT royalty_statement_number_key UNIQUE,
        statement_date date NOT NULL,
        earned numeric(14,2) NOT NULL,
        adjustments numeric(14,2) NOT NULL,
        carried_in numeric(14,2) NOT NULL,
        recouped numeric(14,2) NOT NULL,
        unrecouped numeric(14,2) NOT NULL,
        carried_out numeric(14,2) NOT NULL,
        gross numeric(14,2) NOT NULL,
        net numeric(14,2) NOT NULL,
        -- The engine's whole result with its trace, as computed: screens and documents show it, nothing recomputes it.
        result jsonb NOT NULL,
        -- What the documents show, gathered when the statement was computed: the house, the payee, the books, the stock.
        document jsonb NOT NULL,
        -- The stock equation of each edition, with the gap where it does not balance.
        stock jsonb NOT NULL,
        has_gap boolean NOT NULL DEFAULT false,
        gap_reason text,
        issued_on date,
        content_hash text,
        position integer NOT NULL,
        CONSTRAINT royalty_statement_contract_key UNIQUE (closing_id, contract_id),
        CONSTRAINT royalty_statement_balance_check CHECK (earned + adjustments + carried_in - recouped = gross + carried_out)
      );
      CREATE INDEX royalty_statement_contract_idx ON royalty_statement (contract_id, id);
      CREATE INDEX royalty_statement_contributor_idx ON royalty_statement (contributor_id, id);

      CREATE TABLE statement_document (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT statement_document_pkey PRIMARY KEY,
        statement_id integer NOT NULL CONSTRAINT statement_document_statement_fkey REFERENCES royalty_statement (id),
        format text NOT NULL CONSTRAINT statement_document_format_check CHECK (format IN ('pdf', 'xlsx')),
        locale text NOT NULL CONSTRAINT statement_document_locale_check CHECK (locale IN ('fr', 'en')),
        file_id integer NOT NULL CONSTRAINT statement_document_file_fkey REFERENCES stored_file (id),
        CONSTRAINT statement_document_key UNIQUE (statement_id, format, locale)
      );
      CREATE TRIGGER statement_document_append_only BEFORE UPDATE OR DELETE ON statement_document FOR EACH ROW EXECUTE FUNCTION refuse_change();

      CREATE FUNCTION closing_keep_closed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status = 'closed' THEN
          RAISE EXCEPTION 'a closing that was closed never changes' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'closing_keep_closed';
        END IF;
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
      END $$;
      CREATE TRIGGER closing_keep_closed BEFORE UPDATE OR DELETE ON closing FOR EACH ROW EXECUTE FUNCTION closing_keep_closed();

      CREATE FUNCTION royalty_statement_keep_closed() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE the_closing integer := CASE WHEN TG_OP = 'INSERT' THEN NEW.closing_id ELSE OLD.closing_id END;
      BEGIN
        IF (SELECT status FROM closing WHERE id = the_closing) = 'closed' THEN
          RAISE EXCEPTION 'a closed statement never changes' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'royalty_statement_keep_closed';
        END IF;
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
      END $$;
      CREATE TRIGGER royalty_statement_keep_closed BEFORE INSERT OR UPDATE OR DELETE ON royalty_statement FOR EACH ROW EXECUTE FUNCTION royalty_statement_keep_closed();

      -- Rates and ceilings by date: data that the accountant edits, never constants.
      CREATE TABLE withholding_rate (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT withholding_rate_pkey PRIMARY KEY,
        version integer NOT NULL DEFAULT 1,
        valid_from date NOT NULL CONSTRAINT withholding_rate_from_key UNIQUE,
        valid_to date NOT NULL,
        yearly_ceiling numeric(14,2) NOT NULL,
        csg_rate numeric NOT NULL,
        crds_rate numeric NOT NULL,
        pension_rate numeric NOT NULL,
        training_rate numeric NOT NULL,
        social_base_rate numeric NOT NULL,
        vat_rate numeric NOT NULL,
        vat_kept_rate numeric NOT NULL,
        payer_rate numeric NOT NULL,
        payer_training_rate numeric NOT NULL,
        CONSTRAINT withholding_rate_dates_check CHECK (valid_to >= valid_from),
        CONSTRAINT withholding_rate_overlap EXCLUDE USING gist (daterange(valid_from, valid_to, '[]') WITH &&)
      );
      INSERT INTO withholding_rate (valid_from, valid_to, yearly_ceiling, csg_rate, crds_rate, pension_rate, training_rate, social_base_rate, vat_rate, vat_kept_rate, payer_rate, payer_training_rate) VALUES
        ('2020-01-01', '2020-12-31', 41136, 9.20, 0.50, 6.15, 0.35, 98.25, 10, 0.8, 1, 0.1),
        ('2021-01-01', '2021-12-31', 41136, 9.20, 0.50, 6.15, 0.35, 98.25, 10, 0.8, 1, 0.1),
        ('2022-01-01', '2022-12-31', 41136, 9.20, 0.50, 6.15, 0.35, 98.25, 10, 0.8, 1, 0.1),
        ('2023-01-01', '2023-12-31', 43992, 9.20, 0.50, 6.15, 0.35, 98.25, 10, 0.8, 1, 0.1),
        ('2024-01-01', '2024-12-31', 46368, 9.20, 0.50, 6.15, 0.35, 98.25, 10, 0.8, 1, 0.1),
        ('2025-01-01', '2025-12-31', 47100, 9.20, 0.50, 6.15, 0.35, 98.25, 10, 0.8, 1, 0.1),
        ('2026-01-01', '2026-12-31', 48060, 9.20, 0.50, 6.15, 0.35, 98.25, 10, 0.8, 1, 0.1);
      CREATE TRIGGER withholding_rate_audit AFTER INSERT OR UPDATE OR DELETE ON withholding_rate FOR EACH ROW EXECUTE FUNCTION audit_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a house only go forward: restore a backup instead.');
  }
}
