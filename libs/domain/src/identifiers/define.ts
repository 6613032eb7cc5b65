import { givenText, quoted, RuleViolation, type RuleCode } from '../rules';

/** Refuses with the code of an identifier; the message names what was given and what is wrong with it. */
export function refuseIdentifier(code: RuleCode, given: unknown, reason: string): never {
  throw new RuleViolation(code, { message: `${quoted(given)} ${reason}`, values: { given: givenText(given) } });
}

/** The same for bank accounts and social-security numbers, which no message and no log may repeat. */
export function refuseSecretly(code: RuleCode, reason: string): never {
  throw new RuleViolation(code, { message: `What was given ${reason}` });
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
