/** What a sale needs: a house that may invoice, titles with prices and stock, customers. */
import type { TestApi } from './api';

/** Gives the house what the law wants on an invoice. */
export async function completeHouse(api: TestApi): Promise<void> {
  await api.sql(
    `UPDATE house SET legal_name = 'Éditions de la Berge', legal_form = 'SARL', share_capital = 8000, siren = '732829320',
       siret = '73282932000074', vat_number = 'FR44732829320', trade_register_city = 'Rennes',
       address = '{"line1": "3, quai de la Prévalaye", "postalCode": "35000", "city": "Rennes", "country": "FR"}',
       iban = 'FR7630006000011234567890189', bic = 'AGRIFRPP'`,
  );
}

/** Takes away what earlier tests of a file sold: TRUNCATE passes by the triggers that keep history. */
export async function forgetSales(api: TestApi): Promise<void> {
  await api.sql(`TRUNCATE invoice, invoice_line, invoice_vat, invoice_document, stock_movement, number_series, idempotency_key,
    edition_price, edition, work, point_of_sale RESTART IDENTITY CASCADE`);
}

export interface TitleOptions {
  readonly title?: string;
  readonly isbn13?: string | null;
  readonly ean?: string | null;
  readonly form?: string;
  readonly vatRate?: string;
  readonly price?: string;
  /** Copies in stock. */
  readonly stock?: number;
}

/** A title with one edition, a price since 2020 and copies in stock. @returns the edition's id */
export async function aTitle(api: TestApi, options: TitleOptions = {}): Promise<number> {
  const { title = 'Le Vent dans les saules', isbn13 = '9782070612758', ean = null, form = 'paperback' } = options;
  const { vatRate = '5.5', price = '14.00', stock = 1000 } = options;
  const [edition] = await api.sql<{ id: number }>(
    `WITH w AS (INSERT INTO work (title) VALUES ($1) RETURNING id)
     INSERT INTO edition (work_id, product_form, isbn13, ean, vat_rate) SELECT id, $2, $3, $4, $5 FROM w RETURNING id`,
    [title, form, isbn13, ean, vatRate],
  );
  const id = edition!.id;
  await api.sql(
    `INSERT INTO edition_price (edition_id, valid_from, retail_price_incl_vat) VALUES ($1, '2020-01-01', $2)`,
    [id, price],
  );
  if (stock > 0) await printed(api, id, stock);
  return id;
}

async function printed(api: TestApi, editionId: number, copies: number): Promise<void> {
  await api.sql(
    `INSERT INTO stock_movement (edition_id, kind, from_location_id, to_location_id, copies, moved_on)
     SELECT $1, 'opening', f.id, t.id, $2, '2020-01-01' FROM stock_location f, stock_location t WHERE f.code = 'count' AND t.code = 'main'`,
    [editionId, copies],
  );
}

export interface CustomerOptions {
  readonly name?: string;
  readonly kind?: string;
  readonly discount?: string;
  readonly address?: object;
  readonly vatNumber?: string | null;
  readonly siren?: string | null;
}

/** A bookshop at 35 %, 60 days end of month as the house has it. @returns its id */
export async function aCustomer(api: TestApi, options: CustomerOptions = {}): Promise<number> {
  const { name = 'Librairie de l’Îlot', kind = 'independent-bookshop', discount = '35' } = options;
  const { vatNumber = 'FR53443061841', siren = '443061841' } = options;
  const address = options.address ?? { line1: '3, rue des Frères', postalCode: '35000', city: 'Rennes', country: 'FR' };
  const [customer] = await api.sql<{ id: number }>(
    `INSERT INTO point_of_sale (name, kind, trade_discount_rate, billing_address, vat_number, siren)
     VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
    [name, kind, discount, JSON.stringify(address), vatNumber, siren],
  );
  return customer!.id;
}
