import * as fc from 'fast-check';
import { assert, known, pointAt, quoted, givenText, ruleCodes, RuleViolation, within } from '.';

const violation = new RuleViolation('iban-invalid', { message: 'Not an IBAN', pointer: '/iban' });

it('has each code once, in kebab-case', () => {
  expect(new Set(ruleCodes).size).toBe(ruleCodes.length);
  expect(ruleCodes.filter((code) => !/^[a-z]+(-[a-z]+)*$/.test(code))).toEqual([]);
});

it('is an error with a code, a sentence and a place', () => {
  expect(violation).toBeInstanceOf(Error);
  expect([violation.code, violation.message, violation.details.pointer]).toEqual([
    'iban-invalid',
    'Not an IBAN',
    '/iban',
  ]);
});

it('is placed in the document it is found in', () => {
  expect(pointAt('/parties/3', violation).details.pointer).toBe('/parties/3/iban');
  const act = () =>
    within('/rows/1', () =>
      within('/bank', () => {
        throw violation;
      }),
    );
  expect(act).toThrow(expect.objectContaining({ details: { message: 'Not an IBAN', pointer: '/rows/1/bank/iban' } }));
});

it('leaves faults of ours as they are', () => {
  const fault = new Error('a bug');
  expect(() =>
    within('/rows/1', () => {
      throw fault;
    }),
  ).toThrow(fault);
  expect(within('/rows/1', () => 7)).toBe(7);
});

it('tells a broken assumption from a broken rule', () => {
  expect(() => assert(1 > 2, 'one is more than two')).toThrow('Broken assumption: one is more than two');
  expect(() => known(undefined, 'it is there')).toThrow('Broken assumption');
  expect(known(0, 'it is there')).toBe(0);
});

it('quotes anything at all, shortly', () => {
  fc.assert(
    fc.property(fc.anything({ withBigInt: true, withNullPrototype: true }), (anything) => {
      expect(quoted(anything).length).toBeLessThanOrEqual(81);
      expect(givenText(anything).length).toBeLessThanOrEqual(81);
    }),
  );
  expect([quoted('a'), givenText('a'), quoted(undefined), quoted(1n)]).toEqual(['"a"', 'a', 'nothing', 'a bigint']);
});
