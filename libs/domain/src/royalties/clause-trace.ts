/**
 * What a line tells of its clause, prepared once for all its lines.
 *
 * The last day in force is not told: an amendment sets it later, and a closed statement must come out the same again.
 */
import { limitsOf, specificityOf, type Clause } from '../contracts';
import type { ClauseTrace } from './issued';

/** `version` is 1 as agreed, and one more for each correction. Undefined where there is nothing to tell. */
export function traceOf(clause: Clause, version: number): ClauseTrace | undefined {
  const { from } = clause;
  if (from === undefined && version === 1 && specificityOf(clause) === 0) return undefined;
  const { channels, territories, rights } = limitsOf(clause);
  return {
    ...(from === undefined ? {} : { from }),
    ...(channels ? { channels } : {}),
    ...(territories ? { territories } : {}),
    ...(rights?.[0] === undefined ? {} : { right: rights[0] }),
    ...(version === 1 ? {} : { version }),
  };
}
