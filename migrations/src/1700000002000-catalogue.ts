import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Works, and their editions: one ISBN a form, with prices that have dates. */
export class Catalogue1700000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE collection (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT collection_pkey PRIMARY KEY,
        version integer NOT NULL DEFAULT 1,
        name text NOT NULL CONSTRAINT collection_name_check CHECK (name <> ''),
        issn text,
        description text
      );
      CREATE UNIQUE INDEX collection_name_key ON collection (fold(name));
      CREATE TRIGGER collection_audit AFTER INSERT OR UPDATE OR DELETE ON collection FOR EACH ROW EXECUTE FUNCTION audit_change();

      CREATE TABLE work (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT work_pkey PRIMARY KEY,
        version integer NOT NULL DEFAULT 1,
        external_id text CONSTRAINT work_external_id_key UNIQUE,
        title text NOT NULL CONSTRAINT work_title_check CHECK (title <> ''),
        subtitle text,
        original_title text,
        language text NOT NULL DEFAULT 'fre' CONSTRAINT work_language_check CHECK (language ~ '^[a-z]{3}$'),
        collection_id integer CONSTRAINT work_collection_fkey REFERENCES collection (id),
        number_in_collection text,
        summary text,
        archived boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT now(),
        sort_title text NOT NULL COLLATE french GENERATED ALWAYS AS (title) STORED,
        search_text text NOT NULL GENERATED ALWAYS AS (fold(title || ' ' || coalesce(subtitle, '') || ' ' || coalesce(original_title, ''))) STORED
      );
      CREATE INDEX work_sort_idx ON work (sort_title, id);
      CREATE INDEX work_search_idx ON work USING gin (search_text gin_trgm_ops);
      CREATE INDEX work_collection_idx ON work (collection_id);
      CREATE TRIGGER work_audit AFTER INSERT OR UPDATE OR DELETE ON work FOR EACH ROW EXECUTE FUNCTION audit_change();

      CREATE TABLE work_contributor (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT work_contributor_pkey PRIMARY KEY,
        work_id integer NOT NULL CONSTRAINT work_contributor_work_fkey REFERENCES work (id),
        contributor_id integer NOT NULL CONSTRAINT work_contributor_contributor_fkey REFERENCES contributor (id),
        role text NOT NULL CONSTRAINT work_contributor_role_check CHECK (role ~ '^[A-Z][0-9]{2}$'),
        sequence integer NOT NULL CONSTRAINT work_contributor_sequence_check CHECK (sequence > 0),
        CONSTRAINT work_contributor_role_key UNIQUE (work_id, contributor_id, role)
      );
      CREATE INDEX work_contributor_contributor_idx ON work_contributor (contributor_id);
      CREATE TRIGGER work_contributor_audit AFTER INSERT OR UPDATE OR DELETE ON work_contributor FOR EACH ROW EXECUTE FUNCTION audit_change('work_id', 'work');

      CREATE TABLE edition (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT edition_pkey PRIMARY KEY,
        version integer NOT NULL DEFAULT 1,
        external_id text CONSTRAINT edition_external_id_key UNIQUE,
        work_id integer NOT NULL CONSTRAINT edition_work_fkey REFERENCES work (id),
        product_form text NOT NULL CONSTRAINT edition_product_form_check CHECK (product_form IN
          ('paperback', 'mass-market-paperback', 'hardback', 'board-book', 'spiral-bound', 'leaflet', 'other-book', 'e-book', 'audio-download',
           'audio-cd', 'map', 'calendar', 'cards', 'poster', 'notebook', 'game', 'other-goods')),
        isbn13 text CONSTRAINT edition_isbn13_key UNIQUE CONSTRAINT edition_isbn13_check CHECK (isbn13 ~ '^97[89][0-9]{10}$'),
        ean text CONSTRAINT edition_ean_key UNIQUE CONSTRAINT edition_ean_check CHECK (ean ~ '^[0-9]{13}$'),
        title text,
        publication_date date,
        availability text NOT NULL DEFAULT 'forthcoming' CONSTRAINT edition_availability_check CHECK (availability IN
          ('cancelled', 'forthcoming', 'in-stock', 'to-order', 'print-on-demand', 'temporarily-unavailable', 'out-of-stock', 'reprinting',
           'not-available', 'replaced', 'other-format', 'out-of-print', 'withdrawn', 'recalled')),
        vat_rate numeric NOT NULL CONSTRAINT edition_vat_rate_check CHECK (vat_rate BETWEEN 0 AND 100),
        page_count integer CONSTRAINT edition_page_count_check CHECK (page_count > 0),
        height_mm integer CONSTRAINT edition_height_check CHECK (height_mm > 0),
        width_mm integer CONSTRAINT edition_width_check CHECK (width_mm > 0),
        weight_g integer CONSTRAINT edition_weight_check CHECK (weight_g > 0),
        cover_file_id integer CONSTRAINT edition_cover_fkey REFERENCES stored_file (id),
        archived boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      -- With the date, so that works are sorted by their first publication without reading their editions.
      CREATE INDEX edition_work_idx ON edition (work_id, publication_date);
      CREATE INDEX edition_publication_idx ON edition (publication_date, id);
      CREATE INDEX edition_publication_sort_idx ON edition (coalesce(publication_date, DATE '0001-01-01'), id);
      CREATE INDEX edition_isbn_sort_idx ON edition (coalesce(isbn13, ''), id);
      CREATE INDEX edition_isbn_trgm_idx ON edition USING gin (isbn13 gin_trgm_ops);
      CREATE INDEX edition_ean_trgm_idx ON edition USING gin (ean gin_trgm_ops);
      CREATE INDEX edition_title_trgm_idx ON edition USING gin (fold(title) gin_trgm_ops) WHERE title IS NOT NULL;
      CREATE TRIGGER edition_audit AFTER INSERT OR UPDATE OR DELETE ON edition FOR EACH ROW EXECUTE FUNCTION audit_change();

      CREATE TABLE edition_price (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT edition_price_pkey PRIMARY KEY,
        edition_id integer NOT NULL CONSTRAINT edition_price_edition_fkey REFERENCES edition (id),
        valid_from date NOT NULL,
        retail_price_incl_vat numeric(14,2) NOT NULL CONSTRAINT edition_price_positive_check CHECK (retail_price_incl_vat >= 0),
        CONSTRAINT edition_price_from_key UNIQUE (edition_id, valid_from)
      );
      CREATE TRIGGER edition_price_audit AFTER INSERT OR UPDATE OR DELETE ON edition_price FOR EACH ROW EXECUTE FUNCTION audit_change('edition_id', 'edition');
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a house only go forward: restore a backup instead.');
  }
}
