import { validate, type SchemaPath } from '@angular/forms/signals';

/**
 * Checks a text by one of the domain's own rules, unless it is empty: `check(path.gln, isGln, 'gln')`.
 * The sentence is `ui.errors.<kind>`.
 */
export function check(path: SchemaPath<string>, isRight: (text: string) => boolean, kind: string): void {
  validate(path, ({ value }) => (value() === '' || isRight(value()) ? null : { kind }));
}

/** A rate of the wire between 0 and 100 %. Compared as text: a rate is never a float. */
export function percentage(path: SchemaPath<string>): void {
  check(path, (text) => /^(100(\.0+)?|\d{1,2}(\.\d+)?)$/.test(text), 'percent');
}

/** A whole number between two bounds, or nothing. */
export function between(path: SchemaPath<number | null>, least: number, most: number): void {
  validate(path, ({ value }) => {
    const number = value();
    return number === null || (number >= least && number <= most) ? null : { kind: 'range' };
  });
}
