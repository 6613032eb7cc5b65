/**
 * Where each contribution is taken, line by line, and written down.
 *
 * What people get wrong: a part payment rounded on its own leaves a cent more or less than one payment would. Here a
 * line of a part is the amount on the base of all parts at that rate, rounded once, less what the earlier parts bore.
 */
import { Money, Rate, roundShareToCents, roundToCents } from '../money';

export const deductions = [
  'csg',
  'crds',
  'pension',
  'training',
  'vat',
  'vatFlatPart',
  'reverseChargeVat',
  'withholdingTax',
  'payerContribution',
  'payerTraining',
] as const;

export type Deduction = (typeof deductions)[number];

/** The gross that a social base comes from: its part under four yearly ceilings, which is abated, and the part above. */
export interface Bearing {
  readonly abated: Money;
  readonly full: Money;
  readonly abatedPart: Rate;
}

/**
 * One product the author can redo: `base` × `rate` percent, rounded to the cent, is `amount`. Of a part payment:
 * (`base` + `paidBefore.base`) × `rate`, rounded, less `paidBefore.amount`.
 */
export interface WithholdingLine {
  readonly kind: Deduction;
  readonly base: string;
  readonly rate: string;
  readonly amount: string;
  /** Of CSG and CRDS: `abatedPart` percent of `abated` plus `full` is the base. */
  readonly of?: { readonly abated: string; readonly full: string; readonly abatedPart: string };
  readonly paidBefore?: { readonly base: string; readonly amount: string };
}

export class Desk {
  readonly trace: WithholdingLine[] = [];
  private whole: { readonly on: Bearing; readonly base: Money; readonly of: BearingTrace } | undefined;

  /** @param earlier lines of the parts paid before, at most one of a kind, rate and abatement */
  constructor(private readonly earlier: readonly WithholdingLine[]) {}

  take(kind: Deduction, base: Money, rate: Rate): Money {
    if (this.earlier.length === 0) return this.writeWhole({ kind, base, rate });
    return this.write({ kind, base, rate, before: this.before(kind, rate) });
  }

  /** The base is rounded once on all parts, like the amounts. */
  takeOnBearing(kind: 'csg' | 'crds', on: Bearing, rate: Rate): Money {
    const before = this.earlier.length === 0 ? undefined : this.before(kind, rate, on.abatedPart);
    if (before) return this.write({ kind, base: socialBase(on, before), rate, before, of: bearingTrace(on) });
    // CSG and CRDS are taken on one base.
    if (this.whole?.on !== on) this.whole = { on, base: socialBase(on, undefined), of: bearingTrace(on) };
    return this.writeWhole({ kind, base: this.whole.base, rate, of: this.whole.of });
  }

  /** Of a payment that is whole, as most are. */
  private writeWhole({ kind, base, rate, of }: WholeLine): Money {
    const amount = roundShareToCents(base, rate);
    const line = { kind, base: base.toString(), rate: rate.toString(), amount: amount.toString() };
    this.trace.push(of ? { ...line, of } : line);
    return amount;
  }

  private before(kind: Deduction, rate: Rate, abatedPart?: Rate): WithholdingLine | undefined {
    return this.earlier.find(
      (line) =>
        line.kind === kind &&
        Rate.parse(line.rate).equals(rate) &&
        (!abatedPart || (line.of !== undefined && Rate.parse(line.of.abatedPart).equals(abatedPart))),
    );
  }

  private write({ before, ...given }: WholeLine & { readonly before: WithholdingLine | undefined }): Money {
    if (!before) return this.writeWhole(given);
    const { kind, base, rate, of } = given;
    const amount = roundShareToCents(base.plus(parsed(before.base)), rate).minus(parsed(before.amount));
    this.trace.push({
      ...{ kind, base: base.toString(), rate: rate.toString(), amount: amount.toString() },
      ...(of ? { of } : {}),
      paidBefore: { base: before.base, amount: before.amount },
    });
    return amount;
  }
}

interface WholeLine {
  readonly kind: Deduction;
  readonly base: Money;
  readonly rate: Rate;
  readonly of?: BearingTrace;
}

type BearingTrace = NonNullable<WithholdingLine['of']>;

function bearingTrace({ abated, full, abatedPart }: Bearing): BearingTrace {
  return { abated: abated.toString(), full: full.toString(), abatedPart: abatedPart.toString() };
}

/** 98.25 % of what lies under four yearly ceilings and all of what lies above, less the base of the earlier parts. */
function socialBase({ abated, full, abatedPart }: Bearing, before: WithholdingLine | undefined): Money {
  const allAbated = abated.plus(parsed(before?.of?.abated));
  const allFull = full.plus(parsed(before?.of?.full));
  const whole = roundToCents(allAbated.times(abatedPart.fraction).plus(allFull.toRational()));
  return whole.minus(parsed(before?.base));
}

/** Nothing where nothing was paid before: most payments are whole, and the engine makes millions of these. */
function parsed(amount: string | undefined): Money {
  return amount === undefined ? Money.zero : Money.parse(amount);
}
