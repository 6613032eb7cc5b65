/**
 * The clauses of a case as written, kept so that a correction says only what was wrong: `correctClause` puts its members
 * in the place of those of the clause as it was corrected last.
 */
import { readClause, type Clause, type ClauseDraft } from '../contracts';
import { RuleViolation, within } from '../rules';
import { readList, readObject, readText, type JsonObject } from './json';

/** Only the shape is checked here; what the members mean is checked where the application checks it. */
export class ClauseDrafts {
  private readonly byContract = new Map<string, JsonObject[]>();

  /** Reads the next clause of a contract. */
  read(contract: string, value: unknown): Clause {
    const object = readObject(value, { required: ['edition', 'basis'], optional: ['id', ...members] });
    readText(object, 'edition');
    readText(object, 'basis');
    if (object['id'] !== undefined) readText(object, 'id');
    this.byContract.set(contract, [...(this.byContract.get(contract) ?? []), object]);
    return read(object);
  }

  /** The clause with some members corrected. @throws RuleViolation `unknown-clause`, and what reading a clause throws */
  correct(at: { readonly contract: string; readonly clause: string | number }, terms: unknown): Clause {
    const clauses = this.byContract.get(at.contract) ?? [];
    const index =
      typeof at.clause === 'number' ? at.clause : clauses.findIndex((candidate) => candidate['id'] === at.clause);
    const original = clauses[index];
    if (!original) {
      throw new RuleViolation('unknown-clause', {
        message: `The contract ${at.contract} has no clause ${at.clause}`,
        pointer: '/clause',
        values: { contract: at.contract, clause: at.clause },
      });
    }
    return within('/terms', () => {
      const corrected = { ...original, ...readObject(terms, { optional: ['edition', 'basis', ...members] }) };
      clauses[index] = corrected;
      return read(corrected);
    });
  }
}

function read(object: JsonObject): Clause {
  const part = (name: string, check: (value: unknown) => unknown): void => {
    if (object[name] !== undefined) within(`/${name}`, () => check(object[name]));
  };
  if (object['tiers'] !== undefined) readList(object, 'tiers', (tier) => readObject(tier, tierMembers));
  part('excluded', (value) => readObject(value, exclusionMembers));
  part('returnReserve', (value) => {
    const reserve = readObject(value, reserveMembers);
    if (reserve['relaunch'] !== undefined) within('/relaunch', () => readObject(reserve['relaunch'], relaunchMembers));
  });
  return readClause(object as unknown as ClauseDraft);
}

const members = [
  ...['tiers', 'copiesBefore', 'excluded', 'poolShares', 'poolIndex', 'returnReserve', 'rate'],
  ...['from', 'until', 'channels', 'territories', 'counter', 'copiesLeft', 'right', 'on', 'amount', 'dueOn'],
];
const tierMembers = { optional: ['upTo', 'rate', 'amountPerCopy'] };
const exclusionMembers = { optional: ['authorCopies', 'legalDeposit', 'reviewCopies', 'reviewCopiesPercent'] };
const reserveMembers = { required: ['percent', 'maxStatements'], optional: ['relaunch'] };
const relaunchMembers = { required: ['from', 'statements'] };
