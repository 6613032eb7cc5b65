/**
 * Agreements under which contracts may recoup each other's advances.
 *
 * What people get wrong: without one, signed apart and with the author's express consent, no contract's royalties may be
 * set against another's advance, even of one author and one house (CPI L132-17-1-1).
 */
import type { CalendarDate } from '../calendar';
import type { Money } from '../money';
import { RuleViolation } from '../rules';
import type { ContractBook } from './contract-book';
import type { SetOffFacts } from './facts';
import type { SetOffTrace } from './issued';

const none: readonly never[] = [];

interface Agreement {
  readonly facts: SetOffFacts;
  readonly contracts: readonly ContractBook[];
}

export class SetOffs {
  private readonly agreements: Agreement[] = [];

  /** @throws RuleViolation `set-off-invalid` */
  add(facts: SetOffFacts, contracts: readonly ContractBook[]): void {
    const isSeveral = new Set(contracts).size === contracts.length && contracts.length > 1;
    const isOnePerson = new Set(contracts.map((contract) => contract.facts.author)).size <= 1;
    if (isSeveral && isOnePerson) {
      this.agreements.push({ facts, contracts });
      return;
    }
    throw new RuleViolation('set-off-invalid', {
      message: `A set-off agreement joins at least two different contracts of one author: ${facts.contracts.join(', ')} are not`,
      pointer: '/contracts',
    });
  }

  /** Recoups from what a contract would pay, in the order of the agreements and of their contracts. */
  recoup(
    payer: ContractBook,
    { balance, date }: { readonly balance: Money; readonly date: CalendarDate },
  ): readonly SetOffTrace[] {
    if (this.agreements.length === 0) return none;
    const taken: SetOffTrace[] = [];
    let left = balance;
    for (const { facts, contracts } of this.agreements) {
      if (facts.from > date || !contracts.includes(payer)) continue;
      for (const other of contracts) {
        if (other === payer || !left.isPositive) continue;
        const amount = other.recoupFor(payer.facts.id, { agreement: facts.id, atMost: left });
        if (amount.isZero) continue;
        left = left.minus(amount);
        taken.push({ agreement: facts.id, contract: other.facts.id, amount: amount.toString() });
      }
    }
    return taken;
  }
}
