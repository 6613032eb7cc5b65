import type { ExplainNode } from '@colophon/ui/explain';
import { formatMoney, formatNumber, formatPercent } from '@colophon/ui/locale';

/** What `/api/royalties/print-run-preview` answers: what accepting a run makes due, with the engine's own trace. */
export interface RoyaltyPreview {
  readonly total: string;
  readonly contracts: readonly PreviewedContract[];
}

export interface PreviewedContract {
  readonly contractId: number;
  readonly reference: string;
  readonly contributorName: string;
  readonly amount: string;
  readonly runs: readonly PreviewedRun[];
}

interface PreviewedRun {
  readonly state: {
    readonly breakdown: { readonly accepted: number; readonly bearing: number };
    readonly counterBefore: number;
    readonly lines: readonly PreviewedLine[];
    readonly total: string;
    readonly amount: string;
    readonly pool?: { readonly shares: readonly string[]; readonly index: number };
  };
}

interface PreviewedLine {
  readonly copies: number;
  readonly tier: { readonly above: number; readonly upTo: number | null; readonly rate: string };
  readonly unitPrice: { readonly used: string; readonly inCents?: string };
  readonly amount: string;
}

interface Speech {
  readonly say: (key: string, values?: Readonly<Record<string, string>>) => string;
  readonly tag: string;
}

/** The cost of a run as a sum on paper: contracts, under them the tiers. Nothing is computed here. */
export function explainPreview(preview: RoyaltyPreview, speech: Speech): ExplainNode {
  return {
    label: speech.say('total'),
    amount: preview.total,
    children: preview.contracts.map((contract) => ({
      label: `${contract.contributorName} · ${contract.reference}`,
      amount: contract.amount,
      children: contract.runs.flatMap((run) => runLines(run, speech)),
    })),
  };
}

function runLines({ state }: PreviewedRun, speech: Speech): ExplainNode[] {
  const { breakdown, counterBefore, pool } = state;
  const lines = state.lines.map((line) => tierLine(line, speech));
  const without = breakdown.accepted - breakdown.bearing;
  const excluded = without > 0 ? [{ label: speech.say('excluded', { copies: copies(without, speech) }) }] : [];
  const before = counterBefore > 0 ? [{ label: speech.say('before', { copies: copies(counterBefore, speech) }) }] : [];
  if (!pool) return [...excluded, ...before, ...lines];
  const share = { label: speech.say('share', { share: pool.shares[pool.index] ?? '' }), amount: state.amount };
  return [...excluded, ...before, { label: speech.say('pool'), amount: state.total, children: lines }, share];
}

function tierLine({ copies: count, tier, unitPrice, amount }: PreviewedLine, speech: Speech): ExplainNode {
  const { say, tag } = speech;
  const price = unitPrice.inCents ? formatMoney(unitPrice.inCents, tag) : unitPrice.used;
  const label =
    tier.upTo === null && tier.above === 0
      ? say('allCopies')
      : tier.upTo === null
        ? say('above', { copies: copies(tier.above, speech) })
        : say('upTo', { copies: copies(tier.upTo, speech) });
  return { label, formula: `${copies(count, speech)} × ${price} × ${formatPercent(tier.rate, tag)}`, amount };
}

const copies = (count: number, { say, tag }: Speech): string => say('copies', { count: formatNumber(count, tag) });
