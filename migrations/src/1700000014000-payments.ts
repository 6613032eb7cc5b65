import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is paid to authors: runs with their file for the bank, payments with what was withheld, and what was undone. */
export class Payments1700000014000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE payment_run (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT payment_run_pkey PRIMARY KEY,
        version integer NOT NULL DEFAULT 1,
        status text NOT NULL DEFAULT 'draft' CONSTRAINT payment_run_status_check
          CHECK (status IN ('draft', 'approved', 'exported', 'executed', 'cancelled')),
        -- What falls due by this day is paid.
        due_by date NOT NULL,
        -- The day asked of the bank: amounts are withheld by its rates.
        execution_date date NOT NULL,
        pain_version text NOT NULL DEFAULT 'pain.001.001.09' CONSTRAINT payment_run_pain_version_check
          CHECK (pain_version IN ('pain.001.001.09', 'pain.001.001.03')),
        message_id text CONSTRAINT payment_run_message_id_key UNIQUE CONSTRAINT payment_run_message_id_check CHECK (length(message_id) BETWEEN 1 AND 35),
        -- The file as it went to the bank, sealed because it holds account numbers; its hash is of what the bank reads.
        file_id integer CONSTRAINT payment_run_file_fkey REFERENCES stored_file (id),
        file_name text,
        file_sha256 text CONSTRAINT payment_run_file_sha256_check CHECK (file_sha256 ~ '^[0-9a-f]{64}$'),
        created_at timestamptz NOT NULL DEFAULT now(),
        created_by text NOT NULL,
        created_by_id integer CONSTRAINT payment_run_created_by_fkey REFERENCES app_user (id),
        -- Who last changed what the run pays: with a second approval, neither they nor its creator approve it.
        changed_by_id integer CONSTRAINT payment_run_changed_by_fkey REFERENCES app_user (id),
        approved_at timestamptz,
        approved_by text,
        approved_by_id integer CONSTRAINT payment_run_approved_by_fkey REFERENCES app_user (id),
        exported_at timestamptz,
        exported_by text,
        executed_on date,
        executed_at timestamptz,
        executed_by text,
        -- The bank paid the amounts of the file although those of its day differ (another year, rate or ceiling).
        amounts_kept boolean NOT NULL DEFAULT false,
        cancelled_at timestamptz,
        cancelled_by text,
        CONSTRAINT payment_run_approved_check CHECK (status NOT IN ('approved', 'exported', 'executed') OR (approved_at IS NOT NULL AND approved_by IS NOT NULL)),
        CONSTRAINT payment_run_exported_check CHECK (status NOT IN ('exported', 'executed')
          OR (exported_at IS NOT NULL AND message_id IS NOT NULL AND file_id IS NOT NULL AND file_sha256 IS NOT NULL)),
        CONSTRAINT payment_run_executed_check CHECK ((status = 'executed') = (executed_on IS NOT NULL)),
        CONSTRAINT payment_run_cancelled_check CHECK ((status = 'cancelled') = (cancelled_at IS NOT NULL))
      );
      CREATE INDEX payment_run_status_idx ON payment_run (status, id);
      CREATE TRIGGER payment_run_audit AFTER INSERT OR UPDATE OR DELETE ON payment_run FOR EACH ROW EXECUTE FUNCTION audit_change();

      -- Each time the file was handed out after it was made: who sent it twice can be told.
      CREATE TABLE payment_file_download (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT payment_file_download_pkey PRIMARY KEY,
        payment_run_id integer NOT NULL CONSTRAINT payment_file_download_run_fkey REFERENCES payment_run (id),
        downloaded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        downloaded_by text NOT NULL
      );
      CREATE INDEX payment_file_download_run_idx ON payment_file_download (payment_run_id);
      CREATE TRIGGER payment_file_download_append_only BEFORE UPDATE OR DELETE ON payment_file_download FOR EACH ROW EXECUTE FUNCTION refuse_change();

      CREATE TABLE royalty_payment (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT royalty_payment_pkey PRIMARY KEY,
        -- Null for what was paid by hand.
        payment_run_id integer CONSTRAINT royalty_payment_run_fkey REFERENCES payment_run (id),
        contributor_id integer NOT NULL CONSTRAINT royalty_payment_contributor_fkey REFERENCES contributor (id),
        status text NOT NULL DEFAULT 'planned' CONSTRAINT royalty_payment_status_check
          CHECK (status IN ('planned', 'exported', 'executed', 'rejected', 'cancelled')),
        method text NOT NULL DEFAULT 'sepa' CONSTRAINT royalty_payment_method_check CHECK (method IN ('sepa', 'transfer', 'cheque', 'other')),
        reference text,
        executed_on date,
        gross numeric(14,2) NOT NULL CONSTRAINT royalty_payment_gross_check CHECK (gross > 0),
        net numeric(14,2) NOT NULL CONSTRAINT royalty_payment_net_check CHECK (net > 0),
        payee_name text NOT NULL CONSTRAINT royalty_payment_payee_name_check CHECK (payee_name <> ''),
        iban_encrypted bytea,
        iban_last4 text,
        bic_encrypted bytea,
        end_to_end_id text NOT NULL CONSTRAINT royalty_payment_end_to_end_id_key UNIQUE
          CONSTRAINT royalty_payment_end_to_end_id_check CHECK (length(end_to_end_id) BETWEEN 1 AND 35),
        rejected_on date,
        rejection_reason text,
        rejected_by text,
        replaces_payment_id integer CONSTRAINT royalty_payment_replaces_fkey REFERENCES royalty_payment (id),
        created_at timestamptz NOT NULL DEFAULT now(),
        created_by text NOT NULL,
        -- Two payments of one run to one payee would be two transfers where one was agreed.
        CONSTRAINT royalty_payment_payee_key UNIQUE (payment_run_id, contributor_id),
        CONSTRAINT royalty_payment_executed_check CHECK ((status IN ('executed', 'rejected')) = (executed_on IS NOT NULL)),
        CONSTRAINT royalty_payment_rejected_check CHECK ((status = 'rejected') = (rejected_on IS NOT NULL) AND (status = 'rejected') = (coalesce(rejection_reason, '') <> '')),
        CONSTRAINT royalty_payment_rejected_on_check CHECK (rejected_on >= executed_on)
      );
      CREATE INDEX royalty_payment_contributor_idx ON royalty_payment (contributor_id, executed_on);
      CREATE INDEX royalty_payment_executed_idx ON royalty_payment (executed_on) WHERE status = 'executed';
      CREATE TRIGGER royalty_payment_audit AFTER INSERT OR UPDATE OR DELETE ON royalty_payment FOR EACH ROW EXECUTE FUNCTION audit_change();

      CREATE TABLE royalty_payment_item (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT royalty_payment_item_pkey PRIMARY KEY,
        payment_id integer NOT NULL CONSTRAINT royalty_payment_item_payment_fkey REFERENCES royalty_payment (id) ON DELETE CASCADE,
        position integer NOT NULL,
        kind text NOT NULL CONSTRAINT royalty_payment_item_kind_check CHECK (kind IN ('statement', 'advance')),
        -- A payee of a closed statement; the reference is made once that table is there.
        statement_payee_id integer,
        advance_id integer CONSTRAINT royalty_payment_item_advance_fkey REFERENCES contract_advance (id),
        payee_kind text NOT NULL DEFAULT 'author' CONSTRAINT royalty_payment_item_payee_kind_check CHECK (payee_kind IN ('author', 'rightsHolder', 'agent')),
        contract_id integer NOT NULL CONSTRAINT royalty_payment_item_contract_fkey REFERENCES contract (id),
        contributor_id integer NOT NULL CONSTRAINT royalty_payment_item_contributor_fkey REFERENCES contributor (id),
        gross numeric(14,2) NOT NULL CONSTRAINT royalty_payment_item_gross_check CHECK (gross > 0),
        social_base numeric(14,2) NOT NULL DEFAULT 0,
        csg numeric(14,2) NOT NULL DEFAULT 0,
        crds numeric(14,2) NOT NULL DEFAULT 0,
        pension numeric(14,2) NOT NULL DEFAULT 0,
        pension_base numeric(14,2) NOT NULL DEFAULT 0,
        training numeric(14,2) NOT NULL DEFAULT 0,
        social numeric(14,2) NOT NULL DEFAULT 0,
        vat numeric(14,2) NOT NULL DEFAULT 0,
        vat_withheld numeric(14,2) NOT NULL DEFAULT 0,
        withholding_tax numeric(14,2) NOT NULL DEFAULT 0,
        -- What of the author's net goes to the agents of the contract, who are paid by items of their own.
        agent_share numeric(14,2) NOT NULL DEFAULT 0,
        -- VAT of an author abroad, which the house declares as due and as deductible.
        reverse_charge_vat numeric(14,2) NOT NULL DEFAULT 0,
        -- The house's own, training included, and the part of it that goes to training.
        payer_contribution numeric(14,2) NOT NULL DEFAULT 0,
        payer_training numeric(14,2) NOT NULL DEFAULT 0,
        net numeric(14,2) NOT NULL,
        -- What the statement said for the same part, and why the payment says otherwise.
        stated_net numeric(14,2),
        difference jsonb,
        -- The withholding with its trace, as computed on the day of the payment.
        withholding jsonb NOT NULL DEFAULT '{}',
        CONSTRAINT royalty_payment_item_position_key UNIQUE (payment_id, position),
        CONSTRAINT royalty_payment_item_what_check CHECK ((kind = 'statement') = (statement_payee_id IS NOT NULL) AND (kind = 'advance') = (advance_id IS NOT NULL)),
        CONSTRAINT royalty_payment_item_social_check CHECK (social = csg + crds + pension + training),
        CONSTRAINT royalty_payment_item_net_check CHECK (net = gross - social + vat - vat_withheld - withholding_tax - agent_share)
      );
      CREATE INDEX royalty_payment_item_statement_idx ON royalty_payment_item (statement_payee_id) WHERE statement_payee_id IS NOT NULL;
      CREATE INDEX royalty_payment_item_advance_idx ON royalty_payment_item (advance_id) WHERE advance_id IS NOT NULL;
      CREATE INDEX royalty_payment_item_contributor_idx ON royalty_payment_item (contributor_id, payment_id);
      CREATE INDEX royalty_payment_item_contract_idx ON royalty_payment_item (contract_id, payment_id);

      -- What was paid is never paid again nor rewritten: a payment that the bank sends back is marked, and undone by opposite facts.
      CREATE FUNCTION royalty_payment_keep_executed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status IN ('rejected', 'cancelled') OR (OLD.status = 'executed' AND (TG_OP = 'DELETE' OR NEW.status <> 'rejected'
             OR to_jsonb(NEW) - ARRAY['status', 'rejected_on', 'rejection_reason', 'rejected_by']
               <> to_jsonb(OLD) - ARRAY['status', 'rejected_on', 'rejection_reason', 'rejected_by'])) THEN
          RAISE EXCEPTION 'a payment that was made never changes' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'royalty_payment_keep_executed';
        END IF;
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
      END $$;
      CREATE TRIGGER royalty_payment_keep_executed BEFORE UPDATE OR DELETE ON royalty_payment FOR EACH ROW EXECUTE FUNCTION royalty_payment_keep_executed();

      CREATE FUNCTION royalty_payment_item_keep_executed() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE the_payment integer := CASE WHEN TG_OP = 'INSERT' THEN NEW.payment_id ELSE OLD.payment_id END;
      BEGIN
        IF (SELECT status FROM royalty_payment WHERE id = the_payment) <> 'planned' THEN
          RAISE EXCEPTION 'the items of a payment that went out never change' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'royalty_payment_item_keep_executed';
        END IF;
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
      END $$;
      CREATE TRIGGER royalty_payment_item_keep_executed BEFORE INSERT OR UPDATE OR DELETE ON royalty_payment_item FOR EACH ROW EXECUTE FUNCTION royalty_payment_item_keep_executed();

      CREATE FUNCTION payment_run_keep_exported() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status IN ('executed', 'cancelled') OR (OLD.status = 'exported' AND (TG_OP = 'DELETE' OR NEW.status <> 'executed'
             OR (NEW.message_id, NEW.file_id, NEW.file_sha256, NEW.execution_date) IS DISTINCT FROM (OLD.message_id, OLD.file_id, OLD.file_sha256, OLD.execution_date))) THEN
          RAISE EXCEPTION 'a run whose file went out never changes' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'payment_run_keep_exported';
        END IF;
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
      END $$;
      CREATE TRIGGER payment_run_keep_exported BEFORE UPDATE OR DELETE ON payment_run FOR EACH ROW EXECUTE FUNCTION payment_run_keep_exported();

      -- What authors were really paid and when, as a fact beside what a statement had planned: ceilings follow the payment.
      CREATE TABLE paid_gross (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT paid_gross_pkey PRIMARY KEY,
        entry bigint NOT NULL DEFAULT nextval('fact_entry'),
        contributor_id integer NOT NULL CONSTRAINT paid_gross_contributor_fkey REFERENCES contributor (id),
        paid_on date NOT NULL,
        amount numeric(14,2) NOT NULL CONSTRAINT paid_gross_amount_check CHECK (amount <> 0),
        payment_id integer NOT NULL CONSTRAINT paid_gross_payment_fkey REFERENCES royalty_payment (id)
      );
      CREATE INDEX paid_gross_contributor_idx ON paid_gross (contributor_id, entry);
      CREATE INDEX paid_gross_payment_idx ON paid_gross (payment_id);
      CREATE TRIGGER paid_gross_append_only BEFORE UPDATE OR DELETE ON paid_gross FOR EACH ROW EXECUTE FUNCTION refuse_change();

      -- A balance held under the threshold, paid all the same before the law's six months (CPI L132-17-3-1):
      -- an instalment of that amount is owed on the contract, and what is earned later recoups it.
      CREATE TABLE balance_release (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT balance_release_pkey PRIMARY KEY,
        contract_id integer NOT NULL CONSTRAINT balance_release_contract_fkey REFERENCES contract (id),
        statement_id integer NOT NULL CONSTRAINT balance_release_statement_fkey REFERENCES royalty_statement (id) CONSTRAINT balance_release_statement_key UNIQUE,
        advance_id integer NOT NULL CONSTRAINT balance_release_advance_fkey REFERENCES contract_advance (id) CONSTRAINT balance_release_advance_key UNIQUE,
        amount numeric(14,2) NOT NULL CONSTRAINT balance_release_amount_check CHECK (amount > 0),
        reason text NOT NULL CONSTRAINT balance_release_reason_check CHECK (reason <> ''),
        released_at timestamptz NOT NULL DEFAULT now(),
        released_by text NOT NULL
      );
      CREATE INDEX balance_release_contract_idx ON balance_release (contract_id);
      CREATE TRIGGER balance_release_append_only BEFORE UPDATE OR DELETE ON balance_release FOR EACH ROW EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a house only go forward: restore a backup instead.');
  }
}
