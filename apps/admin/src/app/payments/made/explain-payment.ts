import type { PaymentItemResponse } from '@colophon/api-client';
import type { ExplainNode } from '@colophon/ui/explain';
import { payerNode, withholdingNodes, type ExplainWriter } from '../../royalties';

/** An item of a payment as a sum on paper: from its gross to its net, each line to be redone by hand. */
export function explainItem(
  item: PaymentItemResponse,
  writer: ExplainWriter,
  say: (key: string) => string,
): ExplainNode {
  const trace = {
    ...{ csg: '', crds: '', pension: '', training: '' },
    ...{ social: item.social, vat: item.vat, vatWithheld: item.vatWithheld, withholdingTax: item.withholdingTax },
    ...{ net: item.net, payerContribution: item.payerContribution, paidThisYear: item.paidThisYear ?? '0.00' },
    lines: item.lines,
  };
  const agents: ExplainNode[] =
    item.agentShare === '0.00' ? [] : [{ label: say('payments.agentShare'), amount: `-${item.agentShare}` }];
  const isPaidByAgent = item.payeeKind === 'agent';
  return {
    label: say('payments.net'),
    amount: item.net,
    ...(item.gross === item.wholeGross ? {} : { note: say('payments.partNote') }),
    children: [
      { label: say('payments.gross'), amount: item.gross },
      ...(isPaidByAgent ? [] : withholdingNodes(trace, writer)),
      ...agents,
    ],
  };
}

/** What the house pays on top of the gross. */
export function explainPayer(item: PaymentItemResponse, writer: ExplainWriter): ExplainNode {
  return payerNode(
    {
      ...{ csg: '', crds: '', pension: '', training: '', social: '', vat: '', vatWithheld: '', withholdingTax: '' },
      ...{ net: '', paidThisYear: item.paidThisYear ?? '0.00', payerContribution: item.payerContribution },
      lines: item.lines,
    },
    writer,
  );
}
