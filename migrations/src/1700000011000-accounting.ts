import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The books: the accountant's accounts by role, and balanced entries that nobody can change. */
export class Accounting1700000011000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Which account an amount goes to. Numbers are the accountant's; these begin with the French chart of accounts.
      CREATE TABLE account (
        role text CONSTRAINT account_pkey PRIMARY KEY,
        position integer NOT NULL,
        number text NOT NULL CONSTRAINT account_number_check CHECK (number ~ '^[1-9][0-9A-Z]{2,19}$'),
        label text NOT NULL CONSTRAINT account_label_check CHECK (label <> ''),
        version integer NOT NULL DEFAULT 1
      );
      INSERT INTO account (position, role, number, label) VALUES
        (1, 'royaltyExpense', '6516', 'Droits d’auteur et de reproduction'),
        (2, 'authorsPayable', '4081', 'Auteurs – droits à payer'),
        (3, 'authorAdvances', '4091', 'Auteurs – à-valoir versés'),
        (4, 'advanceWrittenOff', '6516', 'À-valoir non couverts, laissés aux auteurs'),
        (5, 'inputVat', '44566', 'TVA déductible sur autres biens et services'),
        (6, 'vatWithheld', '44578', 'TVA retenue sur droits d’auteur'),
        (7, 'reverseChargeVat', '4452', 'TVA due sur droits d’auteurs établis à l’étranger'),
        (8, 'socialWithheld', '431', 'Urssaf – précompte des artistes-auteurs'),
        (9, 'payerContribution', '6451', 'Contribution diffuseur'),
        (10, 'payerContributionPayable', '431', 'Urssaf – contribution diffuseur'),
        (11, 'withholdingTax', '442', 'Retenue à la source des non-résidents'),
        (12, 'bank', '512', 'Banque');
      CREATE TRIGGER account_audit AFTER UPDATE ON account FOR EACH ROW EXECUTE FUNCTION audit_change('role');

      CREATE TABLE journal (
        role text CONSTRAINT journal_pkey PRIMARY KEY,
        code text NOT NULL CONSTRAINT journal_code_key UNIQUE CONSTRAINT journal_code_check CHECK (code ~ '^[A-Z0-9]{1,6}$'),
        label text NOT NULL CONSTRAINT journal_label_check CHECK (label <> ''),
        version integer NOT NULL DEFAULT 1
      );
      INSERT INTO journal (role, code, label) VALUES ('royalties', 'DA', 'Droits d’auteur'), ('bank', 'BQ', 'Banque');
      CREATE TRIGGER journal_audit AFTER UPDATE ON journal FOR EACH ROW EXECUTE FUNCTION audit_change('role');

      CREATE TABLE journal_entry (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT journal_entry_pkey PRIMARY KEY,
        number text NOT NULL CONSTRAINT journal_entry_number_key UNIQUE,
        journal text NOT NULL CONSTRAINT journal_entry_journal_fkey REFERENCES journal (role),
        journal_code text NOT NULL,
        journal_label text NOT NULL,
        entered_on date NOT NULL,
        label text NOT NULL CONSTRAINT journal_entry_label_check CHECK (label <> ''),
        -- What it was written for: one document is written once for each purpose, whatever is tried again.
        document_type text NOT NULL,
        document_id integer NOT NULL,
        document_number text NOT NULL,
        document_date date NOT NULL,
        purpose text NOT NULL,
        actor text NOT NULL DEFAULT coalesce(nullif(current_setting('colophon.actor', true), ''), 'system'),
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        CONSTRAINT journal_entry_document_key UNIQUE (document_type, document_id, purpose)
      );
      CREATE INDEX journal_entry_date_idx ON journal_entry (entered_on, id);
      CREATE TRIGGER journal_entry_append_only BEFORE UPDATE OR DELETE ON journal_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();

      CREATE TABLE journal_entry_line (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT journal_entry_line_pkey PRIMARY KEY,
        entry_id integer NOT NULL CONSTRAINT journal_entry_line_entry_fkey REFERENCES journal_entry (id),
        position integer NOT NULL,
        role text NOT NULL,
        account_number text NOT NULL,
        account_label text NOT NULL,
        contributor_id integer CONSTRAINT journal_entry_line_contributor_fkey REFERENCES contributor (id),
        subledger_code text,
        subledger_label text,
        debit numeric(14,2) NOT NULL DEFAULT 0,
        credit numeric(14,2) NOT NULL DEFAULT 0,
        CONSTRAINT journal_entry_line_position_key UNIQUE (entry_id, position),
        CONSTRAINT journal_entry_line_side_check CHECK ((debit > 0 AND credit = 0) OR (credit > 0 AND debit = 0)),
        CONSTRAINT journal_entry_line_subledger_check CHECK ((contributor_id IS NULL) = (subledger_code IS NULL))
      );
      CREATE INDEX journal_entry_line_account_idx ON journal_entry_line (account_number, id);
      CREATE INDEX journal_entry_line_contributor_idx ON journal_entry_line (contributor_id) WHERE contributor_id IS NOT NULL;
      CREATE TRIGGER journal_entry_line_append_only BEFORE UPDATE OR DELETE ON journal_entry_line FOR EACH ROW EXECUTE FUNCTION refuse_change();

      -- All lines of an entry are written by one statement, which balances: nothing is added to an entry later.
      CREATE FUNCTION journal_entry_balance() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE wrong record;
      BEGIN
        SELECT e.number, sum(l.debit) = sum(l.credit) AS balances INTO wrong
          FROM (SELECT entry_id, count(*) AS lines FROM added GROUP BY entry_id) a JOIN journal_entry e ON e.id = a.entry_id
          JOIN journal_entry_line l ON l.entry_id = e.id
          GROUP BY e.number, a.lines HAVING sum(l.debit) <> sum(l.credit) OR count(*) <> a.lines LIMIT 1;
        IF wrong.number IS NULL THEN RETURN NULL; END IF;
        IF wrong.balances THEN
          RAISE EXCEPTION 'the entry % never changes', wrong.number USING ERRCODE = 'restrict_violation', CONSTRAINT = 'journal_entry_append_only';
        END IF;
        RAISE EXCEPTION 'the entry % does not balance', wrong.number USING ERRCODE = 'check_violation', CONSTRAINT = 'journal_entry_balance';
      END $$;
      CREATE TRIGGER journal_entry_balance AFTER INSERT ON journal_entry_line REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION journal_entry_balance();
      -- And no entry is without lines.
      CREATE FUNCTION journal_entry_complete() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM journal_entry_line WHERE entry_id = NEW.id) THEN
          RAISE EXCEPTION 'the entry % has no lines', NEW.number USING ERRCODE = 'check_violation', CONSTRAINT = 'journal_entry_complete';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER journal_entry_complete AFTER INSERT ON journal_entry DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION journal_entry_complete();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a house only go forward: restore a backup instead.');
  }
}
