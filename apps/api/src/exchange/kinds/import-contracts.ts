import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';

import {
  clauseInputOf,
  ContractAdvanceRecord,
  ContractClauseRecord,
  ContractInput,
  ContractRecord,
  SaveContract,
} from '../../contracts';
import { checked, saysTheSame, tryRow, type Change, type ImportRun, type KindImporter } from '../run/import-run';
import type { ImportRow } from '../run/import-row';
import { ContractRows, type KnownForContracts } from './contract-rows';
import { KnownEditions } from './known-editions';
import { KnownPeople } from './known-people';

interface KnownContract {
  readonly id: number;
  readonly input: ContractInput;
}

/** Contracts: the rows of one reference are its clauses and advances. Each is written by the use case of its page. */
@Injectable()
export class ImportContracts implements KindImporter {
  constructor(private readonly save: SaveContract) {}

  async importRows(run: ImportRun, rows: readonly ImportRow[]): Promise<void> {
    const known = { people: await KnownPeople.read(run.tx), editions: await KnownEditions.read(run) };
    const named = rows.filter((row) => row.required('reference') !== undefined);
    for (const row of rows) if (!row.has('reference')) row.table.counts.refused += 1;
    const byReference = Map.groupBy(named, (row) => row.raw('reference'));
    const contracts = await readContracts(run, [...byReference.keys()]);
    for (const [reference, ofContract] of byReference) {
      const contract = new ContractRows(ofContract as [ImportRow, ...ImportRow[]]);
      await this.importContract(run, contract, known, contracts.get(reference));
    }
  }

  /** A contract counts as one, whatever its rows. */
  private async importContract(
    run: ImportRun,
    contract: ContractRows,
    known: KnownForContracts,
    current: KnownContract | undefined,
  ): Promise<void> {
    const input = contract.read(known, current?.input);
    const tell = (refused: unknown): void => contract.tell(refused);
    await tryRow(run, contract.first, tell, async () => {
      if (contract.isFaulty) return undefined;
      return this.write(run, contract, await checked(ContractInput, input), current);
    });
    await run.advance(contract.rows.length - 1);
  }

  private async write(
    run: ImportRun,
    contract: ContractRows,
    input: ContractInput,
    current: KnownContract | undefined,
  ): Promise<Change> {
    if (current && saysTheSame(current.input, input)) return 'unchanged';
    const warnings = current
      ? await this.save.updateIn(run.tx, current.id, input)
      : (await this.save.createIn(run.tx, input)).warnings;
    for (const { pointer, code, message } of warnings) contract.warn(pointer, code, message);
    return current ? 'changed' : 'created';
  }
}

/** The contracts of these references, as the requests that would write them. */
async function readContracts({ tx }: ImportRun, references: string[]): Promise<Map<string, KnownContract>> {
  const records = await tx.find(ContractRecord, { where: { reference: In(references) } });
  const contractId = In(records.map(({ id }) => id));
  const clauses = await tx.find(ContractClauseRecord, { where: { contractId }, order: { position: 'ASC' } });
  const advances = await tx.find(ContractAdvanceRecord, { where: { contractId }, order: { id: 'ASC' } });
  const [clausesOf, advancesOf] = [Map.groupBy(clauses, byContract), Map.groupBy(advances, byContract)];
  return new Map(
    records.map((record) => {
      const parts = { clauses: clausesOf.get(record.id) ?? [], advances: advancesOf.get(record.id) ?? [] };
      return [record.reference, { id: record.id, input: inputOf(record, parts) }];
    }),
  );
}

const byContract = (part: { contractId: number }): number => part.contractId;

function inputOf(
  record: ContractRecord,
  parts: { clauses: readonly ContractClauseRecord[]; advances: readonly ContractAdvanceRecord[] },
): ContractInput {
  const { externalId, reference, contributorId, workId, signedOn, startsOn, endsOn, terminatedOn } = record;
  const { paymentThreshold, minimumFirstRun, notes, guaranteedMinimum, optionUntil, optionNote } = record;
  return {
    ...{ externalId, reference, contributorId, workId, signedOn, startsOn, endsOn, terminatedOn },
    ...{ paymentThreshold, minimumFirstRun, notes, guaranteedMinimum, optionUntil, optionNote },
    status: record.status as ContractInput['status'],
    statementFrequency: record.statementFrequency as ContractInput['statementFrequency'],
    unitPriceRounding: (record.unitPriceRounding as ContractInput['unitPriceRounding']) ?? null,
    clauses: parts.clauses.map(clauseInputOf),
    advances: parts.advances.map(({ id, label, dueOn, paidOn, amount }) => ({ id, label, dueOn, paidOn, amount })),
  };
}
