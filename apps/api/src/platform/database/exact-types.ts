import { types } from 'pg';

const DATE = 1082;
const INT8 = 20;

/**
 * Makes `pg` exact: a DATE stays the text `YYYY-MM-DD` (it would become a local midnight, a day off abroad),
 * NUMERIC stays text (its default already), and BIGINT becomes a number while it is safe.
 */
export function useExactTypes(): void {
  types.setTypeParser(DATE, (text) => text);
  types.setTypeParser(INT8, (text) => {
    const value = Number(text);
    return Number.isSafeInteger(value) ? value : text;
  });
}
