import type { IssuedPayee } from '@colophon/domain/royalties';
import type { ExplainNode } from '@colophon/ui/explain';
import { minus, type TraceNames } from './explain-run';
import { withholdingNodes } from './explain-withholding';
import type { ExplainWriter } from './explain-writer';

/** What each of several payees receives: a part of the gross, what is withheld of it, and what their agent is paid. */
export function payeeNodes(
  payees: readonly IssuedPayee[],
  { names, writer }: { readonly names: TraceNames; readonly writer: ExplainWriter },
): ExplainNode[] {
  const { say, percent } = writer;
  return payees.map((payee) => {
    const share = percent(payee.share);
    const part = { label: say(`payee.part.${payee.kind}`, { share }), amount: payee.gross };
    const withheld = payee.withholding ? withholdingNodes(payee.withholding, writer) : [];
    const fee = payee.agentFee === undefined ? [] : [{ label: say('payee.agentFee'), amount: minus(payee.agentFee) }];
    return {
      label: say('payee.name', { name: names.person(payee.author), kind: say(`payee.${payee.kind}`) }),
      amount: payee.net,
      children: [part, ...withheld, ...fee],
    };
  });
}
