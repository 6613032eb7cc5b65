import { entryOfStatement } from '@colophon/domain/accounting';
import { Money } from '@colophon/domain/money';

import { postEntries, type EntryToPost } from '../../accounting';
import type { Tx } from '../../platform/database/database';

/**
 * What a closing writes into the books: royalties become an expense when they are stated, on the last day covered, and
 * are owed to whoever receives them.
 */
export async function enterClosingInBooks(tx: Tx, closingId: number): Promise<void> {
  const statements: StatedRow[] = await tx.query(
    `SELECT s.id, s.number, s.statement_date AS "date", s.issued_on AS "issuedOn", s.contributor_id::text AS author,
       concat_ws(' ', c.last_name, c.first_name) AS name, s.carried_in::text AS "carriedIn", s.carried_out::text AS "carriedOut",
       s.gross::text, s.recouped::text, coalesce(s.result ->> 'writtenOff', '0') AS "writtenOff",
       (SELECT coalesce(jsonb_agg(jsonb_build_object('person', k.contributor_id::text, 'amount', o ->> 'amount')), '[]')
         FROM jsonb_array_elements(coalesce(nullif(s.result -> 'setOff', 'null'), '[]')) o
         JOIN contract k ON k.id = (o ->> 'contract')::int) AS "setOff",
       (SELECT coalesce(jsonb_agg(jsonb_build_object('person', p.contributor_id::text, 'amount', p.gross::text) ORDER BY p.position), '[]')
         FROM royalty_statement_payee p WHERE p.statement_id = s.id AND p.kind <> 'agent' AND p.contributor_id <> s.contributor_id) AS others
     FROM royalty_statement s JOIN contributor c ON c.id = s.contributor_id WHERE s.closing_id = $1 ORDER BY s.position`,
    [closingId],
  );
  await postEntries(tx, statements.map(entryOf));
}

interface Part {
  readonly person: string;
  readonly amount: string;
}

interface StatedRow {
  readonly id: number;
  readonly number: string;
  readonly date: string;
  readonly issuedOn: string;
  readonly author: string;
  readonly name: string;
  readonly carriedIn: string;
  readonly carriedOut: string;
  readonly gross: string;
  readonly recouped: string;
  readonly writtenOff: string;
  /** Advances of other contracts that this one recoups, by the person who had them. */
  readonly setOff: readonly Part[];
  /** Heirs and rights holders. */
  readonly others: readonly Part[];
}

function entryOf(statement: StatedRow): EntryToPost {
  const { id, number, date, issuedOn, author, name } = statement;
  const amounts = [...statement.setOff, { person: author, amount: statement.recouped }].map(part);
  const used = Money.sum(amounts.map(({ amount }) => amount));
  const added = Money.parse(statement.gross)
    .plus(Money.parse(statement.carriedOut))
    .minus(Money.parse(statement.carriedIn));
  const lines = entryOfStatement({
    author,
    due: added.plus(used),
    recouped: amounts,
    writtenOff: Money.parse(statement.writtenOff),
    toOthers: statement.others.map(part),
  });
  const document = { type: 'royalty_statement', id, number, date: issuedOn };
  return {
    journal: 'royalties',
    date,
    label: `Droits d’auteur ${number} – ${name}`,
    document,
    purpose: 'stated',
    lines,
  };
}

const part = ({ person, amount }: Part) => ({ person, amount: Money.parse(amount) });
