import { RuleViolation, type RuleCode } from '../rules';

/** Refuses with the code of an identifier; the message names what was given and what is wrong with it. */
export function refuseIdentifier(code: RuleCode, given: unknown, reason: string): never {
  throw new RuleViolation(code, {
    message: `${JSON.stringify(given) ?? 'nothing'} ${reason}`,
    values: { given: String(given) },
  });
}

/** The question form of a parser. */
export function accepts(parse: (text: string) => unknown): (text: unknown) => boolean {
  return (text) => {
    try {
      parse(text as string);
      return true;
    } catch (error) {
      if (error instanceof RuleViolation) return false;
      throw error;
    }
  };
}
