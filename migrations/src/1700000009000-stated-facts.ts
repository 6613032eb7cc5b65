import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a closed statement was computed with never changes. Each closing computes its contracts' whole history again and
 * stops where one cent differs, so an edit that would change it is refused when it is made, not found at the next closing.
 *
 * Facts that are entered late (a run, a sale, a correction, an advance) are no such edits: their entry comes after.
 */
export class StatedFacts1700000009000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The entry of the last closing that stated the contract; -1 where none did.
      CREATE FUNCTION contract_last_stated(the_contract integer) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
      BEGIN
        RETURN coalesce((SELECT max(k.entry) FROM royalty_statement s JOIN closing k ON k.id = s.closing_id
          WHERE s.contract_id = the_contract AND k.status = 'closed'), -1);
      END $$;

      CREATE FUNCTION house_keep_stated() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM royalty_statement s JOIN closing k ON k.id = s.closing_id JOIN contract c ON c.id = s.contract_id
            WHERE k.status = 'closed' AND c.unit_price_rounding IS NULL) THEN
          RAISE EXCEPTION 'closed statements were computed with this rounding' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'house_keep_stated';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER house_keep_stated BEFORE UPDATE ON house FOR EACH ROW
        WHEN (NEW.unit_price_rounding IS DISTINCT FROM OLD.unit_price_rounding) EXECUTE FUNCTION house_keep_stated();

      -- An edition of which nothing was printed or sold was in no sum.
      CREATE FUNCTION edition_keep_stated() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM contract_clause l JOIN royalty_statement s ON s.contract_id = l.contract_id JOIN closing k ON k.id = s.closing_id
            WHERE l.edition_id = OLD.id AND k.status = 'closed')
          AND (EXISTS (SELECT FROM print_run WHERE edition_id = OLD.id AND status = 'accepted')
            OR EXISTS (SELECT FROM stock_movement WHERE edition_id = OLD.id AND kind IN ('sold', 'returned'))) THEN
          RAISE EXCEPTION 'closed statements were computed with this VAT rate' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'edition_keep_stated';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER edition_keep_stated BEFORE UPDATE ON edition FOR EACH ROW
        WHEN (NEW.vat_rate IS DISTINCT FROM OLD.vat_rate) EXECUTE FUNCTION edition_keep_stated();

      -- A profile applies from its day to the eve of the next one; what was paid in between was withheld by it.
      CREATE FUNCTION tax_profile_keep_paid() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        whose integer := CASE WHEN TG_OP = 'INSERT' THEN NEW.contributor_id ELSE OLD.contributor_id END;
        own_id integer := CASE WHEN TG_OP = 'INSERT' THEN NEW.id ELSE OLD.id END;
        first_day date := CASE TG_OP WHEN 'INSERT' THEN NEW.valid_from WHEN 'DELETE' THEN OLD.valid_from ELSE least(OLD.valid_from, NEW.valid_from) END;
        last_start date := CASE TG_OP WHEN 'INSERT' THEN NEW.valid_from WHEN 'DELETE' THEN OLD.valid_from ELSE greatest(OLD.valid_from, NEW.valid_from) END;
        next_day date := (SELECT min(valid_from) FROM contributor_tax_profile WHERE contributor_id = whose AND id <> own_id AND valid_from > last_start);
      BEGIN
        -- An exemption that ends later, or sooner, changes only the days in between.
        IF TG_OP = 'UPDATE' AND (NEW.contributor_id, NEW.valid_from, NEW.social, NEW.vat, NEW.withholding_tax_rate)
             = (OLD.contributor_id, OLD.valid_from, OLD.social, OLD.vat, OLD.withholding_tax_rate) THEN
          first_day := least(coalesce(OLD.exempt_until, 'infinity'), coalesce(NEW.exempt_until, 'infinity')) + 1;
          next_day := least(coalesce(next_day, 'infinity'), greatest(coalesce(OLD.exempt_until, 'infinity'), coalesce(NEW.exempt_until, 'infinity')) + 1);
        END IF;
        IF EXISTS (SELECT FROM royalty_statement s JOIN closing k ON k.id = s.closing_id WHERE s.contributor_id = whose
            AND k.status = 'closed' AND s.gross > 0 AND k.payment_date >= first_day AND k.payment_date < coalesce(next_day, 'infinity')) THEN
          RAISE EXCEPTION 'closed statements were paid by this profile' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'tax_profile_keep_paid';
        END IF;
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
      END $$;
      CREATE TRIGGER tax_profile_keep_paid BEFORE INSERT OR DELETE ON contributor_tax_profile FOR EACH ROW EXECUTE FUNCTION tax_profile_keep_paid();
      CREATE TRIGGER tax_profile_keep_paid_change BEFORE UPDATE ON contributor_tax_profile FOR EACH ROW
        WHEN ((NEW.contributor_id, NEW.valid_from, NEW.social, NEW.vat, NEW.withholding_tax_rate, NEW.exempt_until)
          IS DISTINCT FROM (OLD.contributor_id, OLD.valid_from, OLD.social, OLD.vat, OLD.withholding_tax_rate, OLD.exempt_until))
        EXECUTE FUNCTION tax_profile_keep_paid();

      -- A threshold may change as long as each closed statement comes out the same: paid, or carried.
      CREATE FUNCTION contract_keep_threshold() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM royalty_statement s JOIN closing k ON k.id = s.closing_id WHERE s.contract_id = OLD.id AND k.status = 'closed'
            AND ((s.gross > 0 AND s.gross < NEW.payment_threshold)
              OR (s.gross = 0 AND s.carried_out > 0 AND s.carried_out >= NEW.payment_threshold))) THEN
          RAISE EXCEPTION 'a closed statement would come out otherwise' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'contract_keep_threshold';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER contract_keep_threshold BEFORE UPDATE ON contract FOR EACH ROW
        WHEN (NEW.payment_threshold IS DISTINCT FROM OLD.payment_threshold) EXECUTE FUNCTION contract_keep_threshold();

      -- Runs from its first day to its termination are a contract's own, and sales from its first day.
      CREATE FUNCTION contract_keep_term() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE last_stated bigint := contract_last_stated(OLD.id);
      BEGIN
        IF EXISTS (SELECT FROM print_run r JOIN contract_clause l ON l.edition_id = r.edition_id AND l.basis = 'printed'
            WHERE l.contract_id = OLD.id AND r.status = 'accepted' AND NOT r.royalties_already_paid AND r.accepted_entry < last_stated
              AND (r.accepted_on BETWEEN coalesce(OLD.starts_on, '-infinity') AND coalesce(OLD.terminated_on, 'infinity'))
               <> (r.accepted_on BETWEEN coalesce(NEW.starts_on, '-infinity') AND coalesce(NEW.terminated_on, 'infinity')))
          OR EXISTS (SELECT FROM stock_movement m JOIN contract_clause l ON l.edition_id = m.edition_id AND l.basis = 'sold'
            WHERE l.contract_id = OLD.id AND m.kind IN ('sold', 'returned') AND m.entry < last_stated
              AND (m.moved_on >= coalesce(OLD.starts_on, '-infinity')) <> (m.moved_on >= coalesce(NEW.starts_on, '-infinity'))) THEN
          RAISE EXCEPTION 'a closed statement would count other copies' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'contract_keep_term';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER contract_keep_term BEFORE UPDATE ON contract FOR EACH ROW
        WHEN ((NEW.starts_on, NEW.terminated_on) IS DISTINCT FROM (OLD.starts_on, OLD.terminated_on)) EXECUTE FUNCTION contract_keep_term();

      -- The engine takes a clause as having always been there: one added later must find nothing to count before.
      CREATE FUNCTION contract_clause_keep_stated() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE last_stated bigint := contract_last_stated(NEW.contract_id);
      BEGIN
        IF EXISTS (SELECT FROM print_run WHERE NEW.basis = 'printed' AND edition_id = NEW.edition_id AND status = 'accepted' AND accepted_entry < last_stated)
          OR EXISTS (SELECT FROM stock_movement WHERE NEW.basis = 'sold' AND edition_id = NEW.edition_id AND kind IN ('sold', 'returned') AND entry < last_stated) THEN
          RAISE EXCEPTION 'a closed statement came before this clause' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'contract_clause_keep_stated';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER contract_clause_keep_stated BEFORE INSERT ON contract_clause FOR EACH ROW EXECUTE FUNCTION contract_clause_keep_stated();

      -- The ceilings of the withholding are an author's: an advance of one contract counts in the statements of all.
      CREATE FUNCTION contributor_stated_since(whose integer, since bigint) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
      BEGIN
        RETURN EXISTS (SELECT FROM royalty_statement s JOIN closing k ON k.id = s.closing_id
          WHERE s.contributor_id = whose AND k.status = 'closed' AND k.entry > since);
      END $$;
      CREATE FUNCTION contract_advance_keep_counted() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF contributor_stated_since((SELECT contributor_id FROM contract WHERE id = OLD.contract_id AND status <> 'draft'), OLD.paid_entry)
           AND (TG_OP = 'DELETE' OR (NEW.contract_id, NEW.paid_on, NEW.paid_entry, NEW.amount)
             IS DISTINCT FROM (OLD.contract_id, OLD.paid_on, OLD.paid_entry, OLD.amount)) THEN
          RAISE EXCEPTION 'a closed statement has counted this advance' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'contract_advance_keep_used';
        END IF;
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
      END $$;
      CREATE TRIGGER contract_advance_keep_counted BEFORE UPDATE OR DELETE ON contract_advance FOR EACH ROW
        WHEN (OLD.paid_entry IS NOT NULL) EXECUTE FUNCTION contract_advance_keep_counted();
      CREATE FUNCTION contract_keep_counted() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM contract_advance a WHERE a.contract_id = OLD.id AND a.paid_entry IS NOT NULL
            AND (contributor_stated_since(OLD.contributor_id, a.paid_entry) OR contributor_stated_since(NEW.contributor_id, a.paid_entry))) THEN
          RAISE EXCEPTION 'closed statements have counted its advances' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'contract_keep_stated';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER contract_keep_counted BEFORE UPDATE ON contract FOR EACH ROW
        WHEN (OLD.status <> 'draft' AND NEW.contributor_id <> OLD.contributor_id) EXECUTE FUNCTION contract_keep_counted();

      -- The advances of a draft become known when it becomes a contract, whenever they were typed.
      CREATE FUNCTION contract_enter_advances() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE contract_advance SET paid_entry = nextval('fact_entry') WHERE contract_id = NEW.id AND paid_on IS NOT NULL;
        RETURN NEW;
      END $$;
      CREATE TRIGGER contract_enter_advances BEFORE UPDATE ON contract FOR EACH ROW
        WHEN (OLD.status = 'draft' AND NEW.status <> 'draft') EXECUTE FUNCTION contract_enter_advances();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a house only go forward: restore a backup instead.');
  }
}
