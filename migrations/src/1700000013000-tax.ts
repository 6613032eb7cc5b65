import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How each author is taxed and why: the situation behind a dated profile, its certificate or treaty forms, and the rates
 * and thresholds that the accountant keeps by date.
 *
 * A payment freezes what it withheld, and a closed statement the net that it announced: so a profile changes freely but
 * for days on which somebody was paid by it.
 */
export class Tax1700000013000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- As commissioning payer: its account with Urssaf, and who certifies what was withheld.
      ALTER TABLE house ADD COLUMN urssaf_account text, ADD COLUMN signatory text;

      ALTER TABLE contributor_tax_profile
        ADD COLUMN situation text CONSTRAINT contributor_tax_profile_situation_check
          CHECK (situation IN ('author', 'exempt', 'rightsHolder', 'abroad', 'treaty')),
        -- Of the exemption: its number where there is one (else the author's SIRET), its last day (exempt_until), the paper.
        ADD COLUMN certificate_number text,
        ADD COLUMN certificate_file_id integer CONSTRAINT contributor_tax_profile_file_fkey REFERENCES stored_file (id),
        -- Of who lives abroad: where, when forms 5000 and 5003 came in, and the last day for which they hold.
        ADD COLUMN country text CONSTRAINT contributor_tax_profile_country_check CHECK (country ~ '^[A-Z]{2}$'),
        ADD COLUMN form_5000_on date,
        ADD COLUMN form_5003_on date,
        ADD COLUMN forms_until date,
        DROP CONSTRAINT contributor_tax_profile_vat_check,
        ADD CONSTRAINT contributor_tax_profile_vat_check CHECK (vat IN ('withheld', 'liable', 'none', 'reverseCharge'));

      -- What was entered before says only who is exempt: whoever bears a tax lives abroad, the others wait for their certificate.
      ALTER TABLE contributor_tax_profile DISABLE TRIGGER contributor_tax_profile_audit;
      UPDATE contributor_tax_profile SET situation = CASE
        WHEN social = 'withheld' THEN 'author' WHEN withholding_tax_rate > 0 THEN 'abroad' ELSE 'exempt' END;
      ALTER TABLE contributor_tax_profile ENABLE TRIGGER contributor_tax_profile_audit;
      ALTER TABLE contributor_tax_profile ALTER COLUMN situation SET NOT NULL;

      DROP TRIGGER tax_profile_keep_paid_change ON contributor_tax_profile;
      CREATE OR REPLACE FUNCTION tax_profile_keep_paid() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        whose integer := CASE WHEN TG_OP = 'INSERT' THEN NEW.contributor_id ELSE OLD.contributor_id END;
        own_id integer := CASE WHEN TG_OP = 'INSERT' THEN NEW.id ELSE OLD.id END;
        first_day date := CASE TG_OP WHEN 'INSERT' THEN NEW.valid_from WHEN 'DELETE' THEN OLD.valid_from ELSE least(OLD.valid_from, NEW.valid_from) END;
        last_start date := CASE TG_OP WHEN 'INSERT' THEN NEW.valid_from WHEN 'DELETE' THEN OLD.valid_from ELSE greatest(OLD.valid_from, NEW.valid_from) END;
        next_day date := (SELECT min(valid_from) FROM contributor_tax_profile WHERE contributor_id = whose AND id <> own_id AND valid_from > last_start);
      BEGIN
        -- A certificate or forms that hold longer, or less long, change only the days in between.
        IF TG_OP = 'UPDATE' AND (NEW.contributor_id, NEW.valid_from, NEW.social, NEW.vat, NEW.withholding_tax_rate)
             = (OLD.contributor_id, OLD.valid_from, OLD.social, OLD.vat, OLD.withholding_tax_rate) THEN
          first_day := 1 + least(
            CASE WHEN OLD.exempt_until IS DISTINCT FROM NEW.exempt_until THEN least(coalesce(OLD.exempt_until, 'infinity'), coalesce(NEW.exempt_until, 'infinity')) END,
            CASE WHEN OLD.forms_until IS DISTINCT FROM NEW.forms_until THEN least(coalesce(OLD.forms_until, 'infinity'), coalesce(NEW.forms_until, 'infinity')) END);
          next_day := least(coalesce(next_day, 'infinity'), 1 + greatest(
            CASE WHEN OLD.exempt_until IS DISTINCT FROM NEW.exempt_until THEN greatest(coalesce(OLD.exempt_until, 'infinity'), coalesce(NEW.exempt_until, 'infinity')) END,
            CASE WHEN OLD.forms_until IS DISTINCT FROM NEW.forms_until THEN greatest(coalesce(OLD.forms_until, 'infinity'), coalesce(NEW.forms_until, 'infinity')) END));
        END IF;
        IF EXISTS (SELECT FROM royalty_payment y WHERE y.contributor_id = whose AND y.status = 'executed'
            AND y.executed_on >= first_day AND y.executed_on < coalesce(next_day, 'infinity')) THEN
          RAISE EXCEPTION 'somebody was paid by this profile' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'tax_profile_keep_paid';
        END IF;
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
      END $$;
      CREATE TRIGGER tax_profile_keep_paid_change BEFORE UPDATE ON contributor_tax_profile FOR EACH ROW
        WHEN ((NEW.contributor_id, NEW.valid_from, NEW.social, NEW.vat, NEW.withholding_tax_rate, NEW.exempt_until, NEW.forms_until)
          IS DISTINCT FROM (OLD.contributor_id, OLD.valid_from, OLD.social, OLD.vat, OLD.withholding_tax_rate, OLD.exempt_until, OLD.forms_until))
        EXECUTE FUNCTION tax_profile_keep_paid();

      -- What the State takes on of the pension, VAT overseas (CGI 296), tax of non-residents (CGI 182 B, at the rate of 219 I).
      ALTER TABLE withholding_rate
        ADD COLUMN pension_relief_rate numeric NOT NULL DEFAULT 0.75,
        ADD COLUMN uncapped_pension_relief_rate numeric NOT NULL DEFAULT 0.40,
        ADD COLUMN overseas_vat_rate numeric NOT NULL DEFAULT 2.1,
        ADD COLUMN overseas_vat_kept_rate numeric NOT NULL DEFAULT 0.4,
        ADD COLUMN withholding_tax_rate numeric NOT NULL DEFAULT 25,
        -- The year whose rates were taken over and confirmed by the accountant.
        ADD COLUMN copied_from date,
        ADD COLUMN note text;
      ALTER TABLE withholding_rate DISABLE TRIGGER withholding_rate_audit;
      UPDATE withholding_rate SET withholding_tax_rate = CASE WHEN valid_from < '2021-01-01' THEN 28 ELSE 26.5 END WHERE valid_from < '2022-01-01';
      ALTER TABLE withholding_rate ENABLE TRIGGER withholding_rate_audit;

      -- Rates of tax treaties on literary royalties, for authors who sent forms 5000 and 5003.
      CREATE TABLE treaty_rate (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT treaty_rate_pkey PRIMARY KEY,
        version integer NOT NULL DEFAULT 1,
        country text NOT NULL CONSTRAINT treaty_rate_country_check CHECK (country ~ '^[A-Z]{2}$'),
        valid_from date NOT NULL,
        rate numeric NOT NULL CONSTRAINT treaty_rate_rate_check CHECK (rate BETWEEN 0 AND 100),
        note text,
        -- Whether the accountant has read the treaty: what a new house starts with is to be checked.
        verified boolean NOT NULL DEFAULT false,
        CONSTRAINT treaty_rate_from_key UNIQUE (country, valid_from)
      );
      INSERT INTO treaty_rate (country, valid_from, rate, note) VALUES
        ('BE', '2000-01-01', 0, NULL), ('CA', '2000-01-01', 0, 'œuvres littéraires'), ('CH', '2000-01-01', 5, NULL), ('DE', '2000-01-01', 0, NULL),
        ('ES', '2000-01-01', 0, 'œuvres littéraires'), ('GB', '2000-01-01', 0, NULL), ('IT', '2000-01-01', 0, 'œuvres littéraires'), ('US', '2000-01-01', 0, NULL);
      CREATE TRIGGER treaty_rate_audit AFTER INSERT OR UPDATE OR DELETE ON treaty_rate FOR EACH ROW EXECUTE FUNCTION audit_change();

      -- Amounts above which a return names a beneficiary, by the day of payment (DAS2: CGI 240).
      CREATE TABLE declaration_threshold (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT declaration_threshold_pkey PRIMARY KEY,
        version integer NOT NULL DEFAULT 1,
        declaration text NOT NULL CONSTRAINT declaration_threshold_declaration_check CHECK (declaration IN ('das2')),
        valid_from date NOT NULL,
        amount numeric(14,2) NOT NULL CONSTRAINT declaration_threshold_amount_check CHECK (amount >= 0),
        CONSTRAINT declaration_threshold_from_key UNIQUE (declaration, valid_from)
      );
      INSERT INTO declaration_threshold (declaration, valid_from, amount) VALUES ('das2', '2014-01-01', 1200), ('das2', '2024-01-01', 2400);
      CREATE TRIGGER declaration_threshold_audit AFTER INSERT OR UPDATE OR DELETE ON declaration_threshold FOR EACH ROW EXECUTE FUNCTION audit_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a house only go forward: restore a backup instead.');
  }
}
