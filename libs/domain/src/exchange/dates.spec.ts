import fc from 'fast-check';
import { addDays, dateOfDayNumber, dayNumber } from '../calendar';
import { CellFault, readDate, readPeriod } from '.';

it.each([
  ['31/12/2025', '2025-12-31'],
  ['31.12.25', '2025-12-31'],
  ['31-12-2025', '2025-12-31'],
  ['2025-12-31', '2025-12-31'],
  ['2025-12-31T00:00:00', '2025-12-31'],
  ['20251231', '2025-12-31'],
  ['1/2/99', '1999-02-01'],
  ['46022', '2025-12-31'],
  ['46022,0', '2025-12-31'],
  ['31 décembre 2025', '2025-12-31'],
  ['1er août 2024', '2024-08-01'],
  ['3 févr. 2024', '2024-02-03'],
  ['mer. 31/12/2025', '2025-12-31'],
  ['12-mars-24', '2024-03-12'],
])('%s is the day %s', (text, date) => expect(readDate(text)).toBe(date));

it.each([
  ['12/31/2025', 'date-not-in-calendar'],
  ['31/02/2025', 'date-not-in-calendar'],
  ['bientôt', 'date-unreadable'],
  ['2025', 'date-unreadable'],
  ['printemps 2026', 'date-unreadable'],
])('%s is refused: %s', (text, code) => {
  expect(() => readDate(text)).toThrow(CellFault);
  expect(() => readDate(text)).toThrow(expect.objectContaining({ code }));
});

it('a day reads back as itself in each form, its number in a spreadsheet included', () => {
  fc.assert(
    fc.property(fc.integer({ min: dayNumber('1970-01-01'), max: dayNumber('2069-12-31') }), (day) => {
      const date = dateOfDayNumber(day);
      const [year = '', month = '', dayOfMonth = ''] = date.split('-');
      const serial = day - dayNumber('1899-12-30');
      for (const text of [
        date,
        `${dayOfMonth}/${month}/${year}`,
        `${dayOfMonth}.${month}.${year.slice(2)}`,
        `${serial}`,
      ]) {
        expect(readDate(text)).toBe(date);
      }
      expect(addDays('1899-12-30', serial)).toBe(date);
    }),
  );
});

it.each([
  ['2025', '2025-01-01', '2025-12-31'],
  ['Exercice 2025', '2025-01-01', '2025-12-31'],
  ['S1 2025', '2025-01-01', '2025-06-30'],
  ['2e semestre 2025', '2025-07-01', '2025-12-31'],
  ['H2 2025', '2025-07-01', '2025-12-31'],
  ['T3 2025', '2025-07-01', '2025-09-30'],
  ['1er trimestre 2024', '2024-01-01', '2024-03-31'],
  ['2025-T4', '2025-10-01', '2025-12-31'],
  ['02/2024', '2024-02-01', '2024-02-29'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['mars 2025', '2025-03-01', '2025-03-31'],
])('the period %s goes from %s to %s', (text, from, to) => expect(readPeriod(text)).toEqual({ from, to }));

it.each(['13/2025', 'hier', '1 2025 3', 'S3 2025'])('the period %s is refused', (text) =>
  expect(() => readPeriod(text)).toThrow(expect.objectContaining({ code: 'period-unreadable' })),
);
