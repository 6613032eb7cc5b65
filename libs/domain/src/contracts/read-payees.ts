/**
 * Who is paid what a contract makes due.
 *
 * What people get wrong: heirs share a hundred percent between them; an agent's percentage is no part of that hundred, it
 * is taken out of what each of them is left with.
 */
import { Rate, Rational } from '../money';
import { quoted, RuleViolation, within } from '../rules';
import type { PayeeDraft } from './drafts';
import { payeeKinds, type Payee, type PayeeKind } from './terms';

/** @throws RuleViolation `payee-invalid`, `payee-shares-total`, `rate-malformed`; its pointer begins with "/payees" */
export function readPayees(drafts: readonly PayeeDraft[]): Payee[] {
  return within('/payees', () => {
    const payees = drafts.map((draft, index) => within(`/${index}`, () => readPayee(draft)));
    refuseRepeated(payees);
    refuseOtherTotals(payees);
    return payees;
  });
}

function readPayee({ author, kind, share: text }: PayeeDraft): Payee {
  const share = within('/share', () => Rate.parse(text));
  if (share.isZero) {
    throw new RuleViolation('payee-invalid', {
      message: 'A payee has a share above zero: take out who receives nothing',
      pointer: '/share',
    });
  }
  const known = payeeKinds.find((candidate): candidate is PayeeKind => candidate === kind);
  if (known) return { author, kind: known, share };
  throw new RuleViolation('payee-invalid', {
    message: `${quoted(kind)} is none of ${payeeKinds.join(', ')}`,
    pointer: '/kind',
  });
}

function refuseRepeated(payees: readonly Payee[]): void {
  const repeated = payees.findIndex(({ author }, index) =>
    payees.some((other, at) => at < index && other.author === author),
  );
  if (repeated < 0) return;
  throw new RuleViolation('payee-invalid', {
    message: 'This person is a payee already: add the two shares up',
    pointer: `/${repeated}/author`,
  });
}

function refuseOtherTotals(payees: readonly Payee[]): void {
  const total = sumOf(payees.filter(({ kind }) => kind !== 'agent'));
  const agents = sumOf(payees.filter(({ kind }) => kind === 'agent'));
  const hundred = Rational.of(100n);
  const hasOwners = payees.some(({ kind }) => kind !== 'agent');
  if ((!hasOwners || total.equals(hundred)) && agents.compare(hundred) <= 0) return;
  throw new RuleViolation('payee-shares-total', {
    message: `The shares of authors and rights holders add up to ${total.toExactText()} %, those of agents to ${agents.toExactText()} %: the first must be 100, the second 100 at most`,
    values: { total: total.toExactText(), agents: agents.toExactText() },
  });
}

function sumOf(payees: readonly Payee[]): Rational {
  return payees.reduce((sum, { share }) => sum.plus(share.percent), Rational.zero);
}
