import type { WithholdingTrace } from '@colophon/domain/royalties';
import type { ExplainNode } from '@colophon/ui/explain';
import { minus } from './explain-run';
import type { ExplainWriter } from './explain-writer';

type Line = WithholdingTrace['lines'][number];
type Kind = Line['kind'];

const TAKEN: readonly Kind[] = ['csg', 'crds', 'pension', 'training'];

/** What stands between the gross and the net, in the order of the statement; each line can be redone by hand. */
export function withholdingNodes(withholding: WithholdingTrace, writer: ExplainWriter): ExplainNode[] {
  const social = TAKEN.flatMap((kind) => lineOf(withholding, kind, writer)).map((node) => ({
    ...node,
    amount: minus(node.amount),
  }));
  const vat = lineOf(withholding, 'vat', writer);
  const tax = lineOf(withholding, 'withholdingTax', writer).map((node) => ({ ...node, amount: minus(node.amount) }));
  const reverseCharge = lineOf(withholding, 'reverseChargeVat', writer).map(({ amount: _amount, ...node }) => node);
  return [...social, ...vat, ...vatWithheld(withholding, writer), ...tax, ...reverseCharge];
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
    .map((line) => ({
      label: say(`withholding.${kind}`, { rate: percent(line.rate) }),
      formula: productOf(line, { say, money, percent }),
      amount: line.amount,
      note: [say(`law.${kind}`, { paid: money(paidThisYear) }), abatement(line, { say, money, percent })]
        .filter(Boolean)
        .join(' '),
    }));
}

type Writing = Pick<ExplainWriter, 'say' | 'money' | 'percent'>;

/** Of a part payment: what all parts together bear, less what the earlier ones bore. */
function productOf({ base, rate, amount, paidBefore }: Line, { say, money, percent }: Writing): string {
  const product = { base: money(base), rate: percent(rate), amount: money(amount) };
  if (!paidBefore) return say('share', product);
  return say('sharePart', { ...product, before: money(paidBefore.base), borne: money(paidBefore.amount) });
}

/** Up to four yearly ceilings the base is abated; above, it is whole. */
function abatement({ of }: Line, { say, money, percent }: Writing): string | undefined {
  if (!of) return undefined;
  const figures = { part: percent(of.abatedPart), abated: money(of.abated), full: money(of.full) };
  return say(/[1-9]/.test(of.full) ? 'abatedAndFull' : 'abated', figures);
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
