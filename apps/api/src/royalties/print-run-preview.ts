import { Money } from '@colophon/domain/money';
import type { EarnedRun, RoyaltyEvent } from '@colophon/domain/royalties';
import { Injectable } from '@nestjs/common';

import { Clock } from '../platform/clock/clock';
import { Database, type Tx } from '../platform/database/database';
import { platformProblems } from '../platform/problems/platform-problems';
import { statementsOf } from './facts/compute';
import { loadFacts, type LoadedFacts } from './facts/load-facts';
import { contractsAround, type ContractRow } from './facts/scope';
import type { PreviewedContract, PrintRunPreview, PrintRunPreviewQuery } from './preview-dto';

/** What a run would cost in royalties if it were accepted: the engine's own answer, with nothing written. */
@Injectable()
export class PreviewPrintRun {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  preview(query: PrintRunPreviewQuery): Promise<PrintRunPreview> {
    return this.database.snapshot((tx) => this.previewIn(tx, query));
  }

  private async previewIn(tx: Tx, query: PrintRunPreviewQuery): Promise<PrintRunPreview> {
    const [run] = await tx.query(`SELECT edition_id, status FROM print_run WHERE id = $1`, [query.printRunId]);
    if (!run) throw platformProblems.create('not-found');
    const date = query.acceptedOn ?? this.clock.today();
    const contracts = await contractsAround(tx, run.edition_id);
    const loaded = withoutRun(await loadFacts(tx, contracts), String(query.printRunId));
    const events = hypothesis({
      runId: String(query.printRunId),
      edition: String(run.edition_id),
      date,
      accepted: query.accepted,
    });
    const issued = await statementsOf(tx, loaded, events);
    const runs = issued.flatMap((statement) =>
      statement.runs
        .filter((earned) => earned.run === String(query.printRunId))
        .map((earned) => ({ contract: statement.contract, earned })),
    );
    const names = await contributorNames(tx, contracts);
    const previewed = contracts.flatMap((contract) => {
      const own = runs.filter(({ contract: id }) => id === String(contract.id)).map(({ earned }) => earned);
      return own.length === 0 ? [] : [describe(contract, names, own)];
    });
    const total = Money.sum(previewed.map(({ amount }) => Money.parse(amount))).toString();
    return { total, contracts: previewed };
  }
}

/** A run accepted already is asked again with other copies: its own facts are set aside. */
function withoutRun({ facts, contracts }: LoadedFacts, runId: string): LoadedFacts {
  const events = facts.events.filter(
    (event) => !((event.type === 'printRun' && event.id === runId) || ('run' in event && event.run === runId)),
  );
  return { contracts, facts: { ...facts, events } };
}

function hypothesis(run: { runId: string; edition: string; date: string; accepted: number }): RoyaltyEvent[] {
  const { runId, edition, date, accepted } = run;
  return [
    { type: 'printRun', id: runId, edition, date, accepted },
    { type: 'closePrintRun', run: runId, date, paymentDate: date },
  ];
}

async function contributorNames(tx: Tx, contracts: readonly ContractRow[]): Promise<Map<number, string>> {
  const rows: { id: number; name: string }[] = await tx.query(
    `SELECT id, display_name AS name FROM contributor WHERE id = ANY($1)`,
    [contracts.map((contract) => contract.contributorId)],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function describe(
  contract: ContractRow,
  names: ReadonlyMap<number, string>,
  runs: readonly EarnedRun[],
): PreviewedContract {
  return {
    contractId: contract.id,
    reference: contract.reference,
    contributorName: names.get(contract.contributorId) ?? '',
    amount: Money.sum(runs.map((run) => Money.parse(run.state.amount))).toString(),
    runs: [...runs],
  };
}
