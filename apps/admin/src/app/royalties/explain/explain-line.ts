import type {
  FlatFeeLine,
  IssuedStatement,
  LineAdjustment,
  ReceiptsLine,
  RoyaltyLine,
  SoldCount,
  SoldLine,
} from '@colophon/domain/royalties';
import type { ExplainNode } from '@colophon/ui/explain';
import { taken, tierNode, type TraceNames } from './explain-run';
import type { ExplainWriter } from './explain-writer';

interface Told {
  readonly names: TraceNames;
  readonly writer: ExplainWriter;
}

/** What is said beside an amount: only what there is to say. */
const noteOf = (...parts: readonly (string | undefined)[]): { readonly note?: string } => {
  const said = parts.filter((part) => part !== undefined && part !== '');
  return said.length > 0 ? { note: said.join(' · ') } : {};
};

/** A share of receipts or of what a third party paid, or a sum agreed once and for all. */
export function lineNode(line: ReceiptsLine | FlatFeeLine, told: Told): ExplainNode {
  return line.kind === 'flatFee' ? flatFeeNode(line, told) : receiptsNode(line, told);
}

function flatFeeNode(line: FlatFeeLine, { names, writer }: Told): ExplainNode {
  const { say, date } = writer;
  return {
    label: say('flatFee', { edition: names.edition(line.edition) }),
    amount: line.amount,
    ...noteOf(say('flatFeeDue', { date: date(line.dueOn) }), lateNote(line.late, writer), clauseOf(line, names)),
  };
}

function receiptsNode(line: ReceiptsLine, { names, writer }: Told): ExplainNode {
  const { say, money, percent, number } = writer;
  const edition = names.edition(line.edition);
  const label = line.income
    ? say('income', { licensee: line.income.licensee ?? say('unnamed'), right: rightOf(line, writer) })
    : say(line.mode ? `receipts.${line.mode}` : line.kind, { edition });
  return {
    label,
    formula: say('share', { base: money(line.receipts), rate: percent(line.rate), amount: money(line.product) }),
    amount: line.amount,
    ...noteOf(
      line.income ? incomeNote(line.income, writer) : undefined,
      line.copies === undefined ? undefined : say('copies', { copies: number(line.copies) }),
      line.product === line.amount ? undefined : say('roundedToCent'),
      line.lateReceipts === undefined
        ? lateNote(line.late, writer)
        : say('lateReceipts', { amount: money(line.lateReceipts) }),
      clauseOf(line, names),
    ),
  };
}

function rightOf({ income }: ReceiptsLine, { say }: ExplainWriter): string {
  return income?.right === undefined ? say('rights.any') : say(`rights.${income.right}`);
}

/** « 1 000,00 € bruts − 50,00 € de retenue étrangère = 950,00 € encaissés − 95,00 € d’agent, le 20/02/2026 ». */
function incomeNote(income: NonNullable<ReceiptsLine['income']>, { say, money, date }: ExplainWriter): string {
  const has = (amount: string) => /[1-9]/.test(amount);
  return [
    say('incomeOn', { date: date(income.date), territory: income.territory ?? '' }).replace(/[ ,]+$/, ''),
    has(income.foreignTax)
      ? say('incomeTaxed', { gross: money(income.gross), tax: money(income.foreignTax), net: money(income.net) })
      : say('incomeGross', { gross: money(income.gross) }),
    ...(has(income.agentFee) ? [say('incomeFee', { fee: money(income.agentFee) })] : []),
    ...(income.on === 'gross' ? [say('incomeOnGross')] : []),
    ...(income.reference === undefined ? [] : [income.reference]),
  ].join(', ');
}

/** Sales of an edition: the copies that count, price by price, through their tiers. */
export function soldNode(count: SoldCount, issued: IssuedStatement, { names, writer }: Told): ExplainNode {
  const lines = issued.lines.filter(
    (line): line is SoldLine => line.kind === 'sold' && line.clause === count.clause && line.edition === count.edition,
  );
  return {
    label: writer.say('sales', { edition: names.edition(count.edition) }),
    formula: count.prices.map((price) => netCopies(price, writer)).join(' ; '),
    ...noteOf(...reserveNotes(count, writer), lateSales(count, writer), clauseOf(count, names)),
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

/** How the copies held back come out of those sold, and what is left of an earlier basis. */
function reserveNotes({ reserve, copiesLeft }: SoldCount, { say, number, percent }: ExplainWriter): string[] {
  const left = copiesLeft && say('copiesLeft', { before: number(copiesLeft.before), after: number(copiesLeft.after) });
  if (!reserve) return left ? [left] : [];
  const { base, held, released } = reserve;
  const key = reserve.relaunch ? 'reserveRelaunch' : 'reserve';
  const figures = {
    percent: percent(reserve.percent),
    base: number(base),
    held: number(held),
    released: number(released),
  };
  return [say(key, figures), ...(left ? [left] : [])];
}

function lateSales({ prices }: SoldCount, { say, number }: ExplainWriter): string | undefined {
  const late = prices.flatMap((price) => price.late ?? []);
  if (late.length === 0) return undefined;
  const sum = (member: 'sold' | 'returned') => late.reduce((copies, each) => copies + each[member], 0);
  return say('lateSales', { sold: number(sum('sold')), returned: number(sum('returned')) });
}

/** Lines stated before whose price or terms were corrected: what they give now, less what an earlier statement gave. */
export function lineAdjustmentNode(adjustment: LineAdjustment, told: Told): ExplainNode {
  const { names, writer } = told;
  const statement = names.statement(adjustment.origin.statement);
  const origin = { statement, date: writer.date(adjustment.origin.date) };
  const edition = names.edition(adjustment.edition);
  return {
    label: writer.say(`lineAdjustment.${adjustment.reason}`, { edition }),
    amount: adjustment.amount,
    ...noteOf(writer.say('origin', origin), clauseOf(adjustment, names)),
    children: [
      ...adjustment.after.map((line) => anyLine(line, told)),
      ...adjustment.before.map((line) => {
        const node = taken(anyLine(line, told));
        return { ...node, note: [writer.say('adjustment.before', origin), node.note].filter(Boolean).join(' · ') };
      }),
    ],
  };
}

function anyLine(line: RoyaltyLine, told: Told): ExplainNode {
  return line.kind === 'printed' || line.kind === 'sold' ? tierNode(line, told.writer) : lineNode(line, told);
}

const clauseOf = (of: { readonly clause: number; readonly clauseId?: string | undefined }, names: TraceNames): string =>
  names.clause(of.clause, of.clauseId);

const lateNote = (late: true | undefined, { say }: ExplainWriter): string | undefined =>
  late ? say('late') : undefined;
