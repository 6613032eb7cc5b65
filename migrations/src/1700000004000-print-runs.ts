import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Print runs from plan to acceptance; what was accepted is corrected by a new row, never rewritten in silence. */
export class PrintRuns1700000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE print_run (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT print_run_pkey PRIMARY KEY,
        version integer NOT NULL DEFAULT 1,
        external_id text CONSTRAINT print_run_external_id_key UNIQUE,
        edition_id integer NOT NULL CONSTRAINT print_run_edition_fkey REFERENCES edition (id),
        number integer NOT NULL CONSTRAINT print_run_number_check CHECK (number > 0),
        status text NOT NULL DEFAULT 'planned' CONSTRAINT print_run_status_check CHECK (status IN ('planned', 'ordered', 'delivered', 'accepted', 'cancelled')),
        printer_name text,
        planned_on date,
        ordered_on date,
        delivered_on date,
        accepted_on date,
        quantity_planned integer CONSTRAINT print_run_planned_check CHECK (quantity_planned > 0),
        quantity_ordered integer CONSTRAINT print_run_ordered_check CHECK (quantity_ordered > 0),
        quantity_delivered integer CONSTRAINT print_run_delivered_check CHECK (quantity_delivered >= 0),
        quantity_accepted integer CONSTRAINT print_run_quantity_accepted_check CHECK (quantity_accepted >= 0),
        unit_cost numeric(18,6) CONSTRAINT print_run_unit_cost_check CHECK (unit_cost >= 0),
        paper text,
        label text,
        notes text,
        royalties_already_paid boolean NOT NULL DEFAULT false,
        retail_price_incl_vat numeric(14,2),
        vat_rate numeric,
        exclusions jsonb,
        accepted_entry bigint,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT print_run_number_key UNIQUE (edition_id, number),
        CONSTRAINT print_run_accepted_check CHECK (status <> 'accepted' OR (accepted_on IS NOT NULL AND quantity_accepted IS NOT NULL))
      );
      CREATE INDEX print_run_edition_idx ON print_run (edition_id);
      -- The list's own order: by the date of the last step, what is not dated yet first.
      CREATE INDEX print_run_date_idx ON print_run ((coalesce(coalesce(accepted_on, delivered_on, ordered_on, planned_on), '9999-12-31'::date)), id);
      CREATE INDEX print_run_status_idx ON print_run (status, id);
      CREATE TRIGGER print_run_audit AFTER INSERT OR UPDATE OR DELETE ON print_run FOR EACH ROW EXECUTE FUNCTION audit_change();

      CREATE TABLE print_run_correction (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT print_run_correction_pkey PRIMARY KEY,
        print_run_id integer NOT NULL CONSTRAINT print_run_correction_run_fkey REFERENCES print_run (id),
        accepted_before integer NOT NULL,
        accepted_after integer NOT NULL CONSTRAINT print_run_correction_after_check CHECK (accepted_after >= 0),
        corrected_on date NOT NULL,
        reason text NOT NULL CONSTRAINT print_run_correction_reason_check CHECK (reason <> ''),
        entry bigint NOT NULL DEFAULT nextval('fact_entry'),
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX print_run_correction_run_idx ON print_run_correction (print_run_id);
      CREATE TRIGGER print_run_correction_append_only BEFORE UPDATE OR DELETE ON print_run_correction FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER print_run_correction_audit AFTER INSERT ON print_run_correction FOR EACH ROW EXECUTE FUNCTION audit_change('print_run_id', 'print_run');

      -- Once accepted, the edition, date, quantity and price of a run are facts of royalty statements. The quantity follows
      -- a correction, and only it: whoever writes one names the run in colophon.correcting_run for that transaction.
      CREATE FUNCTION print_run_keep_accepted() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status <> 'accepted' OR coalesce(current_setting('colophon.undo_import', true), '') = 'on' THEN
          RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
        END IF;
        IF TG_OP = 'DELETE'
           OR (NEW.status, NEW.edition_id, NEW.number, NEW.accepted_on, NEW.royalties_already_paid, NEW.retail_price_incl_vat, NEW.vat_rate, NEW.exclusions, NEW.accepted_entry)
             IS DISTINCT FROM (OLD.status, OLD.edition_id, OLD.number, OLD.accepted_on, OLD.royalties_already_paid, OLD.retail_price_incl_vat, OLD.vat_rate, OLD.exclusions, OLD.accepted_entry)
           OR (NEW.quantity_accepted IS DISTINCT FROM OLD.quantity_accepted
             AND coalesce(current_setting('colophon.correcting_run', true), '') <> OLD.id::text) THEN
          RAISE EXCEPTION 'an accepted print run is corrected, not changed' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'print_run_keep_accepted';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER print_run_keep_accepted BEFORE UPDATE OR DELETE ON print_run FOR EACH ROW EXECUTE FUNCTION print_run_keep_accepted();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a house only go forward: restore a backup instead.');
  }
}
