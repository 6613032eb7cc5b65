import { changedFact } from './priced-facts';

const price = (validFrom: string, retailPriceInclVat: string) => ({ validFrom, retailPriceInclVat });
const before = [price('2024-01-01', '15.00'), price('2025-01-01', '16.00')];
const run = { from: '2025-03-01', to: '2025-03-01' };
const period = { from: '2024-07-01', to: '2025-06-30' };

it.each([
  ['a later price', [...before, price('2026-01-01', '17.00')], [run, period], undefined],
  ['the same price written otherwise', [price('2024-01-01', '15'), price('2025-01-01', '16.0')], [run], undefined],
  ['a price before the run that was used', [before[0]!, price('2025-01-01', '16.50')], [run], '2025-03-01'],
  ['a price of the past that no run used', [price('2024-01-01', '14.00'), before[1]!], [run], undefined],
  ['a price that slips in before the run', [...before, price('2025-02-01', '17.00')], [run], '2025-03-01'],
  ['a price that begins on the very day', [...before, price('2025-03-01', '17.00')], [run], '2025-03-01'],
  ['a price removed', [before[0]!], [run], '2025-03-01'],
  [
    'a price that changes in the middle of a closed period',
    [before[0]!, price('2025-02-01', '16.00')],
    [period],
    '2025-01-01',
  ],
  ['a price at the end of a closed period', [...before, price('2025-06-30', '17.00')], [period], '2025-06-30'],
  ['a price the day after', [...before, price('2025-07-01', '17.00')], [period], undefined],
  [
    'the price that was missing',
    [price('2023-01-01', '9.00'), ...before],
    [{ from: '2023-05-01', to: '2023-05-01' }],
    undefined,
  ],
])('%s', (_what, after, facts, expected) => {
  expect(changedFact({ before, after, facts })).toBe(expected);
});
