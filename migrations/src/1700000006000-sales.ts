import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Invoices and credit notes: drafts are free, posted documents never change. */
export class Sales1700000006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE invoice (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT invoice_pkey PRIMARY KEY,
        version integer NOT NULL DEFAULT 1,
        kind text NOT NULL CONSTRAINT invoice_kind_check CHECK (kind IN ('invoice', 'credit-note')),
        status text NOT NULL DEFAULT 'draft' CONSTRAINT invoice_status_check CHECK (status IN ('draft', 'posted')),
        number text CONSTRAINT invoice_number_key UNIQUE,
        point_of_sale_id integer NOT NULL CONSTRAINT invoice_point_of_sale_fkey REFERENCES point_of_sale (id),
        origin_invoice_id integer CONSTRAINT invoice_origin_fkey REFERENCES invoice (id),
        issue_date date,
        supply_date date,
        due_date date,
        purchase_order_number text,
        note text,
        -- Why a discount above the cap of the law (81-766, article 3) or a sale of copies not in stock was let through.
        discount_reason text,
        negative_stock_reason text,
        -- A credit note for a price moves no copies; one for returned copies puts them back in stock.
        moves_stock boolean NOT NULL DEFAULT true,
        vat_regime text NOT NULL DEFAULT 'domestic' CONSTRAINT invoice_vat_regime_check
          CHECK (vat_regime IN ('domestic', 'franchise', 'intra-eu', 'export')),
        -- Parties and terms as they were at posting: { seller }, { buyer } and { days, kind }.
        seller jsonb,
        buyer jsonb,
        payment_terms jsonb,
        total_excl_vat numeric(14,2) NOT NULL DEFAULT 0,
        total_vat numeric(14,2) NOT NULL DEFAULT 0,
        total_incl_vat numeric(14,2) NOT NULL DEFAULT 0,
        hash text,
        previous_hash text,
        posted_at timestamptz,
        posted_by text,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT invoice_posted_check CHECK (status = 'draft' OR (number IS NOT NULL AND issue_date IS NOT NULL
          AND (due_date IS NOT NULL OR kind = 'credit-note') AND seller IS NOT NULL AND buyer IS NOT NULL AND hash IS NOT NULL)),
        CONSTRAINT invoice_draft_number_check CHECK (status = 'posted' OR number IS NULL),
        CONSTRAINT invoice_origin_check CHECK ((kind = 'credit-note') = (origin_invoice_id IS NOT NULL)),
        CONSTRAINT invoice_total_check CHECK (total_excl_vat + total_vat = total_incl_vat)
      );
      CREATE INDEX invoice_point_of_sale_idx ON invoice (point_of_sale_id, id);
      -- Drafts have no date: the list shows them before everything else.
      CREATE INDEX invoice_issue_idx ON invoice (coalesce(issue_date, 'infinity'::date), id);
      CREATE INDEX invoice_credit_note_issue_idx ON invoice (coalesce(issue_date, 'infinity'::date), id) WHERE kind = 'credit-note';
      CREATE INDEX invoice_draft_idx ON invoice (id) WHERE status = 'draft';
      -- Each way of sorting a list of a million reads its first page from an index, and so does each rare kind of row.
      CREATE INDEX invoice_due_idx ON invoice (coalesce(due_date, 'infinity'::date), id);
      CREATE INDEX invoice_number_sort_idx ON invoice (coalesce(number, ''), id);
      CREATE INDEX invoice_total_idx ON invoice (total_incl_vat, id);
      CREATE INDEX invoice_number_trgm_idx ON invoice USING gin (number gin_trgm_ops);
      CREATE INDEX invoice_origin_idx ON invoice (origin_invoice_id) WHERE origin_invoice_id IS NOT NULL;

      CREATE TABLE invoice_line (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT invoice_line_pkey PRIMARY KEY,
        invoice_id integer NOT NULL CONSTRAINT invoice_line_invoice_fkey REFERENCES invoice (id) ON DELETE CASCADE,
        position integer NOT NULL CONSTRAINT invoice_line_position_check CHECK (position > 0),
        edition_id integer CONSTRAINT invoice_line_edition_fkey REFERENCES edition (id),
        origin_line_id integer CONSTRAINT invoice_line_origin_fkey REFERENCES invoice_line (id),
        description text NOT NULL,
        detail text,
        isbn13 text,
        quantity integer NOT NULL CONSTRAINT invoice_line_quantity_check CHECK (quantity > 0),
        retail_price_incl_vat numeric(14,2),
        unit_price_excl_vat numeric(18,6),
        discount_rate numeric NOT NULL DEFAULT 0 CONSTRAINT invoice_line_discount_check CHECK (discount_rate BETWEEN 0 AND 100),
        vat_rate numeric NOT NULL,
        -- Net price of one copy as printed (CGI ann. II 242 nonies A); the amount is rounded from the exact product.
        net_unit_price_excl_vat numeric(18,6) NOT NULL,
        exact_product text NOT NULL,
        amount_excl_vat numeric(14,2) NOT NULL,
        CONSTRAINT invoice_line_position_key UNIQUE (invoice_id, position) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT invoice_line_price_check CHECK ((retail_price_incl_vat IS NULL) <> (unit_price_excl_vat IS NULL))
      );
      CREATE INDEX invoice_line_edition_idx ON invoice_line (edition_id);
      CREATE INDEX invoice_line_origin_idx ON invoice_line (origin_line_id) WHERE origin_line_id IS NOT NULL;
      ALTER TABLE stock_movement ADD CONSTRAINT stock_movement_invoice_line_fkey FOREIGN KEY (invoice_line_id) REFERENCES invoice_line (id);

      CREATE TABLE invoice_vat (
        invoice_id integer NOT NULL CONSTRAINT invoice_vat_invoice_fkey REFERENCES invoice (id) ON DELETE CASCADE,
        rate numeric NOT NULL,
        base numeric(14,2) NOT NULL,
        amount numeric(14,2) NOT NULL,
        CONSTRAINT invoice_vat_pkey PRIMARY KEY (invoice_id, rate)
      );

      CREATE TABLE invoice_document (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT invoice_document_pkey PRIMARY KEY,
        invoice_id integer NOT NULL CONSTRAINT invoice_document_invoice_fkey REFERENCES invoice (id),
        format text NOT NULL CONSTRAINT invoice_document_format_check CHECK (format IN ('pdf', 'xlsx')),
        locale text NOT NULL CONSTRAINT invoice_document_locale_check CHECK (locale IN ('fr', 'en')),
        file_id integer NOT NULL CONSTRAINT invoice_document_file_fkey REFERENCES stored_file (id),
        CONSTRAINT invoice_document_key UNIQUE (invoice_id, format, locale)
      );

      CREATE FUNCTION invoice_keep_posted() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status = 'posted' THEN
          RAISE EXCEPTION 'a posted invoice never changes' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'invoice_keep_posted';
        END IF;
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
      END $$;
      CREATE TRIGGER invoice_keep_posted BEFORE UPDATE OR DELETE ON invoice FOR EACH ROW EXECUTE FUNCTION invoice_keep_posted();

      CREATE FUNCTION invoice_part_keep_posted() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE the_invoice integer := CASE WHEN TG_OP = 'INSERT' THEN NEW.invoice_id ELSE OLD.invoice_id END;
      BEGIN
        IF (SELECT status FROM invoice WHERE id = the_invoice) = 'posted' THEN
          RAISE EXCEPTION 'a posted invoice never changes' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'invoice_keep_posted';
        END IF;
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
      END $$;
      CREATE TRIGGER invoice_line_keep_posted BEFORE INSERT OR UPDATE OR DELETE ON invoice_line FOR EACH ROW EXECUTE FUNCTION invoice_part_keep_posted();
      CREATE TRIGGER invoice_vat_keep_posted BEFORE INSERT OR UPDATE OR DELETE ON invoice_vat FOR EACH ROW EXECUTE FUNCTION invoice_part_keep_posted();
      CREATE TRIGGER invoice_document_append_only BEFORE UPDATE OR DELETE ON invoice_document FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER invoice_audit AFTER INSERT OR UPDATE OR DELETE ON invoice FOR EACH ROW EXECUTE FUNCTION audit_change();
      CREATE TRIGGER invoice_line_audit AFTER INSERT OR UPDATE OR DELETE ON invoice_line FOR EACH ROW EXECUTE FUNCTION audit_change('invoice_id', 'invoice_line');
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a house only go forward: restore a backup instead.');
  }
}
