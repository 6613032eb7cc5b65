import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Outgoing mail: how the house's server is reached, and an outbox in which nothing is sent twice. */
export class Mail1700000016000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mail_setting (
        only_row boolean NOT NULL DEFAULT true CONSTRAINT mail_setting_pkey PRIMARY KEY CONSTRAINT mail_setting_one_row_check CHECK (only_row),
        version integer NOT NULL DEFAULT 1,
        host text,
        port integer NOT NULL DEFAULT 465 CONSTRAINT mail_setting_port_check CHECK (port BETWEEN 1 AND 65535),
        security text NOT NULL DEFAULT 'tls' CONSTRAINT mail_setting_security_check CHECK (security IN ('tls', 'starttls', 'none')),
        user_name text,
        password_encrypted bytea,
        from_name text,
        from_address text,
        reply_to text,
        -- Where the links of mails lead: this installation as its readers reach it, without a slash at the end.
        public_address text,
        CONSTRAINT mail_setting_whole_check CHECK (host IS NULL OR from_address IS NOT NULL)
      );
      INSERT INTO mail_setting DEFAULT VALUES;
      CREATE TRIGGER mail_setting_audit AFTER UPDATE ON mail_setting FOR EACH ROW EXECUTE FUNCTION audit_change('only_row');

      CREATE TABLE mail_message (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT mail_message_pkey PRIMARY KEY,
        kind text NOT NULL CONSTRAINT mail_message_kind_check CHECK (kind <> ''),
        -- What the mail is for: whoever asks for it twice gets one mail.
        key text NOT NULL CONSTRAINT mail_message_key_key UNIQUE,
        to_name text NOT NULL,
        to_address text NOT NULL,
        subject text NOT NULL CONSTRAINT mail_message_subject_check CHECK (subject <> ''),
        body_text text NOT NULL,
        body_html text NOT NULL,
        locale text NOT NULL DEFAULT 'fr' CONSTRAINT mail_message_locale_check CHECK (locale IN ('fr', 'en')),
        -- Kept as [{ fileId, name }].
        attachments jsonb NOT NULL DEFAULT '[]',
        -- Values of the marks {{name}} of the body that nobody but the addressee may read; forgotten once sent.
        secrets_encrypted bytea,
        about_type text,
        about_id integer,
        status text NOT NULL DEFAULT 'queued' CONSTRAINT mail_message_status_check
          CHECK (status IN ('queued', 'sending', 'sent', 'failed', 'uncertain', 'cancelled')),
        attempts integer NOT NULL DEFAULT 0,
        max_attempts integer NOT NULL DEFAULT 8,
        next_attempt_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz,
        message_id text,
        claimed_at timestamptz,
        -- Set just before the message's text is handed to the server: from then on only its answer tells the outcome.
        handed_over_at timestamptz,
        last_error jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        sent_at timestamptz,
        search_text text NOT NULL GENERATED ALWAYS AS (fold(to_name || ' ' || to_address || ' ' || subject)) STORED,
        CONSTRAINT mail_message_sent_check CHECK ((status = 'sent') = (sent_at IS NOT NULL)),
        CONSTRAINT mail_message_claim_check CHECK (status <> 'sending' OR (claimed_at IS NOT NULL AND message_id IS NOT NULL))
      );
      CREATE INDEX mail_message_open_idx ON mail_message (status, next_attempt_at) WHERE status IN ('queued', 'sending');
      CREATE INDEX mail_message_about_idx ON mail_message (about_type, about_id) WHERE about_id IS NOT NULL;

      -- What people decide about a mail: to send it again, to drop it, to file it as sent.
      CREATE TRIGGER mail_message_audit AFTER UPDATE ON mail_message FOR EACH ROW
        WHEN (OLD.status IN ('failed', 'uncertain', 'cancelled') OR NEW.status = 'cancelled') EXECUTE FUNCTION audit_change();

      CREATE FUNCTION mail_message_keep_sent() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status = 'sent' THEN
          RAISE EXCEPTION 'a mail that was sent never changes' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'mail_message_keep_sent';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER mail_message_keep_sent BEFORE UPDATE ON mail_message FOR EACH ROW EXECUTE FUNCTION mail_message_keep_sent();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a house only go forward: restore a backup instead.');
  }
}
