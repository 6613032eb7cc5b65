import type { Client } from 'pg';

/**
 * Mixes the bases of the books that {@link seedBooks} made: of five contracts one stays on copies printed, and the second
 * edition of the others pays on copies sold (with a reserve), on net receipts, on rights sold to others, or by a flat fee.
 * One contract in seven is paid to two heirs.
 */
export async function seedBases(client: Client, contracts: number): Promise<void> {
  await client.query(`
    UPDATE contract_clause SET basis = 'sold', return_reserve_percent = 20, return_reserve_max_statements = 2,
      excluded_author_copies = 0, excluded_legal_deposit = 0 WHERE position = 2 AND contract_id % 5 = 1;
    UPDATE contract_clause SET basis = 'netReceipts', rate = 25, tiers = '[]', excluded_author_copies = 0, excluded_legal_deposit = 0
      WHERE position = 2 AND contract_id % 5 = 2;
    UPDATE contract_clause SET basis = 'thirdParty', rate = 50, tiers = '[]', excluded_author_copies = 0, excluded_legal_deposit = 0
      WHERE position = 2 AND contract_id % 5 = 3;
    UPDATE contract_clause SET basis = 'flatFee', flat_amount = 300, flat_due_on = '2026-05-01', tiers = '[]',
      excluded_author_copies = 0, excluded_legal_deposit = 0 WHERE position = 2 AND contract_id % 5 = 4;
    INSERT INTO net_receipt (edition_id, received_on, mode, copies, amount)
      SELECT l.edition_id, DATE '2026-01-31' + m * 30, (ARRAY['unit', 'subscription', 'library'])[m], 10 * m, 25.40 * m
      FROM contract_clause l, generate_series(1, 3) m WHERE l.basis = 'netReceipts';
    INSERT INTO rights_licence (reference, work_id, licensee, "right") SELECT 'L-' || c.id, c.work_id, 'Verlag am Meer', 'translation'
      FROM contract c WHERE c.id % 5 = 3;
    INSERT INTO rights_income (licence_id, edition_id, cashed_on, gross, foreign_tax, net)
      SELECT r.id, l.edition_id, '2026-04-15', 1200, 60, 1140 FROM rights_licence r JOIN contract c ON c.work_id = r.work_id
      JOIN contract_clause l ON l.contract_id = c.id AND l.basis = 'thirdParty';
    INSERT INTO contributor (last_name, first_name) SELECT 'Héritière ' || n, 'Rose' FROM generate_series(1, ${contracts} / 7) n;
    INSERT INTO contract_payee (contract_id, position, contributor_id, kind, share)
      SELECT 7 * n, p, CASE p WHEN 1 THEN 7 * n ELSE ${contracts} + n END, 'rightsHolder', 50
      FROM generate_series(1, ${contracts} / 7) n, generate_series(1, 2) p;
  `);
  await client.query('VACUUM (ANALYZE)');
}
