import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stock as a double-entry, append-only table: every copy that leaves one place arrives in another. */
export class Stock1700000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- 'own' places hold copies of the house; the others are where copies come from or go to.
      CREATE TABLE stock_location (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT stock_location_pkey PRIMARY KEY,
        version integer NOT NULL DEFAULT 1,
        code text NOT NULL CONSTRAINT stock_location_code_key UNIQUE,
        name text NOT NULL,
        kind text NOT NULL CONSTRAINT stock_location_kind_check CHECK (kind IN ('own', 'printer', 'customer', 'free', 'destroyed', 'count')),
        archived boolean NOT NULL DEFAULT false
      );
      INSERT INTO stock_location (code, name, kind) VALUES
        ('main', 'Stock principal', 'own'), ('printer', 'Imprimeurs', 'printer'), ('customer', 'Points de vente', 'customer'),
        ('free', 'Exemplaires gratuits', 'free'), ('destroyed', 'Pilon', 'destroyed'), ('count', 'Écarts d’inventaire', 'count');
      CREATE TRIGGER stock_location_audit AFTER INSERT OR UPDATE OR DELETE ON stock_location FOR EACH ROW EXECUTE FUNCTION audit_change();

      CREATE TABLE stock_movement (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT stock_movement_pkey PRIMARY KEY,
        external_id text CONSTRAINT stock_movement_external_id_key UNIQUE,
        edition_id integer NOT NULL CONSTRAINT stock_movement_edition_fkey REFERENCES edition (id),
        kind text NOT NULL CONSTRAINT stock_movement_kind_check CHECK (kind IN ('opening', 'printed', 'sold', 'returned', 'free', 'destroyed', 'counted')),
        free_kind text CONSTRAINT stock_movement_free_kind_check CHECK (free_kind IN ('author', 'legal-deposit', 'review', 'promotion')),
        from_location_id integer NOT NULL CONSTRAINT stock_movement_from_fkey REFERENCES stock_location (id),
        to_location_id integer NOT NULL CONSTRAINT stock_movement_to_fkey REFERENCES stock_location (id),
        -- Negative only to correct an earlier movement of the same kind.
        copies integer NOT NULL CONSTRAINT stock_movement_copies_check CHECK (copies <> 0),
        moved_on date NOT NULL,
        print_run_id integer CONSTRAINT stock_movement_print_run_fkey REFERENCES print_run (id),
        invoice_line_id integer,
        -- The movement that this one undoes; a movement is undone once.
        corrects_id bigint CONSTRAINT stock_movement_corrects_fkey REFERENCES stock_movement (id)
          CONSTRAINT stock_movement_corrects_key UNIQUE,
        reason text,
        entry bigint NOT NULL DEFAULT nextval('fact_entry'),
        actor text NOT NULL DEFAULT coalesce(nullif(current_setting('colophon.actor', true), ''), 'system'),
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT stock_movement_places_check CHECK (from_location_id <> to_location_id),
        CONSTRAINT stock_movement_free_check CHECK ((kind = 'free') = (free_kind IS NOT NULL))
      );
      CREATE INDEX stock_movement_edition_idx ON stock_movement (edition_id, moved_on);
      CREATE INDEX stock_movement_moved_idx ON stock_movement (moved_on, id);
      CREATE INDEX stock_movement_print_run_idx ON stock_movement (print_run_id) WHERE print_run_id IS NOT NULL;
      CREATE INDEX stock_movement_invoice_line_idx ON stock_movement (invoice_line_id) WHERE invoice_line_id IS NOT NULL;
      CREATE FUNCTION stock_movement_keep() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' AND coalesce(current_setting('colophon.undo_import', true), '') = 'on' THEN RETURN OLD; END IF;
        RAISE EXCEPTION 'stock movements are append-only' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'stock_movement_append_only';
      END $$;
      CREATE TRIGGER stock_movement_append_only BEFORE UPDATE OR DELETE ON stock_movement FOR EACH ROW EXECUTE FUNCTION stock_movement_keep();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a house only go forward: restore a backup instead.');
  }
}
