import type { FlatFeeLine, IssuedStatement, ReceiptsLine } from '@colophon/domain/royalties';
import type { ExplainNode } from '@colophon/ui/explain';
import { lineAdjustmentNode, lineNode, soldNode } from './explain-line';
import { payeeNodes } from './explain-payees';
import { adjustmentNode, earnedRunNode, minus, type TraceNames } from './explain-run';
import { payerNode, withholdingNodes } from './explain-withholding';
import type { ExplainWriter } from './explain-writer';

/** The sums of a statement, each of which opens on what it is made of. */
export interface ExplainedStatement {
  /** One a run, a sale or an income. */
  readonly lines: readonly ExplainNode[];
  readonly adjustments: readonly ExplainNode[];
  readonly earned: ExplainNode;
  readonly adjusted: ExplainNode;
  readonly carriedIn: ExplainNode;
  /** Absent where no minimum is guaranteed, or its term has not come. */
  readonly topUp?: ExplainNode;
  readonly recouped: ExplainNode;
  /** Advances of other contracts, recouped here under a signed agreement. */
  readonly setOff: readonly ExplainNode[];
  readonly carriedOut: ExplainNode;
  readonly gross: ExplainNode;
  readonly withheld: readonly ExplainNode[];
  /** What each receives, where several are paid. */
  readonly payees: readonly ExplainNode[];
  readonly net: ExplainNode;
  /** Absent where nothing is paid. */
  readonly payer?: ExplainNode;
}

/** The tree of a statement from the engine's result alone: it says what the trace says, and computes nothing. */
export function explainStatement(
  issued: IssuedStatement,
  names: TraceNames,
  writer: ExplainWriter,
): ExplainedStatement {
  const { say, money } = writer;
  const told = { names, writer };
  const lines = [
    ...issued.runs.map((run) => earnedRunNode(run, names, writer)),
    ...issued.soldCounts.map((count) => soldNode(count, issued, told)),
    ...issued.lines.filter(isShareOrFee).map((line) => lineNode(line, told)),
  ];
  const adjustments = [
    ...issued.adjustmentLines.map((line) => adjustmentNode(line, names, writer)),
    ...(issued.lineAdjustments ?? []).map((line) => lineAdjustmentNode(line, told)),
  ];
  const earned = { label: say('earned'), amount: issued.earned, children: lines };
  const adjusted = { label: say('adjusted'), amount: issued.adjustments, children: adjustments };
  const carriedIn = { label: say('carriedIn'), amount: issued.carriedIn, note: say('carriedInNote') };
  const recouped = {
    label: say('recouped'),
    amount: minus(issued.recouped),
    note: say('recoupedNote', { left: money(issued.unrecouped) }),
  };
  const carriedOut = {
    label: say('carriedOut'),
    amount: minus(issued.carriedOut),
    note: say(`outcome.${issued.outcome}`, { threshold: money(issued.paymentThreshold) }),
  };
  const topUp = topUpNode(issued, writer);
  const setOff = setOffNodes(issued, told);
  const parts = [earned, adjusted, carriedIn, ...(topUp ? [topUp] : []), recouped, ...setOff, carriedOut];
  const gross = { label: say('gross'), amount: issued.gross, children: parts.filter(counts) };
  const payees = payeeNodes(issued.payees ?? [], told);
  const withheld = issued.withholding && payees.length === 0 ? withholdingNodes(issued.withholding, writer) : [];
  const paid = payees.length > 0 ? payees : [gross, ...withheld];
  const net = { label: say('net'), amount: issued.net, children: paid };
  const payer = issued.withholding ? { payer: payerNode(issued.withholding, writer) } : {};
  const due = { earned, adjusted, carriedIn, recouped, setOff, carriedOut, ...(topUp ? { topUp } : {}) };
  return { lines, adjustments, ...due, gross, withheld, payees, net, ...payer };
}

/** A line of nothing says nothing, except what was earned. */
function counts(node: ExplainNode, index: number): boolean {
  return index === 0 || /[1-9]/.test(node.amount ?? '');
}

const isShareOrFee = (line: IssuedStatement['lines'][number]): line is ReceiptsLine | FlatFeeLine =>
  line.kind !== 'printed' && line.kind !== 'sold';

/** « 3 000,00 € garantis − 1 819,20 € acquis − 0,00 € déjà complétés », never below zero. */
function topUpNode({ topUpTrace }: IssuedStatement, { say, money }: ExplainWriter): ExplainNode | undefined {
  if (!topUpTrace) return undefined;
  const { guaranteed, earned, before, amount } = topUpTrace;
  const figures = { guaranteed: money(guaranteed), earned: money(earned), before: money(before) };
  return { label: say('topUp'), formula: say('topUpFormula', figures), amount, note: say('topUpNote') };
}

function setOffNodes(
  { setOff = [] }: IssuedStatement,
  { names, writer }: { names: TraceNames; writer: ExplainWriter },
): ExplainNode[] {
  return setOff.map(({ agreement, contract, amount }) => ({
    label: writer.say('setOff', { contract: names.contract(contract) }),
    amount: minus(amount),
    note: writer.say('setOffNote', { agreement }),
  }));
}
