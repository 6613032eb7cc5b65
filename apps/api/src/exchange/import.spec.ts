import { smallHouse, startImports } from '../../../../tests/support/imports';

let imports: Awaited<ReturnType<typeof startImports>>;

beforeAll(async () => {
  imports = await startImports();
});
afterAll(() => imports.api.close());

describe('an import', () => {
  it('takes files in every encoding, resolves what they name of each other, and writes them together', async () => {
    const checked = await imports.bring(smallHouse);
    expect(checked.errorsOf).toEqual([]);
    expect(checked.status).toBe('ready');
    expect(checked.tables.map((table: { kind: string; encoding: string }) => [table.kind, table.encoding])).toEqual([
      ['contributors', 'windows-1252'],
      ['titles', 'mac-roman'],
      ['points-of-sale', 'utf-8'],
      ['contracts', 'utf-8'],
      ['print-runs', 'utf-8'],
      ['figures', 'utf-8'],
    ]);
    expect(await imports.count('work')).toBe(0);
    const codes = checked.issues.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['postal-code-completed', 'contributor-created']));

    const applied = await imports.apply(checked.id);
    expect(applied.status).toBe('applied');
    expect([await imports.count('work'), await imports.count('edition'), await imports.count('contributor')]).toEqual([
      2, 3, 3,
    ]);
    const [stock] = await imports.api
      .sql(`SELECT sum(CASE WHEN f.kind = 'own' THEN -copies ELSE copies END)::int AS copies
      FROM stock_movement m JOIN stock_location f ON f.id = m.from_location_id`);
    expect(stock).toEqual({ copies: 1500 + 1000 - 420 + 35 - 12 - 2 });
    const [title] = await imports.api
      .sql(`SELECT w.title, p.retail_price_incl_vat AS price, e.publication_date AS date, e.product_form AS form
      FROM edition e JOIN work w ON w.id = e.work_id JOIN edition_price p ON p.edition_id = e.id WHERE isbn13 = '9782070612758'`);
    expect(title).toEqual({ title: 'L’été à la forêt', price: '1018.50', date: '2024-03-15', form: 'paperback' });
    const [author] = await imports.api.sql(
      `SELECT address, iban_last4 AS iban FROM contributor WHERE external_id = 'A1'`,
    );
    expect(author).toMatchObject({ address: { postalCode: '01000', country: 'FR' }, iban: '0189' });
  });

  it('changes nothing when the same files are brought again', async () => {
    const changes = async () =>
      imports.api.sql(`SELECT count(*)::int AS changes FROM audit_entry WHERE entity_type <> 'import_batch'`);
    const before = await changes();
    const again = await imports.importNow(smallHouse);
    expect(again.tables.map(({ kind, counts }: { kind: string; counts: object }) => [kind, counts])).toEqual(
      [
        ['contributors', 2],
        ['titles', 3],
        ['points-of-sale', 1],
        ['contracts', 1],
        ['print-runs', 2],
        ['figures', 1],
      ].map(([kind, unchanged]) => [kind, { created: 0, changed: 0, refused: 0, unchanged }]),
    );
    expect(await changes()).toEqual(before);
  });

  it('writes what changed, and only it', async () => {
    const again = await imports.importNow({
      'clients.csv': 'Nom;Ville;Remise;Gencod\nLibrairie de l’Îlot;Rennes;37,5 %;3020410000008\n',
      'catalogue.csv': 'ISBN;Titre;Prix TTC\n9782070612772;Où va l’eau;25,50\n9782070612758;L’été à la forêt;1018,5\n',
      'chiffres.csv': 'ISBN;Période;Ventes\n9782070612758;2025;430\n',
    });
    expect(again.tables.map((table: { counts: object }) => table.counts)).toEqual([
      expect.objectContaining({ changed: 1, unchanged: 0 }),
      expect.objectContaining({ changed: 1, unchanged: 1 }),
      expect.objectContaining({ changed: 1 }),
    ]);
    const [shop] = await imports.api.sql('SELECT trade_discount_rate, payment_term_days FROM point_of_sale');
    expect(shop).toEqual({ trade_discount_rate: '37.5', payment_term_days: 60 });
    const prices = await imports.api
      .sql(`SELECT retail_price_incl_vat AS price, valid_from FROM edition_price p JOIN edition e ON e.id = edition_id
      WHERE isbn13 = '9782070612772' ORDER BY 2`);
    expect(prices).toEqual([
      { price: '24.00', valid_from: '2024-12-31' },
      { price: '25.50', valid_from: '2026-07-15' },
    ]);
    const sold = await imports.api.sql(`SELECT copies FROM stock_movement WHERE kind = 'sold' ORDER BY id`);
    expect(sold).toEqual([{ copies: 420 }, { copies: 10 }]);
  });
});
