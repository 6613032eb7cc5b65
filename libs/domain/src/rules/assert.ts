/**
 * Stops on a broken assumption of ours, which is a bug and never a user's mistake (those are `RuleViolation`s).
 * @throws Error when `condition` is false
 */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(`Broken assumption: ${message}`);
}

/**
 * The value, known by us to be there although the compiler can't know it.
 * @throws Error when it is undefined
 */
export function known<T>(value: T | undefined, message: string): T {
  assert(value !== undefined, message);
  return value;
}
