import { yearOf, type CalendarDate } from '@colophon/domain/calendar';
import type { EntryLine, Journal } from '@colophon/domain/accounting';

import type { Tx } from '../platform/database/database';

/** An entry to be written, with the document that it is written for. */
export interface EntryToPost {
  readonly journal: Journal;
  /** The day it belongs to, which decides its year. */
  readonly date: CalendarDate;
  /** Up to 200 characters, in the language of the books: French. */
  readonly label: string;
  readonly document: {
    readonly type: string;
    readonly id: number;
    readonly number: string;
    readonly date: CalendarDate;
  };
  /** A document is written once for each: trying again writes nothing twice, it is refused. */
  readonly purpose: string;
  /** `person` is a contributor's id. */
  readonly lines: readonly EntryLine[];
}

/**
 * Writes entries into the books, in the transaction of what they tell. They are numbered without gaps in their journal
 * and year, and take the accounts as the accountant has set them by then; entries without lines are passed over.
 * @returns the ids of what was written, in order
 */
export async function postEntries(tx: Tx, entries: readonly EntryToPost[]): Promise<number[]> {
  const written = entries.filter(({ lines }) => lines.length > 0);
  if (written.length === 0) return [];
  const numbers = await takeNumbers(tx, written);
  const ids = await writeEntries(tx, written, numbers);
  await writeLines(tx, written, ids);
  return ids;
}

/** Each journal and year is one series: a row that is held until the transaction ends. */
async function takeNumbers(tx: Tx, entries: readonly EntryToPost[]): Promise<string[]> {
  const wanted = Map.groupBy(entries, ({ journal, date }) => `${journal} ${yearOf(date)}`);
  const next = new Map<string, { code: string; year: number; number: number }>();
  for (const [key, group] of [...wanted].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const [journal = '', year = ''] = key.split(' ');
    const [series] = await tx.query(
      `INSERT INTO number_series (code, year, last_number) SELECT 'JOURNAL-' || code, $2::int, $3::int FROM journal WHERE role = $1
       ON CONFLICT (code, year) DO UPDATE SET last_number = number_series.last_number + $3::int
       RETURNING (SELECT code FROM journal WHERE role = $1) AS code, last_number AS last`,
      [journal, year, group.length],
    );
    next.set(key, { code: series.code, year: Number(year), number: series.last - group.length });
  }
  return entries.map(({ journal, date }) => {
    const series = next.get(`${journal} ${yearOf(date)}`);
    if (!series) throw new Error(`No series was opened for ${journal}`);
    series.number += 1;
    return `${series.code}-${series.year}-${String(series.number).padStart(6, '0')}`;
  });
}

async function writeEntries(tx: Tx, entries: readonly EntryToPost[], numbers: readonly string[]): Promise<number[]> {
  const rows = entries.map(({ journal, date, label, document, purpose }, index) => ({
    number: numbers[index],
    journal,
    entered_on: date,
    label: label.slice(0, LONGEST_LABEL),
    document_type: document.type,
    document_id: document.id,
    document_number: document.number,
    document_date: document.date,
    purpose,
  }));
  const inserted: { id: number; number: string }[] = await tx.query(
    `INSERT INTO journal_entry (number, journal, journal_code, journal_label, entered_on, label, document_type, document_id, document_number, document_date, purpose)
     SELECT r.number, r.journal, j.code, j.label, r.entered_on, r.label, r.document_type, r.document_id, r.document_number, r.document_date, r.purpose
     FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (number text, journal text, entered_on date, label text, document_type text,
       document_id integer, document_number text, document_date date, purpose text)) WITH ORDINALITY
       AS r (number, journal, entered_on, label, document_type, document_id, document_number, document_date, purpose, at)
     JOIN journal j ON j.role = r.journal ORDER BY r.at RETURNING id, number`,
    [JSON.stringify(rows)],
  );
  const byNumber = new Map(inserted.map(({ id, number }) => [number, id]));
  return numbers.map((number) => {
    const id = byNumber.get(number);
    if (id === undefined) throw new Error(`The entry ${number} was not written`);
    return id;
  });
}

const LONGEST_LABEL = 200;

/** In one statement: the database refuses lines that do not balance, and lines added later. */
async function writeLines(tx: Tx, entries: readonly EntryToPost[], ids: readonly number[]): Promise<void> {
  const rows = entries.flatMap(({ lines }, index) =>
    lines.map(({ role, person, side, amount }, at) => ({
      entry_id: ids[index],
      position: at + 1,
      role,
      contributor_id: person === undefined ? null : Number(person),
      debit: side === 'debit' ? amount.toString() : '0',
      credit: side === 'credit' ? amount.toString() : '0',
    })),
  );
  await tx.query(
    `INSERT INTO journal_entry_line (entry_id, position, role, account_number, account_label, contributor_id, subledger_code, subledger_label, debit, credit)
     SELECT r.entry_id, r.position, r.role, a.number, a.label, r.contributor_id, 'AUT' || lpad(c.id::text, 5, '0'), CASE WHEN c.id IS NOT NULL THEN concat_ws(' ', c.last_name, c.first_name) END, r.debit, r.credit
     FROM jsonb_to_recordset($1::jsonb) AS r (entry_id integer, position integer, role text, contributor_id integer, debit numeric, credit numeric)
     JOIN account a ON a.role = r.role LEFT JOIN contributor c ON c.id = r.contributor_id
     ORDER BY r.entry_id, r.position`,
    [JSON.stringify(rows)],
  );
}
