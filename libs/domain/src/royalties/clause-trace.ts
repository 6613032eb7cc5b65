/** What a line tells of its clause, prepared once for all its lines. */
import { limitsOf, type Clause } from '../contracts';
import type { ClauseTrace } from './issued';

/** `version` is 1 as agreed, and one more for each correction. Undefined where there is nothing to tell. */
export function traceOf(clause: Clause, version: number): ClauseTrace | undefined {
  const { from, until } = clause;
  const { channels, territories, rights } = limitsOf(clause);
  const counter = 'counter' in clause ? clause.counter : undefined;
  const trace: ClauseTrace = {
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    ...(channels ? { channels } : {}),
    ...(territories ? { territories } : {}),
    ...(rights?.[0] === undefined ? {} : { right: rights[0] }),
    ...(counter === undefined ? {} : { counter }),
    ...(version === 1 ? {} : { version }),
  };
  return Object.keys(trace).length > 0 ? trace : undefined;
}
