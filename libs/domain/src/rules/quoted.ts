const longest = 80;

/** What was given, as a message quotes it: short, on one line, whatever it is. */
export function quoted(given: unknown): string {
  if (given === undefined) return 'nothing';
  if (typeof given === 'bigint' || typeof given === 'symbol' || typeof given === 'function') return `a ${typeof given}`;
  const text = jsonOf(given);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** The same without quotation marks, for the gaps of sentences. */
export function givenText(given: unknown): string {
  return typeof given === 'string' ? given.slice(0, longest) : quoted(given);
}

function jsonOf(given: unknown): string {
  try {
    return JSON.stringify(given) ?? 'nothing';
  } catch {
    return 'an object';
  }
}
