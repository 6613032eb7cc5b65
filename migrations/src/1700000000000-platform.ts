import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People who sign in, the audit trail, files, number series and long work: what every feature stands on. */
export class Platform1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE EXTENSION IF NOT EXISTS unaccent;

      -- unaccent() is only STABLE because its dictionary may change; ours never does, and an index wants IMMUTABLE.
      CREATE FUNCTION fold(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
        RETURN lower(unaccent('unaccent'::regdictionary, $1));

      CREATE COLLATION IF NOT EXISTS french (provider = icu, locale = 'fr-u-kn-true');

      CREATE TABLE app_user (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT app_user_pkey PRIMARY KEY,
        version integer NOT NULL DEFAULT 1,
        email text NOT NULL,
        display_name text NOT NULL,
        role text NOT NULL CONSTRAINT app_user_role_check
          CHECK (role IN ('owner', 'editorial', 'sales', 'accountant', 'read-only')),
        password_hash text,
        locale text NOT NULL DEFAULT 'fr' CONSTRAINT app_user_locale_check CHECK (locale IN ('fr', 'en')),
        is_demo boolean NOT NULL DEFAULT false,
        disabled_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE UNIQUE INDEX app_user_email_key ON app_user (lower(email));

      CREATE TABLE user_session (
        token_hash bytea CONSTRAINT user_session_pkey PRIMARY KEY,
        user_id integer NOT NULL CONSTRAINT user_session_user_fkey REFERENCES app_user (id),
        csrf_token text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX user_session_user_idx ON user_session (user_id);

      CREATE TABLE one_time_link (
        token_hash bytea CONSTRAINT one_time_link_pkey PRIMARY KEY,
        purpose text NOT NULL CONSTRAINT one_time_link_purpose_check CHECK (purpose IN ('first-owner', 'password')),
        user_id integer CONSTRAINT one_time_link_user_fkey REFERENCES app_user (id),
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      );

      CREATE TABLE audit_entry (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT audit_entry_pkey PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        actor text NOT NULL,
        action text NOT NULL CONSTRAINT audit_entry_action_check CHECK (action IN ('insert', 'update', 'delete')),
        entity_type text NOT NULL,
        entity_id text NOT NULL,
        before jsonb,
        after jsonb
      );
      CREATE INDEX audit_entry_entity_idx ON audit_entry (entity_type, entity_id, id);

      -- Encrypted columns never reach the trail: their names end in _encrypted, and only the fact of a change is kept.
      CREATE FUNCTION audit_mask(record jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
        SELECT coalesce(jsonb_object_agg(key,
          CASE WHEN (key LIKE '%\\_encrypted' OR key = 'password_hash') AND value <> 'null'::jsonb
            THEN to_jsonb('•••• ' || left(md5(value::text), 6)) ELSE value END), '{}'::jsonb)
        FROM jsonb_each(record) WHERE key NOT IN ('bytes', 'search_text')
      $$;

      CREATE FUNCTION audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        old_record jsonb := CASE WHEN TG_OP <> 'INSERT' THEN audit_mask(to_jsonb(OLD)) END;
        new_record jsonb := CASE WHEN TG_OP <> 'DELETE' THEN audit_mask(to_jsonb(NEW)) END;
        record jsonb := coalesce(new_record, old_record);
        key_column text := coalesce(TG_ARGV[0], 'id');
        entity text := coalesce(TG_ARGV[1], TG_TABLE_NAME);
      BEGIN
        IF TG_OP = 'UPDATE' AND old_record = new_record THEN RETURN NULL; END IF;
        INSERT INTO audit_entry (actor, action, entity_type, entity_id, before, after)
        VALUES (coalesce(nullif(current_setting('colophon.actor', true), ''), 'system'), lower(TG_OP), entity,
          record ->> key_column, old_record, new_record);
        RETURN NULL;
      END $$;

      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_TABLE_NAME || '_append_only';
      END $$;
      CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER app_user_audit AFTER INSERT OR UPDATE OR DELETE ON app_user FOR EACH ROW EXECUTE FUNCTION audit_change();

      CREATE TABLE idempotency_key (
        user_id integer NOT NULL CONSTRAINT idempotency_key_user_fkey REFERENCES app_user (id),
        key text NOT NULL CONSTRAINT idempotency_key_length_check CHECK (length(key) BETWEEN 8 AND 200),
        request_hash bytea NOT NULL,
        status integer,
        response jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT idempotency_key_pkey PRIMARY KEY (user_id, key)
      );

      CREATE TABLE stored_file (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT stored_file_pkey PRIMARY KEY,
        sha256 text NOT NULL CONSTRAINT stored_file_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        file_name text NOT NULL,
        media_type text NOT NULL,
        byte_length integer NOT NULL,
        bytes bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE TRIGGER stored_file_append_only BEFORE UPDATE ON stored_file FOR EACH ROW EXECUTE FUNCTION refuse_change();

      CREATE TABLE number_series (
        code text NOT NULL,
        year integer NOT NULL,
        last_number integer NOT NULL DEFAULT 0,
        last_date date,
        last_hash text,
        CONSTRAINT number_series_pkey PRIMARY KEY (code, year)
      );

      CREATE TABLE background_task (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT background_task_pkey PRIMARY KEY,
        kind text NOT NULL,
        label text NOT NULL,
        status text NOT NULL DEFAULT 'queued' CONSTRAINT background_task_status_check
          CHECK (status IN ('queued', 'running', 'done', 'failed')),
        params jsonb NOT NULL DEFAULT '{}',
        done integer NOT NULL DEFAULT 0,
        total integer,
        result jsonb,
        problem jsonb,
        user_id integer CONSTRAINT background_task_user_fkey REFERENCES app_user (id),
        created_at timestamptz NOT NULL DEFAULT now(),
        finished_at timestamptz
      );

      CREATE TABLE installation (
        only_row boolean NOT NULL DEFAULT true CONSTRAINT installation_pkey PRIMARY KEY CONSTRAINT installation_one_row_check CHECK (only_row),
        is_demo boolean NOT NULL DEFAULT false,
        demo_loaded_at timestamptz,
        secret_check_encrypted bytea,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      INSERT INTO installation DEFAULT VALUES;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a house only go forward: restore a backup instead.');
  }
}
