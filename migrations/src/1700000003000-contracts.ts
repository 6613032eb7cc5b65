import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Authors' agreements: who is paid, on which edition and basis, by which tiers, after which advances. */
export class Contracts1700000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The order in which facts became known, across tables: the engine counts a fact in the first statement after its entry.
      CREATE SEQUENCE fact_entry;

      CREATE TABLE contract (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT contract_pkey PRIMARY KEY,
        version integer NOT NULL DEFAULT 1,
        external_id text CONSTRAINT contract_external_id_key UNIQUE,
        reference text NOT NULL CONSTRAINT contract_reference_key UNIQUE CONSTRAINT contract_reference_check CHECK (reference <> ''),
        status text NOT NULL DEFAULT 'draft' CONSTRAINT contract_status_check CHECK (status IN ('draft', 'active', 'terminated')),
        contributor_id integer NOT NULL CONSTRAINT contract_contributor_fkey REFERENCES contributor (id),
        work_id integer NOT NULL CONSTRAINT contract_work_fkey REFERENCES work (id),
        signed_on date,
        starts_on date,
        ends_on date,
        terminated_on date,
        statement_frequency text NOT NULL DEFAULT 'annual' CONSTRAINT contract_statement_frequency_check
          CHECK (statement_frequency IN ('annual', 'half-yearly', 'quarterly', 'on-print-run')),
        payment_threshold numeric(14,2) NOT NULL DEFAULT 0 CONSTRAINT contract_threshold_check CHECK (payment_threshold >= 0),
        unit_price_rounding text CONSTRAINT contract_unit_price_rounding_check CHECK (unit_price_rounding IN ('2', '4', 'none')),
        minimum_first_run integer CONSTRAINT contract_minimum_first_run_check CHECK (minimum_first_run >= 0),
        notes text,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT contract_dates_check CHECK (ends_on >= starts_on),
        search_text text NOT NULL GENERATED ALWAYS AS (fold(reference || ' ' || coalesce(notes, ''))) STORED
      );
      CREATE INDEX contract_contributor_idx ON contract (contributor_id);
      CREATE INDEX contract_work_idx ON contract (work_id);
      CREATE INDEX contract_search_idx ON contract USING gin (search_text gin_trgm_ops);
      CREATE TRIGGER contract_audit AFTER INSERT OR UPDATE OR DELETE ON contract FOR EACH ROW EXECUTE FUNCTION audit_change();

      CREATE TABLE contract_clause (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT contract_clause_pkey PRIMARY KEY,
        contract_id integer NOT NULL CONSTRAINT contract_clause_contract_fkey REFERENCES contract (id),
        position integer NOT NULL CONSTRAINT contract_clause_position_check CHECK (position > 0),
        edition_id integer NOT NULL CONSTRAINT contract_clause_edition_fkey REFERENCES edition (id),
        basis text NOT NULL CONSTRAINT contract_clause_basis_check CHECK (basis IN ('printed', 'sold')),
        tiers jsonb NOT NULL,
        excluded_author_copies integer NOT NULL DEFAULT 0 CONSTRAINT contract_clause_author_copies_check CHECK (excluded_author_copies >= 0),
        excluded_legal_deposit integer NOT NULL DEFAULT 0 CONSTRAINT contract_clause_legal_deposit_check CHECK (excluded_legal_deposit >= 0),
        excluded_review_copies integer NOT NULL DEFAULT 0 CONSTRAINT contract_clause_review_copies_check CHECK (excluded_review_copies >= 0),
        excluded_review_copies_percent numeric NOT NULL DEFAULT 0 CONSTRAINT contract_clause_review_percent_check CHECK (excluded_review_copies_percent BETWEEN 0 AND 100),
        copies_before integer NOT NULL DEFAULT 0 CONSTRAINT contract_clause_copies_before_check CHECK (copies_before >= 0),
        pool_shares jsonb,
        pool_index integer,
        return_reserve_percent numeric CONSTRAINT contract_clause_reserve_percent_check CHECK (return_reserve_percent BETWEEN 0 AND 100),
        return_reserve_max_statements integer CONSTRAINT contract_clause_reserve_statements_check CHECK (return_reserve_max_statements >= 0),
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        CONSTRAINT contract_clause_position_key UNIQUE (contract_id, position) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT contract_clause_pool_check CHECK ((pool_shares IS NULL) = (pool_index IS NULL))
      );
      CREATE INDEX contract_clause_edition_idx ON contract_clause (edition_id);
      CREATE TRIGGER contract_clause_audit AFTER INSERT OR UPDATE OR DELETE ON contract_clause FOR EACH ROW EXECUTE FUNCTION audit_change('contract_id', 'contract');

      CREATE TABLE contract_advance (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT contract_advance_pkey PRIMARY KEY,
        contract_id integer NOT NULL CONSTRAINT contract_advance_contract_fkey REFERENCES contract (id),
        label text NOT NULL,
        due_on date,
        paid_on date,
        paid_entry bigint,
        amount numeric(14,2) NOT NULL CONSTRAINT contract_advance_amount_check CHECK (amount > 0),
        created_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE FUNCTION contract_advance_enter() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.paid_on IS NULL THEN NEW.paid_entry := NULL;
        ELSIF NEW.paid_entry IS NULL THEN NEW.paid_entry := nextval('fact_entry'); END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER contract_advance_enter BEFORE INSERT OR UPDATE ON contract_advance FOR EACH ROW EXECUTE FUNCTION contract_advance_enter();
      CREATE INDEX contract_advance_contract_idx ON contract_advance (contract_id);
      CREATE TRIGGER contract_advance_audit AFTER INSERT OR UPDATE OR DELETE ON contract_advance FOR EACH ROW EXECUTE FUNCTION audit_change('contract_id', 'contract');

      -- A closed statement was computed with every clause and advance that the contract had by then.
      CREATE FUNCTION contract_stated_since(the_contract integer, since timestamptz) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
      BEGIN
        RETURN EXISTS (SELECT FROM royalty_statement s JOIN closing c ON c.id = s.closing_id
          WHERE s.contract_id = the_contract AND c.status = 'closed' AND c.closed_at >= since);
      END $$;
      CREATE FUNCTION contract_clause_keep_used() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF coalesce(current_setting('colophon.undo_import', true), '') <> 'on'
           AND (TG_OP = 'DELETE' OR to_jsonb(NEW) - 'position' <> to_jsonb(OLD) - 'position')
           AND contract_stated_since(OLD.contract_id, OLD.created_at) THEN
          RAISE EXCEPTION 'a clause of a closed statement never changes' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'contract_clause_keep_used';
        END IF;
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
      END $$;
      CREATE TRIGGER contract_clause_keep_used BEFORE UPDATE OR DELETE ON contract_clause FOR EACH ROW EXECUTE FUNCTION contract_clause_keep_used();
      CREATE FUNCTION contract_advance_keep_used() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF coalesce(current_setting('colophon.undo_import', true), '') <> 'on'
           AND (TG_OP = 'DELETE' OR (NEW.amount, NEW.contract_id) IS DISTINCT FROM (OLD.amount, OLD.contract_id)
             OR (OLD.paid_on IS NOT NULL AND NEW.paid_on IS DISTINCT FROM OLD.paid_on))
           AND contract_stated_since(OLD.contract_id, OLD.created_at) THEN
          RAISE EXCEPTION 'an advance of a closed statement never changes' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'contract_advance_keep_used';
        END IF;
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
      END $$;
      CREATE TRIGGER contract_advance_keep_used BEFORE UPDATE OR DELETE ON contract_advance FOR EACH ROW EXECUTE FUNCTION contract_advance_keep_used();
      CREATE FUNCTION contract_keep_stated() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (NEW.contributor_id, NEW.work_id, NEW.unit_price_rounding) IS DISTINCT FROM (OLD.contributor_id, OLD.work_id, OLD.unit_price_rounding)
           AND contract_stated_since(OLD.id, '-infinity') THEN
          RAISE EXCEPTION 'what closed statements were computed with never changes' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'contract_keep_stated';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER contract_keep_stated BEFORE UPDATE ON contract FOR EACH ROW EXECUTE FUNCTION contract_keep_stated();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a house only go forward: restore a backup instead.');
  }
}
