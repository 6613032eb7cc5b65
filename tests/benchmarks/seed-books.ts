import type { Client } from 'pg';

/**
 * So many active contracts, each of an author on a book of its own with two editions: a clause of three tiers, two runs
 * accepted in the first half of 2026 and twenty days of sales each. As many statements to make.
 */
export async function seedBooks(client: Client, contracts: number): Promise<void> {
  await client.query(`UPDATE house SET legal_name = 'Éditions de la Berge', siren = '732829320', legal_form = 'SARL',
    address = '{"line1": "3, quai de la Prévalaye", "postalCode": "35000", "city": "Rennes", "country": "FR"}'`);
  await client.query(`
    INSERT INTO contributor (last_name, first_name, address)
      SELECT 'Auteur ' || n, 'Anne', '{"line1": "1, rue du Port", "postalCode": "29200", "city": "Brest", "country": "FR"}' FROM generate_series(1, ${contracts}) n;
    INSERT INTO work (title) SELECT 'Le livre numéro ' || n FROM generate_series(1, ${contracts}) n;
    INSERT INTO work_contributor (work_id, contributor_id, role, sequence) SELECT n, n, 'A01', 1 FROM generate_series(1, ${contracts}) n;
    INSERT INTO edition (work_id, product_form, isbn13, vat_rate)
      SELECT 1 + (n - 1) / 2, (ARRAY['paperback', 'hardback'])[1 + n % 2], body || (10 - sum % 10) % 10, 5.5 FROM (
        SELECT n, body, (SELECT sum(substr(body, i, 1)::int * CASE i % 2 WHEN 1 THEN 1 ELSE 3 END) FROM generate_series(1, 12) i) AS sum
        FROM (SELECT n, '9791097' || lpad(n::text, 5, '0') AS body FROM generate_series(1, ${contracts} * 2) n) numbers) sums ORDER BY n;
    INSERT INTO edition_price (edition_id, valid_from, retail_price_incl_vat) SELECT n, '2020-01-01', 9 + (n % 2000)::numeric / 100 FROM generate_series(1, ${contracts} * 2) n;
    INSERT INTO contract (reference, status, contributor_id, work_id, signed_on) SELECT 'C-' || lpad(n::text, 5, '0'), 'active', n, n, '2024-01-05' FROM generate_series(1, ${contracts}) n;
    INSERT INTO contract_clause (contract_id, position, edition_id, basis, tiers, excluded_author_copies, excluded_legal_deposit)
      SELECT 1 + (n - 1) / 2, 1 + (n - 1) % 2, n, 'printed', '[{"upTo": 3000, "rate": "8"}, {"upTo": 6000, "rate": "9"}, {"rate": "10"}]', 20, 2 FROM generate_series(1, ${contracts} * 2) n;
    INSERT INTO contract_advance (contract_id, label, paid_on, amount) SELECT n, 'Signature', '2026-01-15', 500 FROM generate_series(1, ${contracts}, 2) n;
  `);
  await seedRunsAndSales(client, contracts * 2);
  await client.query('VACUUM (ANALYZE)');
}

async function seedRunsAndSales(client: Client, editions: number): Promise<void> {
  await client.query(`
    INSERT INTO print_run (edition_id, number, status, accepted_on, quantity_ordered, quantity_delivered, quantity_accepted, accepted_entry)
      SELECT n, r, 'accepted', DATE '2026-01-10' + r * 40, 500 + n % 3000, 500 + n % 3000, 500 + n % 3000, nextval('fact_entry')
      FROM generate_series(1, ${editions}) n, generate_series(1, 2) r;
    INSERT INTO stock_movement (edition_id, kind, from_location_id, to_location_id, copies, moved_on, print_run_id)
      SELECT r.edition_id, 'printed', f.id, t.id, r.quantity_accepted, r.accepted_on, r.id FROM print_run r, stock_location f, stock_location t
      WHERE f.code = 'printer' AND t.code = 'main';
    INSERT INTO stock_movement (edition_id, kind, from_location_id, to_location_id, copies, moved_on)
      SELECT n, 'sold', f.id, t.id, 1 + m, DATE '2026-03-01' + m * 5 FROM generate_series(1, ${editions}) n, generate_series(1, 20) m, stock_location f, stock_location t
      WHERE f.code = 'main' AND t.code = 'customer';
  `);
}
