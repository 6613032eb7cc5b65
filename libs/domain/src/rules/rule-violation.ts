import type { RuleCode } from './rule-codes';

/** What a broken rule says about itself. */
export interface RuleDetails {
  /** One clear English sentence; screens show their own sentence for the code instead. */
  readonly message: string;
  /** JSON pointer to the member at fault, when the rule is about one ("/clauses/0/tiers/1/upTo"). */
  readonly pointer?: string;
  /** What the sentences of other languages need to fill their gaps. */
  readonly values?: Readonly<Record<string, string | number>>;
}

/** A rule of the trade that an input breaks: expected, shown to people, never a bug. */
export class RuleViolation extends Error {
  override readonly name = 'RuleViolation';

  constructor(
    readonly code: RuleCode,
    readonly details: RuleDetails,
  ) {
    super(details.message);
  }
}

/** The same violation, said of a member inside a larger document: `pointer` is put before its own. */
export function pointAt(pointer: string, violation: RuleViolation): RuleViolation {
  const inner = violation.details.pointer ?? '';
  return new RuleViolation(violation.code, { ...violation.details, pointer: pointer + inner });
}

/** Runs `action`; a violation it throws is thrown again as one of the member at `pointer`. */
export function within<T>(pointer: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof RuleViolation) throw pointAt(pointer, error);
    throw error;
  }
}
