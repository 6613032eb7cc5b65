import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a contract may say besides a rate: all bases, clauses in force between two days, by channel and territory, payees
 * of a share, a guaranteed minimum, agreements of set-off, amendments, its end, and terms corrected after a closing.
 */
export class ContractTerms1700000010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE contract_amendment (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT contract_amendment_pkey PRIMARY KEY,
        contract_id integer NOT NULL CONSTRAINT contract_amendment_contract_fkey REFERENCES contract (id),
        number integer NOT NULL CONSTRAINT contract_amendment_number_check CHECK (number > 0),
        signed_on date,
        effective_from date NOT NULL,
        note text,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        CONSTRAINT contract_amendment_number_key UNIQUE (contract_id, number)
      );
      CREATE TRIGGER contract_amendment_audit AFTER INSERT OR UPDATE OR DELETE ON contract_amendment FOR EACH ROW EXECUTE FUNCTION audit_change('contract_id', 'contract');
      CREATE TRIGGER contract_amendment_append_only BEFORE UPDATE OR DELETE ON contract_amendment FOR EACH ROW EXECUTE FUNCTION refuse_change();

      ALTER TABLE contract_clause DROP CONSTRAINT contract_clause_basis_check;
      ALTER TABLE contract_clause
        ADD CONSTRAINT contract_clause_basis_check CHECK (basis IN ('printed', 'sold', 'netReceipts', 'thirdParty', 'flatFee')),
        ADD COLUMN valid_from date,
        ADD COLUMN valid_until date,
        ADD COLUMN channels jsonb,
        ADD COLUMN territories jsonb,
        ADD COLUMN counter text,
        -- Copies printed before a switch from sold to printed, still paid as they are sold.
        ADD COLUMN copies_left integer CONSTRAINT contract_clause_copies_left_check CHECK (copies_left >= 0),
        ADD COLUMN relaunch_from date,
        ADD COLUMN relaunch_statements integer CONSTRAINT contract_clause_relaunch_statements_check CHECK (relaunch_statements > 0),
        ADD COLUMN rate numeric CONSTRAINT contract_clause_rate_check CHECK (rate BETWEEN 0 AND 100),
        ADD COLUMN third_party_right text,
        ADD COLUMN third_party_on text CONSTRAINT contract_clause_third_party_on_check CHECK (third_party_on IN ('net', 'gross')),
        ADD COLUMN flat_amount numeric(14,2) CONSTRAINT contract_clause_flat_amount_check CHECK (flat_amount > 0),
        ADD COLUMN flat_due_on date,
        ADD COLUMN opened_by_id integer CONSTRAINT contract_clause_opened_by_fkey REFERENCES contract_amendment (id),
        ADD COLUMN ended_by_id integer CONSTRAINT contract_clause_ended_by_fkey REFERENCES contract_amendment (id),
        ADD CONSTRAINT contract_clause_dates_check CHECK (valid_until >= valid_from),
        ADD CONSTRAINT contract_clause_relaunch_check CHECK ((relaunch_from IS NULL) = (relaunch_statements IS NULL));

      ALTER TABLE contract
        ADD COLUMN guaranteed_minimum numeric(14,2) CONSTRAINT contract_guaranteed_minimum_check CHECK (guaranteed_minimum > 0),
        ADD COLUMN option_until date,
        ADD COLUMN option_note text,
        ADD COLUMN termination_reason text CONSTRAINT contract_termination_reason_check
          CHECK (termination_reason IN ('expiry', 'author-notice', 'out-of-print', 'no-royalty', 'mutual', 'insolvency')),
        ADD COLUMN termination_note text;
      CREATE INDEX contract_ends_on_idx ON contract (ends_on) WHERE ends_on IS NOT NULL;

      -- Who is paid in place of the author: those of the last first day that has come. None: the author.
      CREATE TABLE contract_payee (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT contract_payee_pkey PRIMARY KEY,
        contract_id integer NOT NULL CONSTRAINT contract_payee_contract_fkey REFERENCES contract (id),
        position integer NOT NULL CONSTRAINT contract_payee_position_check CHECK (position > 0),
        contributor_id integer NOT NULL CONSTRAINT contract_payee_contributor_fkey REFERENCES contributor (id),
        kind text NOT NULL CONSTRAINT contract_payee_kind_check CHECK (kind IN ('author', 'rightsHolder', 'agent')),
        share numeric NOT NULL CONSTRAINT contract_payee_share_check CHECK (share > 0),
        valid_from date,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        CONSTRAINT contract_payee_position_key UNIQUE (contract_id, position) DEFERRABLE INITIALLY DEFERRED
      );
      CREATE INDEX contract_payee_contributor_idx ON contract_payee (contributor_id);
      CREATE TRIGGER contract_payee_audit AFTER INSERT OR UPDATE OR DELETE ON contract_payee FOR EACH ROW EXECUTE FUNCTION audit_change('contract_id', 'contract');

      -- Royalties of one contract never recoup the advance of another without the author's signed agreement (CPI L132-17-1-1).
      CREATE TABLE set_off_agreement (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT set_off_agreement_pkey PRIMARY KEY,
        version integer NOT NULL DEFAULT 1,
        contributor_id integer NOT NULL CONSTRAINT set_off_agreement_contributor_fkey REFERENCES contributor (id),
        signed_on date NOT NULL,
        valid_from date NOT NULL,
        note text,
        file_id integer CONSTRAINT set_off_agreement_file_fkey REFERENCES stored_file (id),
        created_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE TABLE set_off_contract (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT set_off_contract_pkey PRIMARY KEY,
        agreement_id integer NOT NULL CONSTRAINT set_off_contract_agreement_fkey REFERENCES set_off_agreement (id),
        contract_id integer NOT NULL CONSTRAINT set_off_contract_contract_fkey REFERENCES contract (id),
        CONSTRAINT set_off_contract_key UNIQUE (agreement_id, contract_id)
      );
      CREATE INDEX set_off_contract_contract_idx ON set_off_contract (contract_id);
      CREATE TRIGGER set_off_agreement_audit AFTER INSERT OR UPDATE OR DELETE ON set_off_agreement FOR EACH ROW EXECUTE FUNCTION audit_change();
      CREATE TRIGGER set_off_contract_audit AFTER INSERT OR UPDATE OR DELETE ON set_off_contract FOR EACH ROW EXECUTE FUNCTION audit_change('agreement_id', 'set_off_agreement');

      -- Corrections are facts of their own: closed statements stay, the next one carries the difference.
      CREATE TABLE term_correction (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT term_correction_pkey PRIMARY KEY,
        contract_id integer NOT NULL CONSTRAINT term_correction_contract_fkey REFERENCES contract (id),
        clause_id integer NOT NULL CONSTRAINT term_correction_clause_fkey REFERENCES contract_clause (id),
        terms jsonb NOT NULL,
        reason text NOT NULL CONSTRAINT term_correction_reason_check CHECK (reason <> ''),
        corrected_on date NOT NULL,
        entry bigint NOT NULL DEFAULT nextval('fact_entry'),
        created_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE INDEX term_correction_contract_idx ON term_correction (contract_id);
      CREATE TRIGGER term_correction_append_only BEFORE UPDATE OR DELETE ON term_correction FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER term_correction_audit AFTER INSERT ON term_correction FOR EACH ROW EXECUTE FUNCTION audit_change('contract_id', 'contract');

      CREATE TABLE price_correction (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT price_correction_pkey PRIMARY KEY,
        edition_id integer NOT NULL CONSTRAINT price_correction_edition_fkey REFERENCES edition (id),
        valid_from date NOT NULL,
        -- The price by which royalties were computed until then; none where the day had no price of its own.
        price_before numeric(14,2),
        retail_price_incl_vat numeric(14,2) NOT NULL CONSTRAINT price_correction_positive_check CHECK (retail_price_incl_vat >= 0),
        reason text NOT NULL CONSTRAINT price_correction_reason_check CHECK (reason <> ''),
        corrected_on date NOT NULL,
        entry bigint NOT NULL DEFAULT nextval('fact_entry'),
        created_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE INDEX price_correction_edition_idx ON price_correction (edition_id);
      CREATE TRIGGER price_correction_append_only BEFORE UPDATE OR DELETE ON price_correction FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER price_correction_audit AFTER INSERT ON price_correction FOR EACH ROW EXECUTE FUNCTION audit_change('edition_id', 'edition');

      -- What a statement pays besides: up to a guaranteed minimum; and what another contract's advance takes of it.
      ALTER TABLE royalty_statement
        ADD COLUMN top_up numeric(14,2) NOT NULL DEFAULT 0 CONSTRAINT royalty_statement_top_up_check CHECK (top_up >= 0),
        ADD COLUMN set_off numeric(14,2) NOT NULL DEFAULT 0 CONSTRAINT royalty_statement_set_off_check CHECK (set_off >= 0),
        DROP CONSTRAINT royalty_statement_balance_check,
        ADD CONSTRAINT royalty_statement_balance_check
          CHECK (earned + adjustments + carried_in + top_up - recouped - set_off = gross + carried_out);

      -- The last day of which a closed statement of the contract tells.
      CREATE FUNCTION contract_stated_until(the_contract integer) RETURNS date LANGUAGE plpgsql STABLE AS $$
      BEGIN
        RETURN coalesce((SELECT max(k.period_to) FROM royalty_statement s JOIN closing k ON k.id = s.closing_id
          WHERE s.contract_id = the_contract AND k.status = 'closed'), '-infinity');
      END $$;

      -- What may still change of a clause that closed statements used: its end after them, and what begins after them.
      CREATE OR REPLACE FUNCTION contract_clause_keep_used() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        later text[] := ARRAY['position', 'valid_until', 'ended_by_id', 'copies_left', 'counter', 'relaunch_from', 'relaunch_statements'];
        stated date := contract_stated_until(OLD.contract_id);
      BEGIN
        IF coalesce(current_setting('colophon.undo_import', true), '') = 'on' OR NOT contract_stated_since(OLD.contract_id, OLD.created_at) THEN
          RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
        END IF;
        IF TG_OP = 'DELETE' OR to_jsonb(NEW) - later <> to_jsonb(OLD) - later
          OR (NEW.valid_until, NEW.copies_left, NEW.ended_by_id) IS DISTINCT FROM (OLD.valid_until, OLD.copies_left, OLD.ended_by_id)
            AND least(coalesce(OLD.valid_until, 'infinity'), coalesce(NEW.valid_until, 'infinity')) < stated
          OR (NEW.relaunch_from, NEW.relaunch_statements) IS DISTINCT FROM (OLD.relaunch_from, OLD.relaunch_statements)
            AND least(coalesce(OLD.relaunch_from, 'infinity'), coalesce(NEW.relaunch_from, 'infinity')) <= stated
          -- A counter of its own may be given a name, so that a later clause goes on with it.
          OR NEW.counter IS DISTINCT FROM OLD.counter AND (OLD.counter IS NOT NULL OR EXISTS (SELECT FROM contract_clause o
            WHERE o.contract_id = OLD.contract_id AND o.id <> OLD.id AND o.counter = NEW.counter AND contract_stated_since(o.contract_id, o.created_at))) THEN
          RAISE EXCEPTION 'a clause of a closed statement never changes' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'contract_clause_keep_used';
        END IF;
        RETURN NEW;
      END $$;

      -- A clause added later must find nothing to count in what was stated: a statement counts what was entered before it
      -- and dated up to its last day.
      CREATE OR REPLACE FUNCTION contract_clause_keep_stated() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        first_day date := coalesce(NEW.valid_from, '-infinity');
        last_day date := coalesce(NEW.valid_until, 'infinity');
      BEGIN
        IF EXISTS (SELECT FROM royalty_statement s JOIN closing k ON k.id = s.closing_id WHERE s.contract_id = NEW.contract_id AND k.status = 'closed' AND (
            NEW.basis = 'printed' AND EXISTS (SELECT FROM print_run r WHERE r.edition_id = NEW.edition_id AND r.status = 'accepted'
              AND r.accepted_entry < k.entry AND r.accepted_on <= k.period_to AND r.accepted_on BETWEEN first_day AND last_day)
            OR NEW.basis = 'sold' AND EXISTS (SELECT FROM stock_movement m WHERE m.edition_id = NEW.edition_id AND m.kind IN ('sold', 'returned')
              AND m.entry < k.entry AND m.moved_on <= k.period_to AND m.moved_on BETWEEN first_day AND last_day)
            OR NEW.basis = 'flatFee' AND NEW.flat_due_on <= k.period_to)) THEN
          RAISE EXCEPTION 'a closed statement came before this clause' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'contract_clause_keep_stated';
        END IF;
        RETURN NEW;
      END $$;

      CREATE FUNCTION contract_payee_keep_stated() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP <> 'INSERT' AND coalesce(OLD.valid_from, '-infinity') <= contract_stated_until(OLD.contract_id)
            AND (TG_OP = 'DELETE' OR to_jsonb(NEW) - 'position' <> to_jsonb(OLD) - 'position')
            AND contract_stated_since(OLD.contract_id, '-infinity')
          OR TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR to_jsonb(NEW) - 'position' <> to_jsonb(OLD) - 'position')
            AND coalesce(NEW.valid_from, '-infinity') <= contract_stated_until(NEW.contract_id)
            AND contract_stated_since(NEW.contract_id, '-infinity') THEN
          RAISE EXCEPTION 'closed statements were shared between these payees' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'contract_payee_keep_stated';
        END IF;
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
      END $$;
      CREATE TRIGGER contract_payee_keep_stated BEFORE INSERT OR UPDATE OR DELETE ON contract_payee FOR EACH ROW EXECUTE FUNCTION contract_payee_keep_stated();

      -- The top-up to the guaranteed minimum comes once, on the first statement that tells of the contract's last day.
      CREATE FUNCTION contract_keep_minimum() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF coalesce(OLD.guaranteed_minimum, NEW.guaranteed_minimum) IS NOT NULL AND EXISTS (
            SELECT FROM royalty_statement s JOIN closing k ON k.id = s.closing_id WHERE s.contract_id = OLD.id AND k.status = 'closed'
              AND (s.result ? 'topUp' OR s.statement_date >= least(OLD.ends_on, NEW.ends_on))) THEN
          RAISE EXCEPTION 'a closed statement has come to this minimum' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'contract_keep_minimum';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER contract_keep_minimum BEFORE UPDATE ON contract FOR EACH ROW
        WHEN ((NEW.guaranteed_minimum, NEW.ends_on) IS DISTINCT FROM (OLD.guaranteed_minimum, OLD.ends_on)) EXECUTE FUNCTION contract_keep_minimum();

      CREATE FUNCTION contract_keep_end() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM royalty_statement s JOIN closing k ON k.id = s.closing_id
            WHERE s.contract_id = OLD.id AND k.status = 'closed' AND k.kind = 'termination') THEN
          RAISE EXCEPTION 'the final statement was closed' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'contract_keep_end';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER contract_keep_end BEFORE UPDATE ON contract FOR EACH ROW
        WHEN (OLD.terminated_on IS NOT NULL AND NEW.terminated_on IS DISTINCT FROM OLD.terminated_on) EXECUTE FUNCTION contract_keep_end();

      CREATE FUNCTION set_off_stated(the_agreement integer, since date) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
      BEGIN
        RETURN EXISTS (SELECT FROM set_off_contract WHERE agreement_id = the_agreement AND contract_stated_until(contract_id) >= since);
      END $$;
      CREATE FUNCTION set_off_keep_stated() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE since date := (SELECT valid_from FROM set_off_agreement WHERE id = coalesce(NEW.agreement_id, OLD.agreement_id));
      BEGIN
        IF contract_stated_until(coalesce(NEW.contract_id, OLD.contract_id)) >= since THEN
          RAISE EXCEPTION 'closed statements come after the first day of this agreement' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'set_off_keep_stated';
        END IF;
        RETURN coalesce(NEW, OLD);
      END $$;
      CREATE TRIGGER set_off_keep_stated BEFORE INSERT OR DELETE ON set_off_contract FOR EACH ROW EXECUTE FUNCTION set_off_keep_stated();
      CREATE TRIGGER set_off_contract_append_only BEFORE UPDATE ON set_off_contract FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE FUNCTION set_off_agreement_keep_stated() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF set_off_stated(OLD.id, least(OLD.valid_from, NEW.valid_from)) THEN
          RAISE EXCEPTION 'closed statements come after the first day of this agreement' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'set_off_keep_stated';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER set_off_agreement_keep_stated BEFORE UPDATE ON set_off_agreement FOR EACH ROW
        WHEN ((NEW.contributor_id, NEW.valid_from) IS DISTINCT FROM (OLD.contributor_id, OLD.valid_from)) EXECUTE FUNCTION set_off_agreement_keep_stated();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a house only go forward: restore a backup instead.');
  }
}
