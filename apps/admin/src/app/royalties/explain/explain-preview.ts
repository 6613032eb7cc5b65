import type { PreviewedContract, PrintRunPreview } from '@colophon/api-client';
import type { EarnedRun } from '@colophon/domain/royalties';
import type { ExplainNode } from '@colophon/ui/explain';
import { earnedRunNode, type TraceNames } from './explain-run';
import type { ExplainWriter } from './explain-writer';

/** What accepting a run would cost, its trace typed by the engine. */
export interface Preview extends Omit<PrintRunPreview, 'contracts'> {
  readonly contracts: readonly (Omit<PreviewedContract, 'runs'> & { readonly runs: readonly EarnedRun[] })[];
}

export interface ExplainedContract {
  readonly contractId: number;
  readonly reference: string;
  readonly contributorName: string;
  readonly node: ExplainNode;
}

/** The cost of a run as a sum: contracts, under them their tiers. Nothing is computed here. */
export function explainPreview(
  preview: Preview,
  writer: ExplainWriter,
): { readonly total: ExplainNode; readonly contracts: readonly ExplainedContract[] } {
  const names: TraceNames = {
    run: () => writer.say('thisRun'),
    edition: () => '',
    statement: (number) => writer.say('statementNumber', { number }),
    clause: () => '',
    contract: () => '',
    person: () => '',
  };
  const contracts = preview.contracts.map(({ contractId, reference, contributorName, amount, runs }) => ({
    contractId,
    reference,
    contributorName,
    node: contractNode(
      { label: `${contributorName} · ${reference}`, amount },
      runs.map((run) => earnedRunNode(run, names, writer)),
    ),
  }));
  const total = { label: writer.say('dueByRun'), amount: preview.total, children: contracts.map(({ node }) => node) };
  return { total, contracts };
}

/** A contract with one clause on the run is that clause: one level less to read. */
function contractNode(contract: { label: string; amount: string }, runs: readonly ExplainNode[]): ExplainNode {
  const [only] = runs;
  return runs.length === 1 && only ? { ...only, label: contract.label } : { ...contract, children: runs };
}
