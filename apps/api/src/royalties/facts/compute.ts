import { computeRoyalties, type IssuedStatement, type RoyaltyEvent } from '@colophon/domain/royalties';
import { RuleViolation } from '@colophon/domain/rules';

import type { Tx } from '../../platform/database/database';
import { problemText, sentence } from '../../platform/problems/problem';
import { royaltiesProblems } from '../problems';
import type { LoadedFacts } from './load-facts';

/** Every statement that follows from the facts, in order. @throws closing-blocked naming the fact at fault. */
export async function statementsOf(
  tx: Tx,
  loaded: LoadedFacts,
  then: readonly RoyaltyEvent[] = [],
): Promise<IssuedStatement[]> {
  const facts = { ...loaded.facts, events: [...loaded.facts.events, ...then] };
  try {
    return computeRoyalties(facts).filter((issued) => issued.kind === 'statement');
  } catch (error) {
    if (!(error instanceof RuleViolation)) throw error;
    const index = /^\/events\/(\d+)/.exec(error.details.pointer ?? '')?.[1];
    const event = index === undefined ? undefined : facts.events[Number(index)];
    const text = problemText(error.code);
    const told = { message: error.details.message, ...error.details.values };
    const reason = (locale: 'fr' | 'en') => (text ? sentence(text, locale, told) : error.message);
    const reasons = { reason: reason('fr'), reasonInEnglish: reason('en') };
    throw royaltiesProblems.create('closing-blocked', { where: await place(tx, event), ...reasons });
  }
}

/** Where to mend: the run, the edition or the contract that a fact is about. */
async function place(tx: Tx, event: RoyaltyEvent | undefined): Promise<string> {
  if (!event) return '—';
  if (event.type === 'printRun' || event.type === 'sale' || event.type === 'return') {
    const [row] = await tx.query(
      `SELECT w.title, e.isbn13 FROM edition e JOIN work w ON w.id = e.work_id WHERE e.id = $1`,
      [event.edition],
    );
    return `${row?.title ?? ''} (${row?.isbn13 ?? ''}), ${event.date}`;
  }
  if ('contract' in event) {
    const [row] = await tx.query(`SELECT reference FROM contract WHERE id = $1`, [event.contract]);
    return row?.reference ?? '';
  }
  return 'date' in event ? event.date : '—';
}

/**
 * The statements already closed must come out of the facts exactly as they were issued; if one does not, something
 * that must not change has changed, and nothing is closed on top of it.
 * @throws closing-history-changed naming the first statement that differs
 */
export async function refuseChangedHistory(
  tx: Tx,
  { contracts }: LoadedFacts,
  statements: readonly IssuedStatement[],
): Promise<void> {
  const stored: StoredStatement[] = await tx.query(
    `SELECT s.contract_id::text AS contract, s.number AS label, row_number() OVER (PARTITION BY s.contract_id ORDER BY k.entry)::int AS number,
       s.earned::text, s.adjustments::text, s.recouped::text, s.carried_out::text AS "carriedOut", s.gross::text
     FROM royalty_statement s JOIN closing k ON k.id = s.closing_id WHERE k.status = 'closed'
       AND s.contract_id = ANY($1::int[])`,
    [contracts.map((contract) => contract.id)],
  );
  const computed = new Map(statements.map((statement) => [`${statement.contract}/${statement.number}`, statement]));
  for (const kept of stored) {
    const again = computed.get(`${kept.contract}/${kept.number}`);
    if (!again || AMOUNTS.some((amount) => again[amount] !== kept[amount])) {
      throw royaltiesProblems.create('closing-history-changed', { number: kept.label });
    }
  }
}

/** Not the net: it is stated for the planned day, and the payment computes it anew by the profile and rates of its own day. */
const AMOUNTS = ['earned', 'adjustments', 'recouped', 'carriedOut', 'gross'] as const;

type StoredStatement = Readonly<Record<(typeof AMOUNTS)[number] | 'contract' | 'label', string>> & {
  readonly number: number;
};
