import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ties payments to the payees of closed statements, of whom nobody is ever paid more than what was stated. */
export class PaymentPayees1700000015500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE royalty_payment_item ADD CONSTRAINT royalty_payment_item_statement_payee_fkey
        FOREIGN KEY (statement_payee_id) REFERENCES royalty_statement_payee (id);

      -- Whatever runs are made side by side: the parts of what is due never add up to more than it.
      CREATE FUNCTION royalty_payment_item_within_due() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        owed numeric;
        planned numeric;
      BEGIN
        IF NEW.statement_payee_id IS NOT NULL THEN
          SELECT p.gross INTO owed FROM royalty_statement_payee p JOIN royalty_statement s ON s.id = p.statement_id
            JOIN closing k ON k.id = s.closing_id WHERE p.id = NEW.statement_payee_id AND k.status = 'closed';
          SELECT sum(i.gross) INTO planned FROM royalty_payment_item i JOIN royalty_payment y ON y.id = i.payment_id
            WHERE i.statement_payee_id = NEW.statement_payee_id AND y.status IN ('planned', 'exported', 'executed');
        ELSE
          SELECT amount INTO owed FROM contract_advance WHERE id = NEW.advance_id;
          SELECT sum(i.gross) INTO planned FROM royalty_payment_item i JOIN royalty_payment y ON y.id = i.payment_id
            WHERE i.advance_id = NEW.advance_id AND i.payee_kind <> 'agent' AND y.status IN ('planned', 'exported', 'executed');
        END IF;
        IF planned > coalesce(owed, 0) THEN
          RAISE EXCEPTION 'more would be paid than is due' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'royalty_payment_item_within_due';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER royalty_payment_item_within_due AFTER INSERT OR UPDATE ON royalty_payment_item
        FOR EACH ROW EXECUTE FUNCTION royalty_payment_item_within_due();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a house only go forward: restore a backup instead.');
  }
}
