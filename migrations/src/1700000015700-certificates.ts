import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The certificate that each executed payment gives the author of what was withheld (CSS L382-5, order of 19 April 1995). */
export class Certificates1700000015700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE withholding_certificate (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT withholding_certificate_pkey PRIMARY KEY,
        number text NOT NULL CONSTRAINT withholding_certificate_number_key UNIQUE,
        payment_id integer NOT NULL CONSTRAINT withholding_certificate_payment_fkey REFERENCES royalty_payment (id)
          CONSTRAINT withholding_certificate_payment_key UNIQUE,
        contributor_id integer NOT NULL CONSTRAINT withholding_certificate_contributor_fkey REFERENCES contributor (id),
        executed_on date NOT NULL,
        issued_on date NOT NULL,
        -- What it certifies, as it stood when the payment was executed; its hash is of the number, the day and this.
        content jsonb NOT NULL,
        content_hash text NOT NULL CONSTRAINT withholding_certificate_hash_check CHECK (content_hash ~ '^[0-9a-f]{64}$'),
        -- Sealed: the author's social-security number as the certificate carries it.
        social_security_number_encrypted bytea,
        -- The bank sent the payment back: the certificate is void from that day.
        voided_on date,
        void_reason text,
        CONSTRAINT withholding_certificate_void_check CHECK ((voided_on IS NULL) = (void_reason IS NULL))
      );
      CREATE INDEX withholding_certificate_contributor_idx ON withholding_certificate (contributor_id, executed_on);
      CREATE TRIGGER withholding_certificate_audit AFTER INSERT OR UPDATE ON withholding_certificate FOR EACH ROW EXECUTE FUNCTION audit_change();

      CREATE FUNCTION withholding_certificate_keep() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' OR OLD.voided_on IS NOT NULL
           OR to_jsonb(NEW) - ARRAY['voided_on', 'void_reason'] <> to_jsonb(OLD) - ARRAY['voided_on', 'void_reason'] THEN
          RAISE EXCEPTION 'a certificate that was issued never changes' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'withholding_certificate_keep';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER withholding_certificate_keep BEFORE UPDATE OR DELETE ON withholding_certificate FOR EACH ROW EXECUTE FUNCTION withholding_certificate_keep();

      CREATE TABLE withholding_certificate_document (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT withholding_certificate_document_pkey PRIMARY KEY,
        certificate_id integer NOT NULL CONSTRAINT withholding_certificate_document_fkey REFERENCES withholding_certificate (id),
        locale text NOT NULL CONSTRAINT withholding_certificate_document_locale_check CHECK (locale IN ('fr', 'en')),
        sha256 text NOT NULL CONSTRAINT withholding_certificate_document_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        -- Sealed where it shows a social-security number.
        bytes_encrypted bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT withholding_certificate_document_key UNIQUE (certificate_id, locale)
      );
      CREATE TRIGGER withholding_certificate_document_append_only BEFORE UPDATE OR DELETE ON withholding_certificate_document FOR EACH ROW EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a house only go forward: restore a backup instead.');
  }
}
