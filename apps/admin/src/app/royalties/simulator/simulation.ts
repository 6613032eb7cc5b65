import type {
  ClauseInput,
  ContractResponse,
  SimulatedContract,
  SimulatedOutcome,
  SimulationInput,
  SimulationResponse,
} from '@colophon/api-client';
import type { IssuedStatement } from '@colophon/domain/royalties';
import type { ChartData } from '@colophon/ui/chart';
import type { ExplainNode } from '@colophon/ui/explain';
import { orNull } from '../../platform/forms';
import type { TraceNames } from '../explain/explain-run';
import { explainStatement } from '../explain/explain-statement';
import type { ExplainWriter } from '../explain/explain-writer';
import { contractNames } from '../statements/statement';

export const SIMULATED_BASES = [
  'printed',
  'sold',
  'netReceipts',
  'thirdParty',
] as const satisfies readonly ClauseInput['basis'][];
export type SimulatedBasis = (typeof SIMULATED_BASES)[number];

export interface TierDraft {
  upTo: number | null;
  rate: string;
  amountPerCopy: string;
}

/** Terms that may be supposed for one clause; `clauseId` is 0 for a clause that does not exist. */
export interface TermsDraft {
  clauseId: number;
  basis: SimulatedBasis;
  tiers: TierDraft[];
  rate: string;
  /** The terms as agreed, to see what was changed. */
  agreed: string;
}

export interface SimulatorDraft {
  origin: 'edition' | 'blank';
  editionId: number | null;
  contractId: string;
  retailPriceInclVat: string;
  run: number | null;
  sold: number | null;
  returned: number | null;
  receipts: string;
  rightsIncome: string;
  date: string;
  terms: TermsDraft[];
  advance: string;
  social: 'withheld' | 'exempt';
}

export function blankTerms(basis: SimulatedBasis = 'printed'): TermsDraft {
  return { clauseId: 0, basis, tiers: [{ upTo: null, rate: '8', amountPerCopy: '' }], rate: '25', agreed: '' };
}

const hasTiers = (basis: SimulatedBasis): boolean => basis === 'printed' || basis === 'sold';

/** The clauses of a contract on an edition, as their terms may be changed. */
export function termsOf(contract: ContractResponse, editionId: number | null): TermsDraft[] {
  return contract.clauses.flatMap(({ id, editionId: own, basis, tiers, rate }) => {
    if (own !== editionId || basis === 'flatFee') return [];
    const drafts = tiers.map((tier) => ({
      upTo: tier.upTo,
      rate: tier.rate ?? '',
      amountPerCopy: tier.amountPerCopy ?? '',
    }));
    const terms = { clauseId: id, basis, tiers: drafts, rate: rate ?? '' };
    return [{ ...terms, agreed: saidBy(terms) }];
  });
}

const saidBy = ({ tiers, rate }: Pick<TermsDraft, 'tiers' | 'rate'>): string => JSON.stringify([tiers, rate]);

/** What is asked of the engine; null while there is nothing to ask. */
export function requestOf(draft: SimulatorDraft): SimulationInput | null {
  const { run, sold, returned, origin, editionId } = draft;
  const happens = { run, sold, returned, receipts: orNull(draft.receipts), rightsIncome: orNull(draft.rightsIncome) };
  if (Object.values(happens).every((value) => !value)) return null;
  const retailPriceInclVat = orNull(draft.retailPriceInclVat);
  const asked = { ...happens, retailPriceInclVat, date: orNull(draft.date) };
  if (origin === 'blank') return retailPriceInclVat === null ? null : { ...asked, blank: blankOf(draft) };
  if (editionId === null) return null;
  const terms = draft.terms.filter((each) => saidBy(each) !== each.agreed).map(supposedOf);
  return { ...asked, editionId, contractId: Number(draft.contractId) || null, terms };
}

function supposedOf({ clauseId, basis, tiers, rate }: TermsDraft) {
  return hasTiers(basis) ? { clauseId, tiers: tiers.map(tierOf) } : { clauseId, rate };
}

function blankOf({ terms, advance, social }: SimulatorDraft): NonNullable<SimulationInput['blank']> {
  const clauses = terms.map(({ basis, tiers, rate }) => ({
    ...{ editionId: 0, basis },
    ...(hasTiers(basis) ? { tiers: tiers.map(tierOf) } : { rate }),
  }));
  return { clauses, advance: orNull(advance), social };
}

/** The last tier is open, whatever was typed there. */
function tierOf({ upTo, rate, amountPerCopy }: TierDraft, index: number, all: readonly TierDraft[]) {
  const due = amountPerCopy === '' ? { rate } : { amountPerCopy };
  return index === all.length - 1 ? due : { ...due, ...(upTo === null ? {} : { upTo }) };
}

const ROWS = ['earned', 'recouped', 'gross', 'net', 'houseCost'] as const;
export type SimulationRow = (typeof ROWS)[number];

export interface ExplainedRow {
  readonly row: SimulationRow;
  readonly present: ExplainNode | undefined;
  readonly simulated: ExplainNode;
}

export interface ExplainedSimulation {
  readonly contractId: number | null;
  readonly reference: string;
  readonly contributorName: string;
  readonly unrecouped: { readonly present: string | undefined; readonly simulated: string };
  readonly rows: readonly ExplainedRow[];
}

/** The answer, each amount with the sum that it is made of. */
export function explainSimulation(
  { contracts }: SimulationResponse,
  { writer, contract }: { readonly writer: ExplainWriter; readonly contract: ContractResponse | undefined },
): ExplainedSimulation[] {
  return contracts.map((one) => {
    const known = contract?.id === one.contractId ? contract : undefined;
    const names = namesIn(writer, known);
    const simulated = sumsOf(one.simulated, { names, writer });
    const present = one.present ? sumsOf(one.present, { names, writer }) : undefined;
    return {
      ...contractOf(one),
      rows: ROWS.map((row) => ({ row, present: present?.[row], simulated: simulated[row] })),
    };
  });
}

function contractOf({ contractId, reference, contributorName, present, simulated }: SimulatedContract) {
  const unrecouped = { present: present?.unrecouped, simulated: simulated.unrecouped };
  return { contractId, reference, contributorName, unrecouped };
}

function sumsOf(
  outcome: SimulatedOutcome,
  { names, writer }: { readonly names: TraceNames; readonly writer: ExplainWriter },
): Record<SimulationRow, ExplainNode> {
  const { earned, recouped, gross, net, payer } = explainStatement(
    outcome.statement as unknown as IssuedStatement,
    names,
    writer,
  );
  const cost = {
    label: writer.say('houseCost'),
    amount: outcome.houseCost,
    children: [earned, ...(payer ? [payer] : [])],
  };
  return { earned, recouped, gross, net, houseCost: cost };
}

function namesIn(writer: ExplainWriter, contract: ContractResponse | undefined): TraceNames {
  return {
    run: () => writer.say('supposedRun'),
    edition: () => writer.say('supposedEdition'),
    statement: (number) => writer.say('statementNumber', { number }),
    ...contractNames(writer, contract),
  };
}

/** The royalty by the number of copies, what is supposed beside what is agreed. */
export function chartOf(
  { chart }: SimulationResponse,
  { say, number }: { say: (key: string) => string; number: (value: number) => string },
): ChartData | null {
  if (!chart) return null;
  const simulated = { label: say('simulated'), values: chart.simulated, ink: 'accent' as const };
  const present = chart.present ? [{ label: say('present'), values: chart.present, ink: 'rule-strong' as const }] : [];
  return { kind: 'line', unit: 'money', labels: chart.copies.map(number), series: [simulated, ...present] };
}
