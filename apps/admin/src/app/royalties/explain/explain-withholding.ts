import type { WithholdingTrace } from '@colophon/domain/royalties';
import type { ExplainNode } from '@colophon/ui/explain';
import { minus } from './explain-run';
import type { ExplainWriter } from './explain-writer';

type Kind = WithholdingTrace['lines'][number]['kind'];

const TAKEN: readonly Kind[] = ['csg', 'crds', 'pension', 'training'];

/** What stands between the gross and the net, in the order of the statement; each line can be redone by hand. */
export function withholdingNodes(withholding: WithholdingTrace, writer: ExplainWriter): ExplainNode[] {
  const social = TAKEN.flatMap((kind) => lineOf(withholding, kind, writer)).map((node) => ({
    ...node,
    amount: minus(node.amount),
  }));
  const vat = lineOf(withholding, 'vat', writer);
  const tax = lineOf(withholding, 'withholdingTax', writer).map((node) => ({ ...node, amount: minus(node.amount) }));
  return [...social, ...vat, ...vatWithheld(withholding, writer), ...tax];
}

/** The house's own cost, which the author does not bear. */
export function payerNode(withholding: WithholdingTrace, writer: ExplainWriter): ExplainNode {
  return {
    label: writer.say('payer'),
    amount: withholding.payerContribution,
    note: writer.say('payerNote'),
    children: [...lineOf(withholding, 'payerContribution', writer), ...lineOf(withholding, 'payerTraining', writer)],
  };
}

function lineOf(
  { lines, paidThisYear }: WithholdingTrace,
  kind: Kind,
  { say, money, percent }: ExplainWriter,
): (ExplainNode & { amount: string })[] {
  return lines
    .filter((line) => line.kind === kind)
    .map(({ base, rate, amount }) => ({
      label: say(`withholding.${kind}`, { rate: percent(rate) }),
      formula: say('share', { base: money(base), rate: percent(rate), amount: money(amount) }),
      amount,
      note: say(`law.${kind}`, { paid: money(paidThisYear) }),
    }));
}

/** The house keeps the VAT but for the part the author receives: a difference of two roundings (CGI 285 bis). */
function vatWithheld(withholding: WithholdingTrace, writer: ExplainWriter): ExplainNode[] {
  const [flat] = lineOf(withholding, 'vatFlatPart', writer);
  if (!flat) return [];
  return [
    {
      label: writer.say('withholding.vatWithheld'),
      formula: writer.say('difference', { after: writer.money(withholding.vat), before: writer.money(flat.amount) }),
      amount: minus(withholding.vatWithheld),
      note: writer.say('law.vatWithheld', { flat: flat.formula ?? '' }),
    },
  ];
}
