import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The authors' own space: the links they sign in by, their sessions, and what they ask the house. */
export class AuthorSpace1700000018000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE author_link (
        token_hash bytea CONSTRAINT author_link_pkey PRIMARY KEY,
        contributor_id integer NOT NULL CONSTRAINT author_link_contributor_fkey REFERENCES contributor (id) ON DELETE CASCADE,
        -- Where it was sent: a link to an address that is no longer the author's opens nothing.
        email text NOT NULL,
        purpose text NOT NULL CONSTRAINT author_link_purpose_check CHECK (purpose IN ('asked', 'invited')),
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      );
      CREATE INDEX author_link_contributor_idx ON author_link (contributor_id, created_at);
      CREATE INDEX author_link_email_idx ON author_link (lower(email), created_at);

      CREATE TABLE author_session (
        token_hash bytea CONSTRAINT author_session_pkey PRIMARY KEY,
        contributor_id integer NOT NULL CONSTRAINT author_session_contributor_fkey REFERENCES contributor (id) ON DELETE CASCADE,
        email text NOT NULL,
        csrf_token text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_seen_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX author_session_contributor_idx ON author_session (contributor_id);

      CREATE TABLE author_question (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT author_question_pkey PRIMARY KEY,
        version integer NOT NULL DEFAULT 1,
        contributor_id integer NOT NULL CONSTRAINT author_question_contributor_fkey REFERENCES contributor (id),
        statement_id integer NOT NULL CONSTRAINT author_question_statement_fkey REFERENCES royalty_statement (id),
        -- The line as its reader saw it, and its amount.
        line_label text NOT NULL CONSTRAINT author_question_line_check CHECK (line_label <> ''),
        line_amount text,
        body text NOT NULL CONSTRAINT author_question_body_check CHECK (body <> ''),
        locale text NOT NULL CONSTRAINT author_question_locale_check CHECK (locale IN ('fr', 'en')),
        status text NOT NULL DEFAULT 'open' CONSTRAINT author_question_status_check CHECK (status IN ('open', 'answered')),
        asked_at timestamptz NOT NULL DEFAULT now(),
        answer text,
        answered_at timestamptz,
        answered_by text,
        search_text text NOT NULL GENERATED ALWAYS AS (fold(line_label || ' ' || body || ' ' || coalesce(answer, ''))) STORED,
        CONSTRAINT author_question_answer_check CHECK ((status = 'answered') = (answer IS NOT NULL AND answered_at IS NOT NULL AND answered_by IS NOT NULL))
      );
      CREATE INDEX author_question_contributor_idx ON author_question (contributor_id, id);
      CREATE INDEX author_question_statement_idx ON author_question (statement_id);
      CREATE TRIGGER author_question_audit AFTER INSERT OR UPDATE OR DELETE ON author_question FOR EACH ROW EXECUTE FUNCTION audit_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a house only go forward: restore a backup instead.');
  }
}
