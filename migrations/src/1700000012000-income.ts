import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the house receives and owes a share of: the net receipts of an edition, the rights that others were sold, and what
 * these paid. Beside it, the channel and the country of copies sold, which a clause may ask about.
 */
export class Income1700000012000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Where copies were sold: a word of the house's own, and an ISO country code.
      ALTER TABLE stock_movement
        ADD COLUMN channel text CONSTRAINT stock_movement_channel_check CHECK (channel <> ''),
        ADD COLUMN territory text CONSTRAINT stock_movement_territory_check CHECK (territory ~ '^[A-Z]{2}$');

      CREATE TABLE net_receipt (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT net_receipt_pkey PRIMARY KEY,
        external_id text CONSTRAINT net_receipt_external_id_key UNIQUE,
        edition_id integer NOT NULL CONSTRAINT net_receipt_edition_fkey REFERENCES edition (id),
        received_on date NOT NULL,
        mode text NOT NULL CONSTRAINT net_receipt_mode_check CHECK (mode IN ('unit', 'subscription', 'library', 'other')),
        channel text CONSTRAINT net_receipt_channel_check CHECK (channel <> ''),
        territory text CONSTRAINT net_receipt_territory_check CHECK (territory ~ '^[A-Z]{2}$'),
        -- Below 0 only where a receipt is taken back, as its amount is.
        copies integer,
        -- Without VAT, after the discounts of platform and distributor, before any cost of the house.
        amount numeric(14,2) NOT NULL CONSTRAINT net_receipt_amount_check CHECK (amount <> 0),
        reference text,
        -- The receipt that this one cancels; a receipt is cancelled once.
        cancels_id integer CONSTRAINT net_receipt_cancels_fkey REFERENCES net_receipt (id)
          CONSTRAINT net_receipt_cancels_key UNIQUE,
        reason text,
        entry bigint NOT NULL DEFAULT nextval('fact_entry'),
        actor text NOT NULL DEFAULT coalesce(nullif(current_setting('colophon.actor', true), ''), 'system'),
        created_at timestamptz NOT NULL DEFAULT now(),
        search_text text NOT NULL GENERATED ALWAYS AS (fold(coalesce(reference, '') || ' ' || coalesce(channel, ''))) STORED,
        CONSTRAINT net_receipt_reason_check CHECK ((cancels_id IS NULL) = (reason IS NULL))
      );
      CREATE INDEX net_receipt_edition_idx ON net_receipt (edition_id, received_on);
      CREATE INDEX net_receipt_received_idx ON net_receipt (received_on, id);
      CREATE TRIGGER net_receipt_audit AFTER INSERT OR DELETE ON net_receipt FOR EACH ROW EXECUTE FUNCTION audit_change();
      CREATE TRIGGER net_receipt_import_journal AFTER INSERT OR UPDATE OR DELETE ON net_receipt FOR EACH ROW
        WHEN (coalesce(current_setting('colophon.import_batch', true), '') <> '') EXECUTE FUNCTION import_journal();
      CREATE FUNCTION net_receipt_keep() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' AND coalesce(current_setting('colophon.undo_import', true), '') = 'on' THEN RETURN OLD; END IF;
        RAISE EXCEPTION 'receipts are append-only' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'net_receipt_append_only';
      END $$;
      CREATE TRIGGER net_receipt_append_only BEFORE UPDATE OR DELETE ON net_receipt FOR EACH ROW EXECUTE FUNCTION net_receipt_keep();

      -- A right of a work that the house sold to somebody else.
      CREATE TABLE rights_licence (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT rights_licence_pkey PRIMARY KEY,
        version integer NOT NULL DEFAULT 1,
        reference text NOT NULL CONSTRAINT rights_licence_reference_key UNIQUE CONSTRAINT rights_licence_reference_check CHECK (reference <> ''),
        work_id integer NOT NULL CONSTRAINT rights_licence_work_fkey REFERENCES work (id),
        licensee text NOT NULL CONSTRAINT rights_licence_licensee_check CHECK (licensee <> ''),
        "right" text NOT NULL CONSTRAINT rights_licence_right_check CHECK ("right" <> ''),
        -- ISO country codes; none means the whole world.
        territories text[] NOT NULL DEFAULT '{}',
        language text,
        signed_on date,
        starts_on date,
        ends_on date,
        advance numeric(14,2) CONSTRAINT rights_licence_advance_check CHECK (advance >= 0),
        -- Each author of the work must be told of a sub-licence (agreement of 20 December 2022).
        author_informed_on date,
        note text,
        created_at timestamptz NOT NULL DEFAULT now(),
        search_text text NOT NULL GENERATED ALWAYS AS (fold(reference || ' ' || licensee)) STORED,
        CONSTRAINT rights_licence_dates_check CHECK (ends_on >= starts_on)
      );
      CREATE INDEX rights_licence_work_idx ON rights_licence (work_id);
      CREATE TRIGGER rights_licence_audit AFTER INSERT OR UPDATE OR DELETE ON rights_licence FOR EACH ROW EXECUTE FUNCTION audit_change();

      CREATE TABLE rights_income (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT rights_income_pkey PRIMARY KEY,
        licence_id integer NOT NULL CONSTRAINT rights_income_licence_fkey REFERENCES rights_licence (id),
        -- The edition whose clause shares it.
        edition_id integer NOT NULL CONSTRAINT rights_income_edition_fkey REFERENCES edition (id),
        cashed_on date NOT NULL,
        gross numeric(14,2) NOT NULL CONSTRAINT rights_income_gross_check CHECK (gross <> 0),
        foreign_tax numeric(14,2) NOT NULL DEFAULT 0,
        agent_fee numeric(14,2) NOT NULL DEFAULT 0,
        net numeric(14,2) NOT NULL,
        reference text,
        -- The income that this one cancels; an income is cancelled once.
        cancels_id integer CONSTRAINT rights_income_cancels_fkey REFERENCES rights_income (id)
          CONSTRAINT rights_income_cancels_key UNIQUE,
        reason text,
        entry bigint NOT NULL DEFAULT nextval('fact_entry'),
        actor text NOT NULL DEFAULT coalesce(nullif(current_setting('colophon.actor', true), ''), 'system'),
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT rights_income_reason_check CHECK ((cancels_id IS NULL) = (reason IS NULL)),
        CONSTRAINT rights_income_net_check CHECK (net = gross - foreign_tax - agent_fee),
        CONSTRAINT rights_income_signs_check CHECK (sign(foreign_tax) * sign(gross) >= 0 AND sign(agent_fee) * sign(gross) >= 0 AND sign(net) * sign(gross) >= 0)
      );
      CREATE INDEX rights_income_licence_idx ON rights_income (licence_id, cashed_on);
      CREATE INDEX rights_income_edition_idx ON rights_income (edition_id, cashed_on);
      CREATE TRIGGER rights_income_audit AFTER INSERT ON rights_income FOR EACH ROW EXECUTE FUNCTION audit_change('licence_id', 'rights_licence');
      CREATE TRIGGER rights_income_append_only BEFORE UPDATE OR DELETE ON rights_income FOR EACH ROW EXECUTE FUNCTION refuse_change();

      -- What a statement said of a licence stays what it said.
      CREATE FUNCTION rights_licence_keep_stated() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM rights_income i JOIN royalty_statement s ON true JOIN closing k ON k.id = s.closing_id
            JOIN contract_clause l ON l.contract_id = s.contract_id AND l.edition_id = i.edition_id
            WHERE i.licence_id = OLD.id AND k.status = 'closed' AND k.entry > i.entry AND i.cashed_on <= k.period_to) THEN
          RAISE EXCEPTION 'closed statements have counted the income of this licence' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'rights_licence_keep_stated';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER rights_licence_keep_stated BEFORE UPDATE ON rights_licence FOR EACH ROW
        WHEN ((NEW.work_id, NEW.licensee, NEW."right", NEW.territories) IS DISTINCT FROM (OLD.work_id, OLD.licensee, OLD."right", OLD.territories))
        EXECUTE FUNCTION rights_licence_keep_stated();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a house only go forward: restore a backup instead.');
  }
}
