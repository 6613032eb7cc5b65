import { checkFiles, printFiles } from '.';

const file = (...cases: readonly unknown[]) => ({ name: 'cases.json', text: JSON.stringify(cases) });

const receipt = {
  id: 'till',
  kind: 'receipt',
  lines: [{ quantity: 2, retailPriceInclVat: '12.00' }],
  expected: { lines: ['24.00'], totalVat: '1.25' },
};

const royalty = {
  id: 'one-run',
  kind: 'royalty',
  editions: [{ id: 'E', prices: [{ from: '2026-01-01', retailPriceInclVat: '14.00' }] }],
  authors: [{ id: 'A' }],
  contracts: [{ id: 'K', author: 'A', clauses: [{ edition: 'E', basis: 'printed', tiers: [{ rate: '8' }] }] }],
  events: [
    { type: 'printRun', id: 'R', edition: 'E', date: '2026-02-10', accepted: 2000 },
    { type: 'closePeriod', from: '2026-01-01', to: '2026-12-31' },
  ],
  expected: [{ gross: '2123.20', lines: [{ rate: '8.0', amount: '2123.20' }] }],
};

describe('checking cases', () => {
  it('says PASS for each, then how many', () => {
    expect(checkFiles([file(receipt, royalty)])).toEqual({
      output: 'PASS till\nPASS one-run\n2 passed, 0 failed',
      errors: [],
      exitCode: 0,
    });
  });

  it.each([
    [{ ...receipt, expected: { totalVat: '1.26' } }, 'FAIL till: totalVat: expected 1.26 got 1.25'],
    [{ ...receipt, expected: { lines: ['24.00', '0.00'] } }, 'FAIL till: lines.length: expected 2 got 1'],
    [{ ...receipt, expected: { lines: ['24.01'] } }, 'FAIL till: lines[0]: expected 24.01 got 24.00'],
    [{ ...receipt, expected: { discount: '5' } }, 'FAIL till: discount: expected 5 got nothing'],
    [{ ...receipt, expected: [] }, 'FAIL till: result: expected a list got {"lines"'],
    [{ ...receipt, expected: { refused: true } }, 'FAIL till: refused: expected true got a result'],
    [{ ...receipt, expected: undefined }, 'FAIL till: expected: expected a member "expected" got nothing'],
    [{ ...receipt, kind: 'cheque' }, 'FAIL till: refused: "cheque" is not a kind of case'],
    [{ ...receipt, kind: 'toString' }, 'FAIL till: refused: "toString" is not a kind of case'],
    [{ ...receipt, lignes: [] }, 'FAIL till: refused: The member "lignes" is unknown (at /lignes)'],
    [7, 'FAIL cases.json#1: refused: A case is an object'],
    [null, 'FAIL cases.json#1: refused: A case is an object'],
    [{ ...royalty, expected: [{ contract: 'L' }] }, 'FAIL one-run: [0].contract: expected L got K'],
    [
      { ...royalty, expected: [{ lines: [{ copies: 1999 }] }] },
      'FAIL one-run: [0].lines[0].copies: expected 1999 got 2000',
    ],
    [{ ...royalty, events: [{ type: 'burn' }] }, 'FAIL one-run: refused: "burn" is not a type of event'],
    [{ ...royalty, events: {} }, 'FAIL one-run: refused: {} is not a list (at /events)'],
    [{ ...royalty, events: [null] }, 'FAIL one-run: refused: nothing is not a type of event'],
  ])('says what differs (%#)', (given, sentence) => {
    const { output, exitCode } = checkFiles([file(given)]);
    expect(output.split('\n')[0]?.startsWith(sentence) ? sentence : output).toBe(sentence);
    expect(output).toMatch(/\n0 passed, 1 failed$/);
    expect(exitCode).toBe(1);
  });

  it('takes a refusal that was expected as a pass', () => {
    const refused = { ...receipt, lines: [{ quantity: 1, unitPriceExclVat: '1.00' }], expected: { refused: true } };
    expect(checkFiles([file(refused)]).output).toBe('PASS till\n1 passed, 0 failed');
  });

  it.each([
    ['{"id": ', /^FAIL cases\.json: is not JSON: /],
    ['{}', /^FAIL cases\.json: is not a list of cases$/],
    ['"text"', /^FAIL cases\.json: is not a list of cases$/],
  ])('says in one line that %s is no file of cases, and runs the next file', (text, sentence) => {
    const { output, exitCode } = checkFiles([{ name: 'cases.json', text }, file(receipt)]);
    const [first, second, summary] = output.split('\n');
    expect(first).toMatch(sentence);
    expect([second, summary, exitCode]).toEqual(['PASS till', '1 passed, 1 failed', 1]);
  });

  it('reads a file that begins with a byte order mark', () => {
    expect(checkFiles([{ name: 'a', text: `\uFEFF${JSON.stringify([receipt])}` }]).exitCode).toBe(0);
  });

  it('says why a file could not be read', () => {
    expect(checkFiles([{ name: 'a.json', problem: 'there is no such file' }]).output).toBe(
      'FAIL a.json: there is no such file\n0 passed, 1 failed',
    );
  });
});

describe('printing results', () => {
  it('prints id and result in file order, refusals with their reason', () => {
    const { output, exitCode } = printFiles([file(receipt, { id: 'x', kind: 'y' })]);
    expect(exitCode).toBe(0);
    expect(JSON.parse(output)).toEqual([
      {
        id: 'till',
        result: {
          lines: ['24.00'],
          vat: [{ rate: '5.5', base: '22.75', amount: '1.25' }],
          totalExclVat: '22.75',
          totalVat: '1.25',
          totalInclVat: '24.00',
        },
      },
      { id: 'x', result: { refused: true, reason: '"y" is not a kind of case: royalty, invoice, receipt (at /kind)' } },
    ]);
  });

  it('prints an array all the same when a file can not be read, and fails', () => {
    const outcome = printFiles([{ name: 'a.json', problem: 'may not be read' }]);
    expect(outcome).toEqual({ output: '[]', errors: ['a.json: may not be read'], exitCode: 1 });
  });
});
