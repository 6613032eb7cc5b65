import { addDays } from '@colophon/domain/calendar';
import { Injectable } from '@nestjs/common';

import { Clock } from '../platform/clock/clock';
import { Database, type Tx } from '../platform/database/database';
import { lockVersion } from '../platform/database/lock-version';
import type { Actor } from '../platform/sign-in/actor';
import type { AmendmentInput, BegunClauseInput } from './amendment-dto';
import type { ClauseInput } from './clause-dto';
import { clauseFields, clauseInputOf, nowOf, storedClauses } from './clause-record';
import { checkInput, refusedFields } from './contract-findings';
import type { ContractResponse } from './contract-response-dto';
import { contractProblems } from './problems';
import { readContract } from './read-contract';
import { ContractAmendmentRecord, ContractClauseRecord, ContractRecord } from './records';
import { refuseStrangeEditions } from './save-contract';
import { statedUntil } from './stated-until';

/**
 * Changes what a contract pays from a day on: some clauses end on its eve, others begin. What was printed and sold before
 * stays on the old terms, and the tiers of a new clause go on from the copies of the one it follows.
 */
@Injectable()
export class AmendContract {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws amendment-too-early, clause-ended, contract-not-computable with a field each, stale-version */
  amend(actor: Actor, id: number, input: AmendmentInput): Promise<ContractResponse> {
    return this.database.transaction(actor, async (tx) => {
      await this.amendIn(tx, id, input);
      return readContract(tx, id, { locale: actor.locale, today: this.clock.today() });
    });
  }

  async amendIn(tx: Tx, id: number, input: AmendmentInput): Promise<void> {
    const contract = await lockVersion(tx, ContractRecord, id, input.version);
    await refuseUnfounded(tx, contract, input);
    const before = (await storedClauses(tx, [id])).map(nowOf);
    const eve = addDays(input.effectiveFrom, -1);
    const ended = endedClauses(before, { input, eve });
    const begun = begunClauses(ended, input);
    refuseUncomputable(ended, begun);
    await refuseStrangeEditions(tx, contract.workId, begun);
    const amendmentId = await this.number(tx, id, input);
    for (const clause of ended) await tx.query(END_CLAUSE, endingOf(clause, amendmentId));
    await tx.save(
      begun.map((clause, index) =>
        tx.create(ContractClauseRecord, {
          ...clauseFields(clause),
          contractId: id,
          position: before.length + index + 1,
          openedById: amendmentId,
          endedById: null,
        }),
      ),
    );
    await tx.save(Object.assign(contract, { version: contract.version + 1 }));
  }

  private async number(tx: Tx, contractId: number, input: AmendmentInput): Promise<number> {
    const { signedOn, effectiveFrom, note } = input;
    const [{ number }] = await tx.query(
      `SELECT coalesce(max(number), 0) + 1 AS number FROM contract_amendment WHERE contract_id = $1`,
      [contractId],
    );
    const fields = { contractId, number, effectiveFrom, signedOn: signedOn ?? null, note: note?.trim() || null };
    return (await tx.save(tx.create(ContractAmendmentRecord, fields))).id;
  }
}

/** Only what may still change of a clause that closed statements used. */
const END_CLAUSE = `UPDATE contract_clause SET counter = $2, valid_until = coalesce($3::date, valid_until),
  copies_left = CASE WHEN $3::date IS NULL THEN copies_left ELSE $4 END, ended_by_id = CASE WHEN $3::date IS NULL THEN ended_by_id ELSE $5 END
  WHERE id = $1`;

interface AmendedClause {
  readonly clause: ContractClauseRecord;
  readonly isEnded: boolean;
}

function endingOf({ clause, isEnded }: AmendedClause, amendmentId: number): unknown[] {
  return [clause.id, clause.counter, isEnded ? clause.validUntil : null, clause.copiesLeft, amendmentId];
}

async function refuseUnfounded(tx: Tx, contract: ContractRecord, input: AmendmentInput): Promise<void> {
  if (contract.status !== 'active') throw contractProblems.create('contract-not-active');
  if (input.ends.length === 0 && input.clauses.length === 0) throw contractProblems.create('amendment-empty');
  const stated = await statedUntil(tx, contract.id);
  if (stated === null || input.effectiveFrom > stated) return;
  throw contractProblems.at('/effectiveFrom', 'amendment-too-early', { statedUntil: stated });
}

/** Every clause of the contract as the amendment leaves it: ended ones with their last day, counted on from ones named. */
function endedClauses(
  clauses: readonly ContractClauseRecord[],
  { input, eve }: { readonly input: AmendmentInput; readonly eve: string },
): AmendedClause[] {
  const known = new Set(clauses.map(({ id }) => id));
  input.ends.forEach(({ clauseId }, index) => {
    if (!known.has(clauseId)) throw contractProblems.at(`/ends/${index}/clauseId`, 'clause-unknown');
  });
  const counted = new Set(input.clauses.map(({ countsOnFrom }) => countsOnFrom));
  return clauses.map((clause) => {
    const at = input.ends.findIndex(({ clauseId }) => clauseId === clause.id);
    const ending = input.ends[at];
    const counter = counted.has(clause.id) ? (clause.counter ?? `clause-${clause.id}`) : clause.counter;
    if (!ending) return { clause: { ...clause, counter }, isEnded: false };
    const { validFrom, validUntil } = clause;
    if ((validFrom !== null && validFrom > eve) || (validUntil !== null && validUntil <= eve)) {
      throw contractProblems.at(`/ends/${at}/clauseId`, 'clause-ended');
    }
    const copiesLeft = ending.copiesLeft ?? null;
    return { clause: { ...clause, counter, validUntil: eve, copiesLeft }, isEnded: true };
  });
}

function begunClauses(clauses: readonly AmendedClause[], input: AmendmentInput): ClauseInput[] {
  return input.clauses.map(({ countsOnFrom, ...clause }: BegunClauseInput, index) => {
    const counted = clauses.find(({ clause: { id } }) => id === countsOnFrom)?.clause;
    if (countsOnFrom && !counted) throw contractProblems.at(`/clauses/${index}/countsOnFrom`, 'clause-unknown');
    const counter = counted?.counter ?? clause.counter ?? null;
    const from = clause.basis === 'flatFee' ? null : (clause.from ?? input.effectiveFrom);
    return { ...clause, counter, from };
  });
}

/** The contract that results must be computable; what is wrong of a clause that was there is told at the day of the change. */
function refuseUncomputable(clauses: readonly AmendedClause[], begun: readonly ClauseInput[]): void {
  const whole = { clauses: [...clauses.map(({ clause }) => clauseInputOf(clause)), ...begun] };
  const { refusals } = checkInput(whole);
  if (refusals.length === 0) return;
  const fields = refusedFields(refusals).map((field) => ({ ...field, pointer: placeOf(field.pointer, clauses) }));
  throw contractProblems.create('contract-not-computable', {}, fields);
}

function placeOf(pointer: string, before: readonly AmendedClause[]): string {
  const [, index, rest = ''] = /^\/clauses\/(\d+)(.*)$/.exec(pointer) ?? [];
  if (index === undefined) return pointer;
  const at = Number(index) - before.length;
  return at >= 0 ? `/clauses/${at}${rest}` : '/effectiveFrom';
}
