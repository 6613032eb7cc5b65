import type { IssuedStatement } from '@colophon/domain/royalties';

import type { VerifiedDifference } from './verify-dto';

const MOST = 20;

/** What the author's withholding comes to is told anew by each payment: a statement only announces it. */
const ANNOUNCED = new Set(['net', 'withholding', 'payees']);

/** What a statement says, in the order in which a reader asks: its amounts, then its lines. */
export function differencesOf(issued: IssuedStatement, now: IssuedStatement | undefined): VerifiedDifference[] {
  if (!now) return [{ what: 'gross', issued: issued.gross, now: null }];
  return [...walk({ at: '', issued: settled(issued), now: settled(now) })].slice(0, MOST);
}

/** As the database gives it back, without what is only announced. */
function settled(statement: IssuedStatement): Record<string, unknown> {
  const kept = Object.entries(JSON.parse(JSON.stringify(statement)) as Record<string, unknown>);
  return Object.fromEntries(kept.filter(([name]) => !ANNOUNCED.has(name)));
}

interface Pair {
  readonly at: string;
  readonly issued: unknown;
  readonly now: unknown;
}

function* walk({ at, issued, now }: Pair): Generator<VerifiedDifference> {
  if (isNode(issued) && isNode(now)) {
    for (const name of new Set([...Object.keys(issued), ...Object.keys(now)])) {
      yield* walk({ at: `${at}/${name}`, issued: issued[name], now: now[name] });
    }
  } else if (said(issued) !== said(now)) {
    yield { what: at.replace(/^\/([^/]+)$/, '$1'), issued: said(issued), now: said(now) };
  }
}

const isNode = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function said(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
