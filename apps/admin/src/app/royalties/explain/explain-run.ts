import type {
  Adjustment,
  EarnedRun,
  PoolTrace,
  RunState,
  TierLine,
  TierTrace,
  UnitPriceTrace,
} from '@colophon/domain/royalties';
import type { ExplainNode } from '@colophon/ui/explain';
import type { ExplainWriter } from './explain-writer';

/** What people call the runs, editions and earlier statements that a trace names by their ids. */
export interface TraceNames {
  /** « Tirage 2, broché ». */
  readonly run: (run: string, edition: string) => string;
  readonly edition: (edition: string) => string;
  /** By its order in the contract, from 1: « RED-2026-00001 ». */
  readonly statement: (number: number) => string;
  /** « Clause 2, avenant n° 1 du 01/01/2026 ». */
  readonly clause: (index: number, clauseId?: string) => string;
  /** Another contract, of a set-off. */
  readonly contract: (contract: string) => string;
  /** Somebody who is paid a part. */
  readonly person: (person: string) => string;
}

/** A run earned in this statement: its copies, its tiers, its pool. */
export function earnedRunNode(earned: EarnedRun, names: TraceNames, writer: ExplainWriter): ExplainNode {
  const label = writer.say('run', { run: names.run(earned.run, earned.edition), date: writer.date(earned.date) });
  const node = stateNode(label, earned.state, writer);
  const late = earned.late ? writer.say('late') : undefined;
  const note = [node.note, late, names.clause(earned.clause, earned.clauseId)].filter(Boolean).join(' · ');
  return note === '' ? node : { ...node, note };
}

/** A run that changed after it was stated: what it earns now, less what an earlier statement gave. */
export function adjustmentNode(adjustment: Adjustment, names: TraceNames, writer: ExplainWriter): ExplainNode {
  const { run, edition, origin, before, after, amount, reason } = adjustment;
  const statement = names.statement(origin.statement);
  const date = writer.date(origin.date);
  return {
    label: writer.say(`adjustment.${reason}`, { run: names.run(run, edition), statement, date }),
    formula: writer.say('difference', { after: writer.money(after.amount), before: writer.money(before.amount) }),
    amount,
    note: [writer.say('origin', { statement, date }), names.clause(adjustment.clause, adjustment.clauseId)]
      .filter(Boolean)
      .join(' · '),
    children: [
      stateNode(writer.say('adjustment.after'), after, writer),
      taken(stateNode(writer.say('adjustment.before', { statement, date }), before, writer)),
    ],
  };
}

/** The same amount, taken off. */
export function taken(node: ExplainNode): ExplainNode {
  const { children, amount, ...rest } = node;
  return {
    ...rest,
    ...(amount === undefined ? {} : { amount: minus(amount) }),
    ...(children ? { children: children.map(taken) } : {}),
  };
}

export function minus(amount: string): string {
  if (amount.startsWith('-')) return amount.slice(1);
  return /[1-9]/.test(amount) ? `-${amount}` : amount;
}

/** One product: copies × unit price × rate, and where each comes from. */
export function tierNode(line: TierLine, writer: ExplainWriter): ExplainNode {
  const { say, number, percent } = writer;
  const { unitPrice, tier } = line;
  const product =
    unitPrice && tier.rate !== undefined
      ? say('product', {
          copies: number(line.copies),
          price: usedPrice(unitPrice, writer),
          rate: percent(tier.rate),
        })
      : `${number(line.copies)} × ${writer.money(tier.amountPerCopy ?? '0.00')}`;
  const isExact = /^-?[\d.]+$/.test(line.product);
  const needsRounding = !isExact || !sameNumber(line.product, line.amount);
  const exact = isExact ? line.product : line.amount;
  return {
    label: tierName(line.tier, writer),
    formula: `${product} ${isExact ? '=' : '≈'} ${writer.money(exact)}`,
    amount: line.amount,
    note: [
      ...(unitPrice ? [priceOrigin(unitPrice, writer)] : []),
      ...(needsRounding ? [say('roundedToCent')] : []),
    ].join(' · '),
  };
}

/** « 13,27 € = 14,00 € TTC ÷ 1,055, arrondi à 2 décimales, prix depuis le 01/01/2020 ». */
export function priceOrigin(price: UnitPriceTrace, writer: ExplainWriter): string {
  return writer.say(`price.${price.rounding}`, {
    used: usedPrice(price, writer),
    division: division(price.exact, writer),
    vat: writer.percent(price.vatRate),
    from: writer.date(price.from),
  });
}

function usedPrice(price: UnitPriceTrace, writer: ExplainWriter): string {
  return price.used.includes('/') ? `(${division(price.used, writer)})` : writer.money(price.used);
}

/** "14.00/1.055" as one writes it by hand. */
function division(exact: string, { money, number }: ExplainWriter): string {
  const [price = '', divisor = ''] = exact.split('/');
  return `${money(price)} ÷ ${number(divisor)}`;
}

function tierName({ above, upTo }: TierTrace, { say, number }: ExplainWriter): string {
  if (upTo === null) return above === 0 ? say('tier.all') : say('tier.open', { above: number(above) });
  return above === 0
    ? say('tier.first', { upTo: number(upTo) })
    : say('tier.between', { above: number(above), upTo: number(upTo) });
}

function stateNode(label: string, state: RunState, writer: ExplainWriter): ExplainNode {
  const lines = state.lines.map((line) => tierNode(line, writer));
  const common = { label, formula: bearingCopies(state, writer), amount: state.amount };
  const counter = state.counterBefore > 0 ? counterNote(state, writer) : undefined;
  const note = counter ? { note: counter } : {};
  if (!state.pool) return { ...common, ...note, children: lines };
  const shared = { label: writer.say('pool.total'), amount: state.total, children: lines };
  return { ...common, ...note, children: [shared, ...othersShares(state.pool, writer)] };
}

/** What of a shared sum goes to the other contracts, so that what is left is this one's. */
function othersShares(pool: PoolTrace, { say, percent }: ExplainWriter): ExplainNode[] {
  const own = percent(pool.shares[pool.index] ?? '');
  return pool.parts.flatMap((part, index) =>
    index === pool.index
      ? []
      : [
          {
            label: say('pool.other', { share: percent(pool.shares[index] ?? '') }),
            amount: minus(part),
            note: say('pool.own', { share: own }),
          },
        ],
  );
}

/** « 2 000 acceptés − 20 d’auteur − 2 dépôt légal = 1 978 ex. » */
function bearingCopies({ breakdown }: RunState, { say, number }: ExplainWriter): string {
  const kinds = ['authorCopies', 'legalDeposit', 'reviewCopies', 'reviewCopiesOfPercent'] as const;
  const excluded = kinds
    .filter((kind) => breakdown[kind] > 0)
    .map((kind) => ` − ${say(`excluded.${kind}`, { copies: number(breakdown[kind]) })}`);
  const accepted = say('accepted', { copies: number(breakdown.accepted) });
  if (excluded.length === 0) return accepted;
  return `${accepted}${excluded.join('')} = ${say('copies', { copies: number(breakdown.bearing) })}`;
}

function counterNote(state: RunState, { say, number }: ExplainWriter): string {
  return say('counter', { before: number(state.counterBefore), after: number(state.counterAfter) });
}

function sameNumber(one: string, other: string): boolean {
  const bare = (text: string) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);
  return bare(one) === bare(other);
}
