import type { ExplainNode } from '@colophon/ui/explain';
import type { ExplainedStatement } from '../explain/explain-statement';

/** One line of the sum on paper. `section` begins a group, `total` and `grand` stand under a rule. */
export interface SumRow {
  readonly node: ExplainNode;
  readonly shape: 'section' | 'line' | 'part' | 'total' | 'grand' | 'aside';
  /** Where it comes from, where that is worth the place; the dialog says it for every amount. */
  readonly note?: string;
}

/** The statement as a column of figures: what was earned, what was set against it, what is withheld, what is paid. */
export function sumRows(sums: ExplainedStatement): SumRow[] {
  const { lines, adjustments, carriedIn, topUp, recouped, setOff, carriedOut, gross, withheld, payees, net, payer } =
    sums;
  const set = [carriedIn, ...(topUp ? [topUp] : []), recouped, ...setOff, carriedOut];
  const between = set.filter((node) => /[1-9]/.test(node.amount ?? ''));
  return [
    ...lines.flatMap(withParts),
    ...(lines.length === 0 ? [row(sums.earned, 'line')] : []),
    ...adjustments.map((node) => noted(node, 'line')),
    ...between.map((node) => noted(node, 'line')),
    row(gross, 'total'),
    ...withheld.map((node) => row(node, 'line')),
    ...payees.map((node) => noted(node, 'line')),
    row(net, 'grand'),
    ...(payer ? [noted(payer, 'aside')] : []),
  ];
}

/** A run or a sale with its tiers under it. */
function withParts(node: ExplainNode): SumRow[] {
  return [noted(node, node.amount === undefined ? 'section' : 'line'), ...(node.children ?? []).flatMap(parts)];
}

/** What a part is made of comes before it, as it is added up. */
function parts(node: ExplainNode): SumRow[] {
  return [...(node.children ?? []).flatMap(parts), noted(node, 'part')];
}

const row = (node: ExplainNode, shape: SumRow['shape']): SumRow => ({ node, shape });

const noted = (node: ExplainNode, shape: SumRow['shape']): SumRow => ({
  ...row(node, shape),
  ...(node.note === undefined ? {} : { note: node.note }),
});
