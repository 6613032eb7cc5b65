import type { ContractWarning } from '@colophon/domain/contracts';
import { Injectable } from '@nestjs/common';

import { Clock } from '../platform/clock/clock';
import { Database, type Tx } from '../platform/database/database';
import { lockVersion } from '../platform/database/lock-version';
import { Problem } from '../platform/problems/problem';
import type { Actor } from '../platform/sign-in/actor';
import type { ClauseInput } from './clause-dto';
import type { ContractInput, ContractStatus, ContractUpdate } from './contract-dto';
import { checkInput, refusedFields, unstorable } from './contract-findings';
import type { ContractResponse } from './contract-response-dto';
import { saveAdvances } from './save-advances';
import { saveClauses } from './save-clauses';
import { savePayees } from './save-payees';
import { contractProblems } from './problems';
import { readContract } from './read-contract';
import { ContractRecord } from './records';

/** Writes a contract with its clauses and advances, as a draft or as one that can be computed. */
@Injectable()
export class SaveContract {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  create(actor: Actor, input: ContractInput): Promise<ContractResponse> {
    return this.database.transaction(actor, async (tx) => {
      const { id } = await this.createIn(tx, input);
      return readContract(tx, id, { locale: actor.locale, today: this.clock.today() });
    });
  }

  /**
   * Within the caller's transaction: the importer writes many at once.
   * @throws contract-not-computable (422, a field each) unless it is a draft; edition-of-other-work and the like
   */
  async createIn(tx: Tx, input: ContractInput): Promise<{ id: number; warnings: readonly ContractWarning[] }> {
    const warnings = refuseUncomputable(input);
    await refuseStrangers(tx, input);
    const { id } = await tx.save(tx.create(ContractRecord, { ...fields(input), version: 1 }));
    await saveClauses(tx, id, input.clauses);
    await saveAdvances(tx, id, input.advances ?? []);
    await savePayees(tx, id, input.payees ?? []);
    return { id, warnings };
  }

  /** @throws clause-used, advance-used or contract-stated where a closed statement was computed with what changes. */
  update(actor: Actor, id: number, input: ContractUpdate): Promise<ContractResponse> {
    return this.database.transaction(actor, async (tx) => {
      const current = await lockVersion(tx, ContractRecord, id, input.version);
      await this.writeIn(tx, current, input);
      return readContract(tx, id, { locale: actor.locale, today: this.clock.today() });
    });
  }

  /** Within the caller's transaction, whatever the version. @returns what the contract merely lacks */
  async updateIn(tx: Tx, id: number, input: ContractInput): Promise<readonly ContractWarning[]> {
    const current = await tx.findOneOrFail(ContractRecord, { where: { id }, lock: { mode: 'pessimistic_write' } });
    return this.writeIn(tx, current, input);
  }

  private async writeIn(tx: Tx, current: ContractRecord, input: ContractInput): Promise<readonly ContractWarning[]> {
    refuseBackwards(current.status as ContractStatus, input.status);
    const warnings = refuseUncomputable(input);
    await refuseStrangers(tx, input);
    await tx.save(Object.assign(current, fields(input), { version: current.version + 1 }));
    await saveClauses(tx, current.id, input.clauses);
    await saveAdvances(tx, current.id, input.advances ?? []);
    if (input.payees) await savePayees(tx, current.id, input.payees);
    return warnings;
  }
}

function refuseUncomputable(input: ContractInput): readonly ContractWarning[] {
  const { refusals, warnings } = checkInput(input);
  const stopping = input.status === 'draft' ? unstorable(input, refusals) : refusals;
  if (stopping.length > 0) throw contractProblems.create('contract-not-computable', {}, refusedFields(stopping));
  if (input.status === 'terminated' && !input.terminatedOn) {
    throw contractProblems.at('/terminatedOn', 'termination-date-missing');
  }
  return warnings;
}

const nextStatuses: Readonly<Record<ContractStatus, readonly ContractStatus[]>> = {
  draft: ['draft', 'active'],
  active: ['active', 'terminated'],
  terminated: ['terminated'],
};

function refuseBackwards(from: ContractStatus, to: ContractStatus): void {
  if (!nextStatuses[from].includes(to)) throw contractProblems.at('/status', 'contract-status-refused');
}

/** The person and the work exist, and each clause's edition is one of that work. */
async function refuseStrangers(tx: Tx, input: ContractInput): Promise<void> {
  const [known]: { contributor: boolean; work: boolean; editions: number[] }[] = await tx.query(
    `SELECT EXISTS (SELECT FROM contributor WHERE id = $1) AS contributor, EXISTS (SELECT FROM work WHERE id = $2) AS work,
       ARRAY(SELECT id FROM edition WHERE work_id = $2) AS editions`,
    [input.contributorId, input.workId],
  );
  if (!known?.contributor) throw contractProblems.at('/contributorId', 'contract-contributor-unknown');
  if (!known.work) throw contractProblems.at('/workId', 'contract-work-unknown');
  refuseOtherEditions(known.editions, input.clauses);
}

/** @throws edition-of-other-work with a field for each clause at fault */
export async function refuseStrangeEditions(tx: Tx, workId: number, clauses: readonly ClauseInput[]): Promise<void> {
  const [{ editions }]: [{ editions: number[] }] = await tx.query(
    `SELECT ARRAY(SELECT id FROM edition WHERE work_id = $1) AS editions`,
    [workId],
  );
  refuseOtherEditions(editions, clauses);
}

function refuseOtherEditions(editions: readonly number[], clauses: readonly ClauseInput[]): void {
  const code = 'edition-of-other-work';
  const faults = clauses.flatMap(({ editionId }, index) =>
    editions.includes(editionId) ? [] : [{ pointer: `/clauses/${index}/editionId`, code }],
  );
  if (faults.length > 0) throw new Problem(code, {}, faults);
}

function fields(
  input: ContractInput,
): Omit<ContractRecord, 'id' | 'version' | 'terminationReason' | 'terminationNote'> {
  return {
    externalId: input.externalId ?? null,
    reference: input.reference.trim(),
    status: input.status,
    contributorId: input.contributorId,
    workId: input.workId,
    signedOn: input.signedOn ?? null,
    startsOn: input.startsOn ?? null,
    endsOn: input.endsOn ?? null,
    terminatedOn: input.status === 'terminated' ? (input.terminatedOn ?? null) : null,
    statementFrequency: input.statementFrequency,
    paymentThreshold: input.paymentThreshold ?? '0',
    unitPriceRounding: input.unitPriceRounding ?? null,
    minimumFirstRun: input.minimumFirstRun ?? null,
    guaranteedMinimum: input.guaranteedMinimum || null,
    optionUntil: input.optionUntil ?? null,
    optionNote: input.optionNote?.trim() || null,
    notes: input.notes ?? null,
  };
}
