import type { IssuedStatement, ReceiptsLine, SoldCount, SoldLine } from '@colophon/domain/royalties';
import type { ExplainNode } from '@colophon/ui/explain';
import { adjustmentNode, earnedRunNode, minus, tierNode, type TraceNames } from './explain-run';
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
  readonly recouped: ExplainNode;
  readonly carriedOut: ExplainNode;
  readonly gross: ExplainNode;
  readonly withheld: readonly ExplainNode[];
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
  const lines = [
    ...issued.runs.map((run) => earnedRunNode(run, names, writer)),
    ...issued.soldCounts.map((count) => soldNode(count, issued, { names, writer })),
    ...issued.lines.filter(isReceipts).map((line) => receiptsNode(line, names, writer)),
  ];
  const adjustments = issued.adjustmentLines.map((line) => adjustmentNode(line, names, writer));
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
  const parts = [earned, adjusted, carriedIn, recouped, carriedOut];
  const gross = { label: say('gross'), amount: issued.gross, children: parts.filter(counts) };
  const withheld = issued.withholding ? withholdingNodes(issued.withholding, writer) : [];
  const net = { label: say('net'), amount: issued.net, children: [gross, ...withheld] };
  const payer = issued.withholding ? { payer: payerNode(issued.withholding, writer) } : {};
  return { lines, adjustments, earned, adjusted, carriedIn, recouped, carriedOut, gross, withheld, net, ...payer };
}

/** A line of nothing says nothing, except what was earned. */
function counts(node: ExplainNode, index: number): boolean {
  return index === 0 || /[1-9]/.test(node.amount ?? '');
}

const isReceipts = (line: IssuedStatement['lines'][number]): line is ReceiptsLine =>
  line.kind === 'netReceipts' || line.kind === 'thirdParty';

function receiptsNode(line: ReceiptsLine, names: TraceNames, { say, money, percent }: ExplainWriter): ExplainNode {
  return {
    label: say(line.kind, { edition: names.edition(line.edition) }),
    formula: say('share', { base: money(line.receipts), rate: percent(line.rate), amount: money(line.amount) }),
    amount: line.amount,
  };
}

/** Sales of an edition: the copies that count, price by price, through their tiers. */
function soldNode(
  count: SoldCount,
  issued: IssuedStatement,
  { names, writer }: { names: TraceNames; writer: ExplainWriter },
): ExplainNode {
  const lines = issued.lines.filter((line): line is SoldLine => line.kind === 'sold' && line.clause === count.clause);
  return {
    label: writer.say('sales', { edition: names.edition(count.edition) }),
    formula: count.prices.map((price) => netCopies(price, writer)).join(' ; '),
    children: lines.map((line) => tierNode(line, writer)),
  };
}

function netCopies(price: SoldCount['prices'][number], { say, number }: ExplainWriter): string {
  const { sold, returned, held, released, net } = price;
  return [
    say('sold.sold', { copies: number(sold) }),
    ...(returned ? [` − ${say('sold.returned', { copies: number(returned) })}`] : []),
    ...(held ? [` − ${say('sold.held', { copies: number(held) })}`] : []),
    ...(released ? [` + ${say('sold.released', { copies: number(released) })}`] : []),
    ` = ${say('copies', { copies: number(net) })}`,
  ].join('');
}
