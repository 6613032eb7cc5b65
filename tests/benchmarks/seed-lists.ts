import type { Client } from 'pg';

/** How many rows the lists are measured on. */
export interface ListSize {
  readonly editions: number;
  readonly invoices: number;
}

const NOUNS = `{jardin,rivage,silence,atelier,marée,forêt,lettre,chemin,orage,horloge,verger,phare,nuit,été,hiver,fenêtre,montagne,archive,carnet,voyage,enfance,rivière,sable,ombre,lumière,maison,village,mémoire,quai,alphabet}`;
const WORDS = `{perdu,oublié,bleu,lent,secret,clair,lointain,immobile,sauvage,dernier,premier,invisible,ordinaire,provisoire,nouveau,ancien,double,fragile,discret,voisin}`;
const FIRST_NAMES = `{Anne,Ève,Marguerite,Jean,Paul,Inès,Noé,Zoé,Hélène,Malo,Léa,Youssef,Ana,Émile,Rose,Gaël}`;
const LAST_NAMES = `{Le Goff,Martin,Bernard,Kowalczyk,Nguyen,Durand,Moreau,Petit,Lefèvre,Roux,Garcia,Faure,Ménard,Caron,Diallo,Blanchard}`;
const TOWNS = `{Rennes,Nantes,Lyon,Lille,Brest,Paris,Pau,Metz,Nice,Arles,Tours,Dijon}`;

const word = (list: string, n: string) => `('${list}'::text[])[1 + (${n}) % array_length('${list}'::text[], 1)]`;

/** Inserts as a migration of data would: the audit trail of a million rows is not what is measured. */
async function withoutTriggers(client: Client, tables: readonly string[], work: () => Promise<void>): Promise<void> {
  for (const table of tables) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await work();
  for (const table of tables) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
}

/** A catalogue and ten years of invoices, always the same, with statistics as autovacuum would have left them. */
export async function seedLists(client: Client, size: ListSize): Promise<void> {
  const tables = ['contributor', 'work', 'work_contributor', 'edition', 'edition_price', 'point_of_sale', 'invoice'];
  await withoutTriggers(client, tables, async () => {
    await seedCatalogue(client, size.editions);
    await seedInvoices(client, size.invoices);
  });
  await client.query('VACUUM (ANALYZE)');
}

async function seedCatalogue(client: Client, editions: number): Promise<void> {
  const works = Math.ceil(editions * 0.6);
  const people = Math.ceil(editions / 10);
  await client.query(`
    INSERT INTO contributor (last_name, first_name)
      SELECT ${word(LAST_NAMES, 'n / 7')} || ' ' || n, ${word(FIRST_NAMES, 'n')} FROM generate_series(1, ${people}) n;
    INSERT INTO work (title)
      SELECT initcap(${word(NOUNS, 'n * 7')}) || ' ' || ${word(WORDS, 'n / 3')} || ' ' || n FROM generate_series(1, ${works}) n;
    INSERT INTO work_contributor (work_id, contributor_id, role, sequence)
      SELECT n, 1 + (n * 13) % ${people}, 'A01', 1 FROM generate_series(1, ${works}) n
      UNION ALL SELECT n, 1 + (n * 17 + 5) % ${people}, 'A12', 2 FROM generate_series(1, ${works}, 3) n;
    WITH numbers AS (SELECT n, '9782' || lpad((10000000 + n * 7)::text, 8, '0') AS body FROM generate_series(1, ${editions}) n),
      sums AS (SELECT n, body, (SELECT sum(substr(body, i, 1)::int * CASE i % 2 WHEN 1 THEN 1 ELSE 3 END) FROM generate_series(1, 12) i) AS sum FROM numbers)
    INSERT INTO edition (work_id, product_form, isbn13, publication_date, availability, vat_rate)
      SELECT 1 + n % ${works}, (ARRAY['paperback', 'e-book', 'hardback'])[1 + n / ${works}], body || (10 - sum % 10) % 10,
        CASE WHEN n % 50 > 0 THEN DATE '2001-01-01' + (n * 37) % 9300 END, (ARRAY['in-stock', 'out-of-print', 'forthcoming'])[1 + (n % 11) / 5], 5.5 FROM sums ORDER BY n;
    INSERT INTO edition_price (edition_id, valid_from, retail_price_incl_vat)
      SELECT n, DATE '2001-01-01' + (n * 37) % 9000, 5 + (n % 3000)::numeric / 100 FROM generate_series(1, ${editions}) n;
  `);
}

async function seedInvoices(client: Client, invoices: number): Promise<void> {
  await client.query(`
    INSERT INTO point_of_sale (name, kind, billing_address, trade_discount_rate)
      SELECT 'Librairie ' || ${word(NOUNS, 'n * 3')} || ' ' || n, 'independent-bookshop', jsonb_build_object('city', ${word(TOWNS, 'n')}), 35
      FROM generate_series(1, 2000) n;
    INSERT INTO invoice (kind, status, number, point_of_sale_id, origin_invoice_id, issue_date, due_date, seller, buyer, total_excl_vat, total_vat, total_incl_vat, hash)
      SELECT kind, 'posted', CASE kind WHEN 'invoice' THEN 'FA-' ELSE 'AV-' END || extract(year FROM day) || '-' || lpad(n::text, 7, '0'), shop,
        CASE kind WHEN 'credit-note' THEN n - 1 END, day, CASE kind WHEN 'invoice' THEN day + 60 END, '{"name": "Éditions de la Berge"}',
        jsonb_build_object('name', 'Librairie ' || shop), net, round(net * 0.055, 2), net + round(net * 0.055, 2), md5(n::text)
      FROM (SELECT n, CASE WHEN n % 30 = 0 THEN 'credit-note' ELSE 'invoice' END AS kind, 1 + (n * 31) % 2000 AS shop,
        CURRENT_DATE - 3650 + (n::bigint * 3650 / ${invoices})::int AS day, (5 + (n::bigint * 7919) % 90000 / 100.0)::numeric(14, 2) AS net
        FROM generate_series(1, ${invoices}) n) made;
    INSERT INTO invoice (kind, point_of_sale_id, total_excl_vat, total_vat, total_incl_vat)
      SELECT 'invoice', 1 + n % 2000, 100, 5.5, 105.5 FROM generate_series(1, 200) n;
  `);
}
