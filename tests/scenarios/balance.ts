/** What must hold after every step of a story, whatever was done: copies, numbers and hashes. */
import { addDays, addMonths } from '@colophon/domain/calendar';

import { brokenLinks } from '../../apps/api/src/sales';
import { Database } from '../../apps/api/src/platform/database/database';
import { lastHalf, today, type House } from './house';

interface EditionStock {
  readonly stock: number;
  readonly closing: number;
  readonly computedClosing: number;
  readonly gap: number;
  readonly steps: { readonly kind: string; readonly copies: number; readonly stockAfter: number }[];
}

/** The books of the house: each edition's stock is what the story says, by three roads; no number is missing. */
export async function booksBalance(house: House, stocks: Readonly<Record<number, number>>): Promise<void> {
  for (const [editionId, copies] of Object.entries(stocks)) {
    expect(await stockOf(house, editionId)).toMatchObject({ stock: copies, closing: copies, gap: 0 });
    expect(await movedIn(house, editionId)).toBe(copies);
    await monthsFollow(house, editionId, copies);
  }
  await numbersFollow(house, 'invoice', 'number');
  await numbersFollow(house, 'royalty_statement', 'number');
  expect(await brokenLinks(house.api.get(Database).reader)).toEqual([]);
}

async function stockOf({ reader }: House, editionId: string, period = ''): Promise<EditionStock> {
  const { body } = (await reader.get(`/api/editions/${editionId}/stock${period}`).expect(200)) as {
    body: EditionStock;
  };
  // opening + printed − sold + returned − free − destroyed ± counted, added here again.
  const added = body.steps.reduce((sum, { copies }) => sum + copies, 0);
  expect(added).toBe(body.closing);
  expect(body.computedClosing).toBe(body.closing);
  return body;
}

async function movedIn({ reader }: House, editionId: string): Promise<number> {
  const { body } = await reader.get(`/api/stock/movements?editionId=${editionId}&limit=200`).expect(200);
  return body.items.reduce((sum: number, { copies }: { copies: number }) => sum + copies, 0);
}

/** What a month closes with, the next opens with; the last closes with what there is. */
async function monthsFollow(house: House, editionId: string, copies: number): Promise<void> {
  let last = 0;
  for (let from = lastHalf.from; from <= today; from = addMonths(from, 1)) {
    const to = addDays(addMonths(from, 1), -1);
    const month = await stockOf(house, editionId, `?from=${from}&to=${to}`);
    expect(month.steps[0]).toMatchObject({ kind: 'opening', copies: last });
    last = month.closing;
  }
  expect(last).toBe(copies);
}

/** Numbers end in 00001, 00002 … for each prefix and year, with none missing and none twice. */
async function numbersFollow({ api }: House, table: string, column: string): Promise<void> {
  const rows = await api.sql<{ number: string }>(
    `SELECT ${column} AS number FROM ${table} WHERE ${column} IS NOT NULL ORDER BY 1`,
  );
  const bySeries = Map.groupBy(rows, ({ number }) => number.slice(0, number.lastIndexOf('-')));
  for (const [series, numbered] of bySeries) {
    const expected = numbered.map((_, index) => `${series}-${String(index + 1).padStart(5, '0')}`);
    expect(numbered.map(({ number }) => number)).toEqual(expected);
  }
}
