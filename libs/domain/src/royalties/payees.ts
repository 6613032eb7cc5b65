/**
 * Who is paid what a contract makes due, each with the withholding of their own situation.
 *
 * What people get wrong: heirs split the gross, and each of them has ceilings and a tax profile of their own. An agent is
 * no heir: nothing is withheld for the agent, whose part of the gross is taken out of what the others are left with.
 */
import type { CalendarDate } from '../calendar';
import type { Payee } from '../contracts';
import { Money, Rate, roundShareToCents, splitByLargestRemainder } from '../money';
import type { AuthorBook } from './author-book';
import type { IssuedPayee, WithholdingTrace } from './issued';

export interface PayeeBook {
  readonly payee: Payee;
  readonly author: AuthorBook;
}

/** A gross paid out. */
export interface PaidOut {
  readonly net: string;
  readonly withholding: WithholdingTrace;
  /** Where the contract has payees. */
  readonly payees?: readonly IssuedPayee[];
}

interface PaidOwner {
  readonly book: PayeeBook;
  readonly gross: Money;
  readonly agentFee: Money;
  readonly withholding: WithholdingTrace | undefined;
}

const everything = Rate.parse('100');

/** Heirs follow an author, and other heirs follow them: each statement is shared by the set in force on its date. */
export class PayeesOverTime {
  private readonly sets: readonly { readonly from: CalendarDate; readonly book: PayeesBook }[];
  private readonly alone: PayeesBook;

  constructor(author: AuthorBook, payees: readonly (PayeeBook & { readonly from?: CalendarDate | undefined })[]) {
    const sets = [...Map.groupBy(payees, ({ from = '' }) => from)];
    this.sets = sets
      .map(([from, books]) => ({ from, book: new PayeesBook(author, books) }))
      .sort((a, b) => (a.from < b.from ? -1 : 1));
    this.alone = new PayeesBook(author, []);
  }

  /** The set of the last first day that is not after this date; the author alone before the first. */
  on(date: CalendarDate): PayeesBook {
    return this.sets.findLast(({ from }) => from <= date)?.book ?? this.alone;
  }
}

export class PayeesBook {
  private readonly owners: readonly PayeeBook[];
  private readonly agents: readonly PayeeBook[];
  private readonly isShared: boolean;

  /** Without payees, or with agents alone, the contract's author receives all that is not the agents'. */
  constructor(
    private readonly author: AuthorBook,
    payees: readonly PayeeBook[],
  ) {
    this.agents = payees.filter(({ payee }) => payee.kind === 'agent');
    const owners = payees.filter(({ payee }) => payee.kind !== 'agent');
    const alone: PayeeBook = { author, payee: { author: author.id, kind: 'author', share: everything } };
    this.owners = owners.length > 0 ? owners : [alone];
    this.isShared = payees.length > 0;
  }

  /** Pays a gross above zero. @throws RuleViolation `no-rates-on-date`, `profile-missing-on-date` */
  pay(gross: Money, date: CalendarDate): PaidOut {
    if (!this.isShared) {
      const withholding = this.author.pay(gross, date);
      return { net: withholding.net, withholding };
    }
    const fees = this.agents.map((agent) => ({ agent, fee: roundShareToCents(gross, agent.payee.share) }));
    const owners = this.payOwners({ gross, fee: Money.sum(fees.map(({ fee }) => fee)), date });
    const payees = [...owners.map(ownerLine), ...fees.map(({ agent, fee }) => agentLine(agent, fee))];
    const net = Money.sum(payees.map((payee) => Money.parse(payee.net))).toString();
    return { net, withholding: sumOf(owners, net), payees };
  }

  private payOwners({ gross, fee, date }: { readonly gross: Money; readonly fee: Money; readonly date: CalendarDate }) {
    const shares = this.owners.map(({ payee }) => payee.share.percent);
    const parts = splitByLargestRemainder(gross, shares);
    const fees = splitByLargestRemainder(fee, shares);
    return this.owners.map((book, index): PaidOwner => {
      const part = parts[index] as Money;
      const withholding = part.isPositive ? book.author.pay(part, date) : undefined;
      return { book, gross: part, agentFee: fees[index] as Money, withholding };
    });
  }
}

function ownerLine({ book: { payee }, gross, agentFee, withholding }: PaidOwner): IssuedPayee {
  const { author, kind, share } = payee;
  const net = Money.parse(withholding?.net ?? '0.00').minus(agentFee);
  return {
    ...{ author, kind, share: share.toString(), gross: gross.toString() },
    ...(agentFee.isZero ? {} : { agentFee: agentFee.toString() }),
    net: net.toString(),
    ...(withholding ? { withholding } : {}),
  };
}

function agentLine({ payee: { author, kind, share } }: PayeeBook, fee: Money): IssuedPayee {
  return { author, kind, share: share.toString(), gross: fee.toString(), net: fee.toString() };
}

const summed = [
  ...(['csg', 'crds', 'pension', 'training', 'social', 'vat', 'vatWithheld', 'withholdingTax'] as const),
  ...(['payerContribution', 'paidThisYear'] as const),
];

function sumOf(owners: readonly PaidOwner[], net: string): WithholdingTrace {
  const sum = (name: (typeof summed)[number]): string =>
    Money.sum(owners.map(({ withholding }) => Money.parse(withholding?.[name] ?? '0.00'))).toString();
  const sums = Object.fromEntries(summed.map((name) => [name, sum(name)])) as Record<(typeof summed)[number], string>;
  return { ...sums, net, lines: [] };
}
