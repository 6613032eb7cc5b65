import type { Tx } from '../../platform/database/database';

export interface AppliedBatch {
  readonly batchId: number;
  readonly lastAuditId: number;
  readonly lastEntry: number;
}

type Words = Readonly<Record<'fr' | 'en', string>>;

const dependentWords: Readonly<Record<string, Words>> = {
  invoice: { fr: '{count} factures ou avoirs', en: '{count} invoices or credit notes' },
  invoice_line: { fr: '{count} lignes de facture', en: '{count} invoice lines' },
  royalty_statement: { fr: '{count} relevés de droits', en: '{count} royalty statements' },
  closing: { fr: '{count} clôtures', en: '{count} closings' },
  contract: { fr: '{count} contrats', en: '{count} contracts' },
  contract_clause: { fr: '{count} clauses de contrat', en: '{count} contract clauses' },
  contract_advance: { fr: '{count} à-valoir', en: '{count} advances' },
  print_run: { fr: '{count} tirages', en: '{count} print runs' },
  print_run_correction: { fr: '{count} corrections de tirage', en: '{count} corrections of print runs' },
  stock_movement: { fr: '{count} mouvements de stock', en: '{count} stock movements' },
  net_receipt: { fr: '{count} recettes', en: '{count} receipts' },
  edition: { fr: '{count} éditions', en: '{count} editions' },
  work: { fr: '{count} œuvres', en: '{count} works' },
  work_contributor: { fr: '{count} signatures d’œuvres', en: '{count} credits of works' },
};

const changedWords: Words = { fr: '{count} fiches ont été modifiées depuis', en: '{count} records were changed since' };
const closedWords: Words = {
  fr: '{count} clôtures ont compté ces chiffres',
  en: '{count} closings have counted these figures',
};

/** Why a batch can't be taken back, each reason a few words; none where nothing depends on it. */
export async function dependentsOf(tx: Tx, batch: AppliedBatch, locale: 'fr' | 'en'): Promise<string[]> {
  const found = [
    ...(await referencing(tx, batch)).map(({ table, count }) => ({ words: wordsOf(table), count })),
    { words: changedWords, count: await changedSince(tx, batch) },
    { words: closedWords, count: await closingsSince(tx, batch) },
  ];
  return found
    .filter(({ count }) => count > 0)
    .map(({ words, count }) => words[locale].replace('{count}', String(count)));
}

function wordsOf(table: string): Words {
  return dependentWords[table] ?? { fr: `{count} × ${table}`, en: `{count} × ${table}` };
}

interface ForeignKey {
  readonly table: string;
  readonly column: string;
  readonly target: string;
}

/** Records that point to what the batch made, and that it did not make itself. */
async function referencing(tx: Tx, batch: AppliedBatch): Promise<{ table: string; count: number }[]> {
  const made = await madeBy(tx, batch);
  const keys: ForeignKey[] = await tx.query(
    `SELECT k.conrelid::regclass::text AS "table", a.attname AS "column", k.confrelid::regclass::text AS target
     FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
     WHERE k.contype = 'f' AND cardinality(k.conkey) = 1 AND k.confrelid::regclass::text = ANY($1) ORDER BY 1, 2`,
    [[...made.keys()]],
  );
  const counts = new Map<string, number>();
  for (const { table, column, target } of keys) {
    // Only tables of which the batch made some are sure to have an id.
    const own = made.get(table);
    const [row] = await tx.query(
      `SELECT count(*)::int AS count FROM ${table} d WHERE d.${column} = ANY($1)${own ? ' AND d.id <> ALL($2)' : ''}`,
      own ? [made.get(target), own] : [made.get(target)],
    );
    counts.set(table, (counts.get(table) ?? 0) + (row.count as number));
  }
  return [...counts].map(([table, count]) => ({ table, count }));
}

async function madeBy(tx: Tx, { batchId }: AppliedBatch): Promise<Map<string, number[]>> {
  const rows: { table: string; ids: number[] }[] = await tx.query(
    `SELECT table_name AS "table", jsonb_agg(record_id) AS ids FROM import_change WHERE batch_id = $1 AND action = 'insert' GROUP BY 1`,
    [batchId],
  );
  return new Map(rows.map(({ table, ids }) => [table, ids]));
}

/** Records of the batch that somebody has changed after it. */
async function changedSince(tx: Tx, { batchId, lastAuditId }: AppliedBatch): Promise<number> {
  const [row] = await tx.query(
    `SELECT count(DISTINCT (a.entity_type, a.entity_id))::int AS count FROM audit_entry a
     WHERE a.id > $2 AND EXISTS (SELECT FROM import_change c WHERE c.batch_id = $1 AND c.entity_type = a.entity_type AND c.entity_id = a.entity_id)`,
    [batchId, lastAuditId],
  );
  return row.count as number;
}

/** Closings that could have counted a run, a movement or a clause of the batch, drafts included. */
async function closingsSince(tx: Tx, { batchId, lastEntry }: AppliedBatch): Promise<number> {
  const [row] = await tx.query(
    `SELECT count(*)::int AS count FROM closing
     WHERE (status = 'draft' OR entry > $2) AND EXISTS (SELECT FROM import_change WHERE batch_id = $1
       AND table_name IN ('print_run', 'stock_movement', 'contract', 'contract_clause', 'contract_advance', 'edition_price', 'net_receipt'))`,
    [batchId, lastEntry],
  );
  return row.count as number;
}
