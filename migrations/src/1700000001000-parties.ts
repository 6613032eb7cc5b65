import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The house itself, the people it publishes and the shops it sells to. */
export class Parties1700000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE house (
        only_row boolean NOT NULL DEFAULT true CONSTRAINT house_pkey PRIMARY KEY CONSTRAINT house_one_row_check CHECK (only_row),
        version integer NOT NULL DEFAULT 1,
        legal_name text NOT NULL,
        trade_name text,
        legal_form text,
        share_capital numeric(14,2),
        siren text CONSTRAINT house_siren_check CHECK (siren ~ '^[0-9]{9}$'),
        siret text CONSTRAINT house_siret_check CHECK (siret ~ '^[0-9]{14}$'),
        vat_number text,
        trade_register_city text,
        address jsonb NOT NULL DEFAULT '{}',
        email text,
        phone text,
        website text,
        iban text,
        bic text,
        bank_name text,
        logo_file_id integer CONSTRAINT house_logo_fkey REFERENCES stored_file (id),
        accent_color text CONSTRAINT house_accent_color_check CHECK (accent_color ~ '^#[0-9a-f]{6}$'),
        payment_term_days integer NOT NULL DEFAULT 60 CONSTRAINT house_payment_term_days_check CHECK (payment_term_days BETWEEN 0 AND 365),
        payment_term_kind text NOT NULL DEFAULT 'end-of-month' CONSTRAINT house_payment_term_kind_check CHECK (payment_term_kind IN ('net', 'end-of-month')),
        late_penalty_rate numeric NOT NULL DEFAULT 12.15,
        early_payment_terms text,
        vat_liable boolean NOT NULL DEFAULT true,
        vat_on_debits boolean NOT NULL DEFAULT false,
        unit_price_rounding text NOT NULL DEFAULT '2' CONSTRAINT house_unit_price_rounding_check CHECK (unit_price_rounding IN ('2', '4', 'none')),
        default_legal_deposit integer NOT NULL DEFAULT 1 CONSTRAINT house_default_legal_deposit_check CHECK (default_legal_deposit >= 0)
      );
      INSERT INTO house (legal_name) VALUES ('');
      CREATE TRIGGER house_audit AFTER UPDATE ON house FOR EACH ROW EXECUTE FUNCTION audit_change('only_row');

      CREATE TABLE contributor (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT contributor_pkey PRIMARY KEY,
        version integer NOT NULL DEFAULT 1,
        external_id text CONSTRAINT contributor_external_id_key UNIQUE,
        kind text NOT NULL DEFAULT 'person' CONSTRAINT contributor_kind_check CHECK (kind IN ('person', 'organisation')),
        last_name text NOT NULL CONSTRAINT contributor_last_name_check CHECK (last_name <> ''),
        first_name text,
        pseudonym text,
        isni text CONSTRAINT contributor_isni_key UNIQUE,
        email text,
        phone text,
        address jsonb NOT NULL DEFAULT '{}',
        siret text,
        vat_number text,
        iban_encrypted bytea,
        iban_last4 text,
        bic_encrypted bytea,
        social_security_number_encrypted bytea,
        social_security_number_last2 text,
        notes text,
        archived boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT now(),
        display_name text NOT NULL GENERATED ALWAYS AS (coalesce(nullif(pseudonym, ''), CASE WHEN coalesce(first_name, '') = '' THEN last_name ELSE first_name || ' ' || last_name END)) STORED,
        sort_name text NOT NULL COLLATE french GENERATED ALWAYS AS (last_name || ' ' || coalesce(first_name, '')) STORED,
        search_text text NOT NULL GENERATED ALWAYS AS (fold(last_name || ' ' || coalesce(first_name, '') || ' ' || coalesce(pseudonym, '') || ' ' || coalesce(email, '') || ' ' || coalesce(isni, ''))) STORED
      );
      CREATE INDEX contributor_sort_idx ON contributor (sort_name, id);
      CREATE INDEX contributor_search_idx ON contributor USING gin (search_text gin_trgm_ops);
      CREATE TRIGGER contributor_audit AFTER INSERT OR UPDATE OR DELETE ON contributor FOR EACH ROW EXECUTE FUNCTION audit_change();

      -- Dated: what applies on a payment date is the last profile whose valid_from is not after it.
      CREATE TABLE contributor_tax_profile (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT contributor_tax_profile_pkey PRIMARY KEY,
        contributor_id integer NOT NULL CONSTRAINT contributor_tax_profile_contributor_fkey REFERENCES contributor (id),
        valid_from date NOT NULL,
        social text NOT NULL CONSTRAINT contributor_tax_profile_social_check CHECK (social IN ('withheld', 'exempt')),
        vat text NOT NULL CONSTRAINT contributor_tax_profile_vat_check CHECK (vat IN ('withheld', 'liable', 'none')),
        withholding_tax_rate numeric NOT NULL DEFAULT 0 CONSTRAINT contributor_tax_profile_rate_check CHECK (withholding_tax_rate BETWEEN 0 AND 100),
        exempt_until date,
        CONSTRAINT contributor_tax_profile_from_key UNIQUE (contributor_id, valid_from)
      );
      CREATE TRIGGER contributor_tax_profile_audit AFTER INSERT OR UPDATE OR DELETE ON contributor_tax_profile FOR EACH ROW EXECUTE FUNCTION audit_change('contributor_id', 'contributor');

      CREATE TABLE point_of_sale (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT point_of_sale_pkey PRIMARY KEY,
        version integer NOT NULL DEFAULT 1,
        external_id text CONSTRAINT point_of_sale_external_id_key UNIQUE,
        name text NOT NULL CONSTRAINT point_of_sale_name_check CHECK (name <> ''),
        kind text NOT NULL CONSTRAINT point_of_sale_kind_check CHECK (kind IN
          ('independent-bookshop', 'chain', 'wholesaler', 'distributor', 'library', 'museum-shop', 'association', 'online', 'author', 'other')),
        gln text CONSTRAINT point_of_sale_gln_key UNIQUE CONSTRAINT point_of_sale_gln_check CHECK (gln ~ '^[0-9]{13}$'),
        siren text CONSTRAINT point_of_sale_siren_check CHECK (siren ~ '^[0-9]{9}$'),
        siret text CONSTRAINT point_of_sale_siret_key UNIQUE CONSTRAINT point_of_sale_siret_check CHECK (siret ~ '^[0-9]{14}$'),
        vat_number text,
        email text,
        phone text,
        billing_address jsonb NOT NULL DEFAULT '{}',
        delivery_address jsonb,
        trade_discount_rate numeric NOT NULL DEFAULT 0 CONSTRAINT point_of_sale_discount_check CHECK (trade_discount_rate BETWEEN 0 AND 100),
        payment_term_days integer CONSTRAINT point_of_sale_payment_term_days_check CHECK (payment_term_days BETWEEN 0 AND 365),
        payment_term_kind text CONSTRAINT point_of_sale_payment_term_kind_check CHECK (payment_term_kind IN ('net', 'end-of-month')),
        contacts jsonb NOT NULL DEFAULT '[]',
        notes text,
        archived boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT now(),
        sort_name text NOT NULL COLLATE french GENERATED ALWAYS AS (name) STORED,
        city text GENERATED ALWAYS AS (billing_address ->> 'city') STORED,
        search_text text NOT NULL GENERATED ALWAYS AS (fold(name || ' ' || coalesce(billing_address ->> 'city', '') || ' ' || coalesce(gln, '') || ' ' || coalesce(siren, '') || ' ' || coalesce(email, ''))) STORED
      );
      CREATE INDEX point_of_sale_sort_idx ON point_of_sale (sort_name, id);
      CREATE INDEX point_of_sale_search_idx ON point_of_sale USING gin (search_text gin_trgm_ops);
      CREATE TRIGGER point_of_sale_audit AFTER INSERT OR UPDATE OR DELETE ON point_of_sale FOR EACH ROW EXECUTE FUNCTION audit_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a house only go forward: restore a backup instead.');
  }
}
