import { checkContract, readClause, type ClauseDraft, type ContractDraft } from '.';

const clause: ClauseDraft = { edition: 'BOOK', basis: 'printed', tiers: [{ upTo: 3000, rate: '8' }, { rate: '10' }] };
const complete: ContractDraft = {
  clauses: [clause],
  paymentThreshold: '0.00',
  signedOn: '2026-01-05',
  startsOn: '2026-01-05',
  endsOn: '2036-01-05',
  minimumFirstRun: 1000,
};
const withClause = (change: object): ContractDraft => ({ ...complete, clauses: [{ ...clause, ...change }] });
const faults = (draft: ContractDraft): string[] =>
  checkContract(draft).refusals.map(({ code, pointer }) => `${code} ${pointer}`);

it('gives the terms of a complete contract, without a word', () => {
  const { refusals, warnings, terms } = checkContract(complete);
  expect([refusals, warnings]).toEqual([[], []]);
  expect(terms?.clauses).toEqual([readClause(clause)]);
  expect(terms?.paymentThreshold.toString()).toBe('0.00');
});

describe('what could not be computed without guessing is refused', () => {
  it.each<[string, object, string[]]>([
    ['no rate', { tiers: [] }, ['tiers-missing /clauses/0/tiers']],
    ['no tiers at all', { tiers: undefined }, ['tiers-missing /clauses/0/tiers']],
    ['no open end', { tiers: [{ upTo: 3000, rate: '8' }] }, ['tiers-no-open-end /clauses/0/tiers/0/upTo']],
    [
      'a ceiling that does not rise',
      { tiers: [{ upTo: 3000, rate: '8' }, { upTo: 3000, rate: '9' }, { rate: '10' }] },
      ['tiers-not-rising /clauses/0/tiers/1/upTo'],
    ],
    ['an open end too soon', { tiers: [{ rate: '8' }, { rate: '10' }] }, ['tiers-not-rising /clauses/0/tiers/0/upTo']],
    [
      'a ceiling of nothing',
      { tiers: [{ upTo: 0, rate: '8' }, { rate: '9' }] },
      ['tiers-not-rising /clauses/0/tiers/0/upTo'],
    ],
    ['a rate above 100', { tiers: [{ rate: '100.5' }] }, ['rate-out-of-range /clauses/0/tiers/0/rate']],
    ['a rate below 0', { tiers: [{ rate: '-1' }] }, ['rate-out-of-range /clauses/0/tiers/0/rate']],
    ['a share of nothing', { poolShares: ['100', '0'], poolIndex: 0 }, ['pool-shares-invalid /clauses/0/poolShares/1']],
    ['a pool without shares', { poolShares: [], poolIndex: 0 }, ['pool-shares-invalid /clauses/0/poolShares']],
    ['shares without an index', { poolShares: ['50', '50'] }, ['pool-index-invalid /clauses/0/poolIndex']],
    ['an index without shares', { poolIndex: 0 }, ['pool-shares-invalid /clauses/0/poolShares']],
    [
      'an index beyond the shares',
      { poolShares: ['50', '50'], poolIndex: 2 },
      ['pool-index-invalid /clauses/0/poolIndex'],
    ],
    [
      'a negative exclusion',
      { excluded: { legalDeposit: -1 } },
      ['exclusion-invalid /clauses/0/excluded/legalDeposit'],
    ],
    ['half a copy before', { copiesBefore: 0.5 }, ['copies-before-invalid /clauses/0/copiesBefore']],
    ['a basis nobody knows', { basis: 'pulped' }, ['clause-malformed /clauses/0/basis']],
    [
      'a reserve on printed copies',
      { returnReserve: { percent: '20', maxStatements: 2 } },
      ['clause-malformed /clauses/0/returnReserve'],
    ],
    [
      'a reserve without an end',
      { basis: 'sold', returnReserve: { percent: '20' } },
      ['return-reserve-invalid /clauses/0/returnReserve/maxStatements'],
    ],
    ['receipts without a rate', { basis: 'netReceipts', tiers: undefined }, ['rate-malformed /clauses/0/rate']],
  ])('%s', (_name, change, expected) => {
    expect(faults(withClause(change))).toEqual(expected);
    expect(checkContract(withClause(change)).terms).toBeUndefined();
  });

  it.each<[string, Partial<ContractDraft>, string[]]>([
    ['no clause', { clauses: [] }, ['clauses-missing /clauses']],
    ['the same clause twice', { clauses: [clause, clause] }, ['clause-duplicated /clauses/1']],
    ['a negative threshold', { paymentThreshold: '-1.00' }, ['threshold-negative /paymentThreshold']],
    ['an advance of nothing', { advances: [{ amount: '0.00' }] }, ['advance-not-positive /advances/0/amount']],
    ['an advance with three decimals', { advances: [{ amount: '1.234' }] }, ['amount-malformed /advances/0/amount']],
    ['an end before the beginning', { endsOn: '2025-01-01' }, ['dates-inverted /endsOn']],
    ['a day that does not exist', { signedOn: '2026-02-30' }, ['date-malformed /signedOn']],
  ])('%s', (_name, change, expected) => {
    expect(faults({ ...complete, ...change })).toEqual(expected);
  });

  it('every fault at once, each at its place', () => {
    const draft = {
      ...complete,
      paymentThreshold: 'x',
      clauses: [
        { ...clause, tiers: [] },
        { ...clause, edition: 'B', tiers: [{ rate: '101' }] },
      ],
    };
    expect(faults(draft)).toEqual([
      'tiers-missing /clauses/0/tiers',
      'rate-out-of-range /clauses/1/tiers/0/rate',
      'amount-malformed /paymentThreshold',
    ]);
  });

  it('but one person may hold two shares of a pool', () => {
    const share = (poolIndex: number): ClauseDraft => ({ ...clause, poolShares: ['40', '60'], poolIndex });
    expect(faults({ ...complete, clauses: [share(0), share(1)] })).toEqual([]);
  });
});

describe('what an old contract lacks is a warning', () => {
  const warned = (draft: ContractDraft): string[] => checkContract(draft).warnings.map(({ code }) => code);

  it.each<[string, object, string[]]>([
    ['neither first run nor guarantee', { minimumFirstRun: undefined }, ['no-minimum-first-run']],
    ['a guarantee instead of a first run', { minimumFirstRun: undefined, guaranteedMinimum: '500.00' }, []],
    ['no date of signature', { signedOn: undefined }, ['no-signature-date']],
    ['signed after it began', { signedOn: '2026-02-01' }, ['signed-after-start']],
    ['a threshold', { paymentThreshold: '50.00' }, ['threshold-set']],
  ])('%s', (_name, change, expected) => {
    expect(warned({ ...complete, ...change })).toEqual(expected);
    expect(checkContract({ ...complete, ...change }).refusals).toEqual([]);
  });

  it.each<[string, object, string[]]>([
    ['shares that are proportions', { poolShares: ['1', '1', '1'], poolIndex: 0 }, ['pool-shares-not-percent']],
    ['shares that are percentages', { poolShares: ['33.4', '66.6'], poolIndex: 0 }, []],
    ['rates that fall', { tiers: [{ upTo: 10, rate: '10' }, { rate: '8' }] }, ['rates-falling']],
    [
      'a reserve for five statements',
      { basis: 'sold', returnReserve: { percent: '20', maxStatements: 5 } },
      ['reserve-too-long'],
    ],
  ])('%s', (_name, change, expected) => {
    expect(warned(withClause(change))).toEqual(expected);
  });
});

it.each<[string, ClauseDraft[], string[]]>([
  ['print and sales of one edition', [clause, { ...clause, basis: 'sold' }], ['sold-and-printed /clauses/0/basis']],
  [
    'sales until a day, print from the next',
    [
      { ...clause, basis: 'sold', until: '2026-06-30' },
      { ...clause, from: '2026-07-01' },
    ],
    [],
  ],
  ['sales of one channel only', [{ ...clause, basis: 'sold', channels: ['club'] }], ['only-some-sales /clauses/0']],
  [
    'a channel and the rest',
    [
      { ...clause, basis: 'sold', channels: ['club'] },
      { ...clause, basis: 'sold' },
    ],
    [],
  ],
])('warns of what may not be meant: %s', (_name, clauses, expected) => {
  const { warnings, refusals } = checkContract({ ...complete, clauses });
  expect(refusals).toEqual([]);
  expect(warnings.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(expected);
});

it('reads a clause of each basis', () => {
  expect(readClause({ edition: 'E', basis: 'thirdParty', rate: '50' })).toMatchObject({ basis: 'thirdParty' });
  const sold = readClause({
    edition: 'E',
    basis: 'sold',
    tiers: [{ rate: '8' }],
    returnReserve: { percent: '20', maxStatements: 2 },
  });
  expect(sold).toMatchObject({ basis: 'sold', copiesBefore: 0, returnReserve: { maxStatements: 2 } });
  expect(() => readClause({ edition: 'E', basis: 'sold' })).toThrow(expect.objectContaining({ code: 'tiers-missing' }));
});
