import { RuleViolation } from '@colophon/domain/rules';
import { computeRoyalties, type RoyaltyEvent } from '@colophon/domain/royalties';

import { clauseInputOf, findingsOf, nowOf, storedClauses } from '../../../contracts';
import { Problem, problemText, sentence } from '../../../platform/problems/problem';
import { refuseChangedHistory } from '../../facts/compute';
import { loadFacts } from '../../facts/load-facts';
import { unknownRates } from '../../rates/refuse-unknown-rates';
import { statedIds, type Check, type CheckContext } from './check-context';
import type { CheckPlace } from './check-list-dto';

/** A terminated contract may still be owed something, which only the computation tells. */
export const nothingToState: Check = async ({ closing, scope, stated }) => {
  const mayBeOwed = closing.contracts === 'all' && scope.length > 0;
  return stated.length > 0 || mayBeOwed ? [] : [{ label: closing.periodTo, detail: null, url: '/contrats' }];
};

export const ratesUnknown: Check = async ({ tx, closing }) => {
  const unknown = await unknownRates(tx, closing.paymentDate);
  return unknown ? [{ label: closing.paymentDate, detail: null, url: '/reglages/taux' }] : [];
};

interface CheckedRow {
  readonly id: number;
  readonly label: string;
  readonly signedOn: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly paymentThreshold: string;
  readonly minimumFirstRun: number | null;
  readonly guaranteedMinimum: string | null;
  readonly advances: { label: string; amount: string }[];
  readonly payees: {
    contributorId: number;
    kind: 'author' | 'rightsHolder' | 'agent';
    share: string;
    from: string | null;
  }[];
}

/** Everything that the domain refuses of a contract, though it was written before the rule, or by an import. */
export const contractContradicts: Check = async (context) => {
  const { tx, locale } = context;
  const ids = statedIds(context);
  const rows: CheckedRow[] = await tx.query(
    `SELECT c.id, c.reference || ', ' || p.display_name AS label, c.signed_on AS "signedOn", c.starts_on AS "startsOn", c.ends_on AS "endsOn",
       c.payment_threshold::text AS "paymentThreshold", c.minimum_first_run AS "minimumFirstRun", c.guaranteed_minimum::text AS "guaranteedMinimum",
       (SELECT coalesce(jsonb_agg(jsonb_build_object('label', a.label, 'amount', a.amount::text)), '[]') FROM contract_advance a WHERE a.contract_id = c.id) AS advances,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('contributorId', y.contributor_id, 'kind', y.kind, 'share', y.share::text, 'from', y.valid_from)
         ORDER BY y.position), '[]') FROM contract_payee y WHERE y.contract_id = c.id) AS payees
     FROM contract c JOIN contributor p ON p.id = c.contributor_id WHERE c.id = ANY($1) ORDER BY c.reference`,
    [ids],
  );
  const clauses = Map.groupBy(await storedClauses(tx, ids), ({ agreed }) => agreed.contractId);
  return rows.flatMap((row) => {
    const own = (clauses.get(row.id) ?? []).map((clause) => clauseInputOf(nowOf(clause)));
    const { refusals } = findingsOf({ ...row, clauses: own }, locale);
    return refusals.map(({ detail }) => ({ label: row.label, detail, url: `/contrats/${row.id}/modifier` }));
  });
};

/** The whole history computed once, with nothing written: what the other checks do not know of is found here. */
export const computationRefused: Check = async (context) => {
  const { tx, scope, locale } = context;
  try {
    const loaded = await loadFacts(tx, scope);
    const { events } = loaded.facts;
    const statements = traced(events, () => computeRoyalties(loaded.facts)).filter(({ kind }) => kind === 'statement');
    await refuseChangedHistory(tx, loaded, statements as never);
    return [];
  } catch (error) {
    const told = tell(error, locale);
    if (!told) throw error;
    return [told];
  }
};

class RefusedFact extends Error {
  constructor(
    readonly violation: RuleViolation,
    readonly event: RoyaltyEvent | undefined,
  ) {
    super(violation.code);
  }
}

function traced<T>(events: readonly RoyaltyEvent[], compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof RuleViolation)) throw error;
    const index = /^\/events\/(\d+)/.exec(error.details.pointer ?? '')?.[1];
    throw new RefusedFact(error, index === undefined ? undefined : events[Number(index)]);
  }
}

function tell(error: unknown, locale: CheckContext['locale']): CheckPlace | undefined {
  if (error instanceof Problem) {
    const text = problemText(error.code);
    return text && { label: sentence(text, locale, error.details), detail: null, url: '/droits/clotures' };
  }
  const violation = error instanceof RefusedFact ? error.violation : error;
  if (!(violation instanceof RuleViolation)) return undefined;
  const text = problemText(violation.code);
  const { message, values } = violation.details;
  const label = text ? sentence(text, locale, { message, ...values }) : message;
  return { label, detail: null, url: error instanceof RefusedFact ? placeOf(error.event) : '/contrats' };
}

/** Where the fact is mended. */
function placeOf(event: RoyaltyEvent | undefined): string {
  if (!event) return '/contrats';
  if (event.type === 'printRun') return `/fabrication/tirages/${event.id}`;
  if (event.type === 'correctPrintRun' || event.type === 'closePrintRun') return `/fabrication/tirages/${event.run}`;
  if (event.type === 'receipts' || event.type === 'rightsIncome') return '/droits/recettes';
  if ('edition' in event) return `/stock/${event.edition}`;
  return 'contract' in event ? `/contrats/${event.contract}` : '/droits/clotures';
}
