import { Money } from '@colophon/domain/money';
import type { IssuedStatement } from '@colophon/domain/royalties';
import { Injectable } from '@nestjs/common';

import { Database, type Tx } from '../../platform/database/database';
import { platformProblems } from '../../platform/problems/platform-problems';
import { Problem, problemText, sentence } from '../../platform/problems/problem';
import type { Actor } from '../../platform/sign-in/actor';
import { statementsOf } from '../facts/compute';
import { loadFacts } from '../facts/load-facts';
import { allContracts } from '../facts/scope';
import { royaltiesProblems } from '../problems';
import { ClosingRecord } from '../records';
import { differencesOf } from './differences';
import type { ClosingVerification, VerifiedStatement } from './verify-dto';

interface KeptStatement {
  readonly statementId: number;
  readonly number: string;
  readonly contractId: number;
  readonly contractReference: string;
  readonly contributorName: string;
  /** 1 for the contract's first closed statement. */
  readonly position: number;
  readonly result: IssuedStatement;
  readonly isSealed: boolean;
}

/**
 * A closed period computed again from the facts of today. The difference is nothing, since facts that come late are
 * counted in later statements; where it is not, each figure that comes out otherwise is named.
 */
@Injectable()
export class VerifyClosing {
  constructor(private readonly database: Database) {}

  /** @throws not-found, closing-still-draft */
  verify(actor: Actor, id: number): Promise<ClosingVerification> {
    return this.database.snapshot(async (tx) => {
      const closing = await tx.findOneBy(ClosingRecord, { id });
      if (!closing) throw platformProblems.create('not-found');
      if (closing.status !== 'closed') throw royaltiesProblems.create('closing-still-draft');
      const kept = await keptStatements(tx, id);
      const again = await computedAgain(tx, actor.locale);
      if (typeof again === 'string')
        return { statements: kept.length, isSame: false, difference: '0.00', refusal: again, changed: [] };
      return compare(kept, again);
    });
  }
}

function keptStatements(tx: Tx, closingId: number): Promise<KeptStatement[]> {
  return tx.query(
    `SELECT s.id AS "statementId", s.number, s.contract_id AS "contractId", c.reference AS "contractReference", p.display_name AS "contributorName",
       (SELECT count(*)::int FROM royalty_statement q JOIN closing h ON h.id = q.closing_id
         WHERE q.contract_id = s.contract_id AND h.status = 'closed' AND h.entry <= k.entry) AS position, s.result,
       s.content_hash = encode(sha256(convert_to(concat_ws(E'\\n', s.number, s.issued_on, s.contract_id, s.result, s.document, s.gap_reason), 'UTF8')), 'hex') AS "isSealed"
     FROM royalty_statement s JOIN closing k ON k.id = s.closing_id JOIN contract c ON c.id = s.contract_id
     JOIN contributor p ON p.id = s.contributor_id WHERE s.closing_id = $1 ORDER BY s.position`,
    [closingId],
  );
}

/** Every statement that follows from the facts, by contract and number; or why none does. */
async function computedAgain(tx: Tx, locale: Actor['locale']): Promise<Map<string, IssuedStatement> | string> {
  try {
    const statements = await statementsOf(tx, await loadFacts(tx, await allContracts(tx)));
    return new Map(statements.map((statement) => [`${statement.contract}/${statement.number}`, statement]));
  } catch (error) {
    const text = error instanceof Problem ? problemText(error.code) : undefined;
    if (!(error instanceof Problem) || !text) throw error;
    return sentence(text, locale, error.details);
  }
}

function compare(kept: readonly KeptStatement[], again: ReadonlyMap<string, IssuedStatement>): ClosingVerification {
  const pairs = kept.map((statement) => ({
    statement,
    now: again.get(`${statement.contractId}/${statement.position}`),
  }));
  const changed = pairs.flatMap(({ statement, now }): VerifiedStatement[] => {
    const { position: _position, result, isSealed, ...named } = statement;
    const seal = isSealed ? [] : [{ what: 'contentHash', issued: null, now: null }];
    const differences = [...seal, ...differencesOf(result, now)];
    return differences.length === 0 ? [] : [{ ...named, differences }];
  });
  const difference = Money.sum(
    pairs.map(({ statement, now }) => Money.parse(now?.gross ?? '0').minus(Money.parse(statement.result.gross))),
  );
  return {
    statements: kept.length,
    isSame: changed.length === 0,
    difference: difference.toString(),
    refusal: null,
    changed,
  };
}
