import { isDeepStrictEqual } from 'node:util';

import { Injectable } from '@nestjs/common';

import { Clock } from '../platform/clock/clock';
import { Database, type Tx } from '../platform/database/database';
import { lockVersion } from '../platform/database/lock-version';
import type { Actor } from '../platform/sign-in/actor';
import type { TermCorrectionInput } from './amendment-dto';
import { clauseInputOf, nowOf, storedClauses, storedTier } from './clause-record';
import { checkInput, refusedFields } from './contract-findings';
import type { ContractResponse } from './contract-response-dto';
import { withCorrections } from './corrected-terms';
import { contractProblems } from './problems';
import { readContract } from './read-contract';
import { ContractRecord, TermCorrectionRecord, type ClauseTerms } from './records';

/**
 * Corrects the rates, exclusions, share or amount of a clause that closed statements were computed with. They stay as they
 * are; the next statement carries what they ought to have said, run by run.
 */
@Injectable()
export class CorrectTerms {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  correct(actor: Actor, place: ClausePlace, input: TermCorrectionInput): Promise<ContractResponse> {
    return this.database.transaction(actor, async (tx) => {
      await this.correctIn(tx, place, input);
      return readContract(tx, place.contractId, { locale: actor.locale, today: this.clock.today() });
    });
  }

  /** @throws correction-unneeded, correction-same, contract-not-computable with a field each */
  async correctIn(tx: Tx, { contractId, clauseId }: ClausePlace, input: TermCorrectionInput): Promise<void> {
    const contract = await lockVersion(tx, ContractRecord, contractId, input.version);
    const clauses = (await storedClauses(tx, [contractId])).map(nowOf);
    const at = clauses.findIndex(({ id }) => id === clauseId);
    const now = clauses[at];
    if (!now) throw contractProblems.create('clause-unknown');
    const [{ used }] = await tx.query(
      `SELECT contract_stated_since(contract_id, created_at) AS used FROM contract_clause WHERE id = $1`,
      [clauseId],
    );
    if (!used) throw contractProblems.create('correction-unneeded');
    const terms = termsOf(input);
    const corrected = withCorrections(now, [terms]);
    if (isDeepStrictEqual(clauseInputOf(corrected), clauseInputOf(now))) {
      throw contractProblems.create('correction-same');
    }
    refuseUncomputable(
      clauses.map((clause, index) => clauseInputOf(index === at ? corrected : clause)),
      at,
    );
    const fields = { contractId, clauseId, terms, reason: input.reason.trim(), correctedOn: this.clock.today() };
    await tx.save(tx.create(TermCorrectionRecord, fields));
    await tx.save(Object.assign(contract, { version: contract.version + 1 }));
  }
}

export interface ClausePlace {
  readonly contractId: number;
  readonly clauseId: number;
}

function termsOf({ tiers, excluded, poolShares, poolIndex, rate, amount }: TermCorrectionInput): ClauseTerms {
  return {
    ...(tiers === undefined ? {} : { tiers: tiers.map(storedTier) }),
    ...(excluded === undefined ? {} : { excluded: { ...excluded } }),
    ...(poolShares === undefined ? {} : { poolShares }),
    ...(poolIndex === undefined ? {} : { poolIndex }),
    ...(rate === undefined ? {} : { rate }),
    ...(amount === undefined ? {} : { amount }),
  };
}

/** The fields of a correction are those of its clause. */
function refuseUncomputable(clauses: Parameters<typeof checkInput>[0]['clauses'], at: number): void {
  const { refusals } = checkInput({ clauses });
  if (refusals.length === 0) return;
  const fields = refusedFields(refusals).map((field) => ({
    ...field,
    pointer: field.pointer.replace(new RegExp(`^/clauses/${at}`), ''),
  }));
  throw contractProblems.create('contract-not-computable', {}, fields);
}
