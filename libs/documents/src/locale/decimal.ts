import type { Decimal } from './locale';

export interface DecimalParts {
  readonly negative: boolean;
  /** Digits before the point, without leading zeros, at least one. */
  readonly whole: string;
  /** Digits after the point, maybe none. */
  readonly fraction: string;
}

/** Splits an exact number without ever going through a float. Throws on what is not a decimal string. */
export function decimalParts(value: Decimal): DecimalParts {
  const match = /^(-)?(\d+)(?:\.(\d+))?$/.exec(value);
  if (!match) throw new Error(`Not a decimal string: ${JSON.stringify(value)}`);
  const whole = (match[2] ?? '').replace(/^0+(?=\d)/, '');
  const fraction = match[3] ?? '';
  return { negative: match[1] === '-' && /[1-9]/.test(whole + fraction), whole, fraction };
}

export function isZero(value: Decimal): boolean {
  const { whole, fraction } = decimalParts(value);
  return !/[1-9]/.test(whole + fraction);
}

export function isNegative(value: Decimal): boolean {
  return decimalParts(value).negative;
}

/** The opposite, for a column in which what is taken away carries its sign. */
export function negated(value: Decimal): Decimal {
  if (isZero(value)) return value;
  return value.startsWith('-') ? value.slice(1) : `-${value}`;
}

/** Whether some decimal strings add up exactly to another: a check of what was computed elsewhere, never a result. */
export function addsUp(parts: readonly Decimal[], total: Decimal): boolean {
  const scale = Math.max(...[total, ...parts].map((value) => decimalParts(value).fraction.length));
  const sum = parts.reduce((so, value) => so + scaled(value, scale), 0n);
  return sum === scaled(total, scale);
}

function scaled(value: Decimal, scale: number): bigint {
  const { negative, whole, fraction } = decimalParts(value);
  const magnitude = BigInt(whole + fraction.padEnd(scale, '0'));
  return negative ? -magnitude : magnitude;
}
