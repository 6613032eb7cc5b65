import { givenText, quoted, RuleViolation } from '../rules';

/**
 * A number of copies: whole, zero or more.
 * @throws RuleViolation `quantity-malformed` for fractions, negative numbers, texts and what a double can't hold exactly
 */
export function parseQuantity(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new RuleViolation('quantity-malformed', {
    message: `${quoted(value)} is not a whole number of copies, zero or more`,
    values: { given: givenText(value) },
  });
}
