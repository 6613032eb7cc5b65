/** Amended, limited and shared clauses: what is read, and what is refused with the member to mend. */
import * as fc from 'fast-check';
import { addDays } from '../calendar';
import { checkContract, clauseConflicts, readClause, specificityOf, takes, type ClauseDraft, type PayeeDraft } from '.';

const printed: ClauseDraft = { edition: 'BOOK', basis: 'printed', tiers: [{ rate: '8' }] };
const sold: ClauseDraft = { ...printed, basis: 'sold' };
const third: ClauseDraft = { edition: 'BOOK', basis: 'thirdParty', rate: '50' };
const faults = (...clauses: readonly ClauseDraft[]): string[] =>
  checkContract({ clauses }).refusals.map(({ code, pointer }) => `${code} ${pointer}`);
const old = { until: '2026-06-30' };
const fresh = { from: '2026-07-01' };

it.each<[string, ClauseDraft[], string[]]>([
  [
    'an amendment on the next day',
    [
      { ...printed, ...old },
      { ...printed, ...fresh },
    ],
    [],
  ],
  [
    'one counter for both',
    [
      { ...printed, ...old, counter: 'B' },
      { ...printed, ...fresh, counter: 'B' },
    ],
    [],
  ],
  [
    'two on one day',
    [
      { ...printed, until: '2026-07-01' },
      { ...printed, ...fresh },
    ],
    ['clauses-overlap /clauses/1/from'],
  ],
  ['no end to the first', [printed, { ...printed, ...fresh }], ['clauses-overlap /clauses/1/from']],
  [
    'a day between',
    [
      { ...printed, until: '2026-06-29' },
      { ...printed, ...fresh },
    ],
    ['clauses-gap /clauses/1/from'],
  ],
  [
    'a gap, in whatever order they are written',
    [
      { ...printed, ...fresh },
      { ...printed, until: '2026-06-29' },
    ],
    ['clauses-gap /clauses/0/from'],
  ],
  [
    'other editions',
    [
      { ...printed, ...old },
      { ...printed, edition: 'POCKET', ...fresh },
    ],
    [],
  ],
  [
    'sold, then printed',
    [
      { ...sold, ...old, copiesLeft: 10 },
      { ...printed, ...fresh },
    ],
    [],
  ],
  [
    'sold and printed on one day',
    [
      { ...sold, ...old },
      { ...printed, from: '2026-06-30' },
    ],
    ['clauses-overlap /clauses/1/from'],
  ],
  [
    'sold, then printed, and a gap',
    [
      { ...sold, ...old },
      { ...printed, from: '2026-08-01' },
    ],
    ['clauses-gap /clauses/1/from'],
  ],
  ['a channel beside the rest', [sold, { ...sold, channels: ['direct'] }], []],
  [
    'one channel twice',
    [
      { ...sold, channels: ['club', 'direct'] },
      { ...sold, channels: ['direct'] },
    ],
    ['clauses-overlap /clauses/1/from'],
  ],
  [
    'one channel in two countries',
    [
      { ...sold, channels: ['club'], territories: ['BE'] },
      { ...sold, channels: ['club'], territories: ['CH'] },
    ],
    [],
  ],
  [
    'a channel and a country',
    [
      { ...sold, channels: ['club'] },
      { ...sold, territories: ['CH'] },
    ],
    ['clauses-overlap /clauses/1/from'],
  ],
  [
    'one channel, one year each',
    [{ ...sold, channels: ['club'], ...old }, { ...sold, channels: ['club'], from: '2027-01-01' }, sold],
    [],
  ],
  ['rights apart', [third, { ...third, right: 'audio' }, { ...third, right: 'film' }], []],
  [
    'one right twice',
    [
      { ...third, right: 'film' },
      { ...third, right: 'film', territories: ['US'] },
      { ...third, territories: ['US'] },
    ],
    ['clauses-overlap /clauses/2/from'],
  ],
  [
    'two shares of one pool amended together',
    [0, 1].flatMap((poolIndex) =>
      [old, fresh].map((term) => ({ ...printed, poolShares: ['60', '40'], poolIndex, ...term })),
    ),
    [],
  ],
  [
    'two shares of one pool on one counter',
    [0, 1].map((poolIndex) => ({ ...printed, poolShares: ['60', '40'], poolIndex, counter: 'B' })),
    ['counter-mixed /clauses/1/counter'],
  ],
  [
    'an end before the beginning',
    [{ ...printed, from: '2026-02-01', until: '2026-01-31' }],
    ['dates-inverted /clauses/0/until'],
  ],
  ['a day that does not exist', [{ ...printed, from: '2026-02-30' }], ['date-malformed /clauses/0/from']],
  ['no channel at all', [{ ...sold, channels: [] }], ['clause-scope-invalid /clauses/0/channels']],
  ['a channel twice', [{ ...sold, channels: ['club', 'club'] }], ['clause-scope-invalid /clauses/0/channels/1']],
  ['a country in small letters', [{ ...sold, territories: ['be'] }], ['clause-scope-invalid /clauses/0/territories/0']],
  ['a printed channel', [{ ...printed, channels: ['club'] }], ['clause-malformed /clauses/0/channels']],
  ['a nameless counter', [{ ...printed, counter: ' ' }], ['clause-scope-invalid /clauses/0/counter']],
  ['copies left, half of one', [{ ...sold, ...old, copiesLeft: 1.5 }], ['copies-left-invalid /clauses/0/copiesLeft']],
  ['copies left of what does not end', [{ ...sold, copiesLeft: 1 }], ['copies-left-invalid /clauses/0/copiesLeft']],
  [
    'a rate and an amount',
    [{ ...printed, tiers: [{ rate: '8', amountPerCopy: '1.00' }] }],
    ['tier-kinds-mixed /clauses/0/tiers/0/amountPerCopy'],
  ],
  [
    'a rate, then an amount',
    [{ ...printed, tiers: [{ upTo: 9, rate: '8' }, { amountPerCopy: '1.00' }] }],
    ['tier-kinds-mixed /clauses/0/tiers/1'],
  ],
  [
    'an amount below zero',
    [{ ...printed, tiers: [{ amountPerCopy: '-1.00' }] }],
    ['rate-out-of-range /clauses/0/tiers/0/amountPerCopy'],
  ],
  ['a share of the profit', [{ ...third, on: 'profit' }], ['clause-malformed /clauses/0/on']],
  [
    'a flat fee of nothing',
    [{ edition: 'BOOK', basis: 'flatFee', amount: '0.00', dueOn: '2026-01-01' }],
    ['flat-fee-invalid /clauses/0/amount'],
  ],
  [
    'a flat fee with a rate',
    [{ edition: 'BOOK', basis: 'flatFee', amount: '9.00', dueOn: '2026-01-01', rate: '8' }],
    ['clause-malformed /clauses/0/rate'],
  ],
  [
    'two flat fees',
    ['2026-01-01', '2026-06-01'].map((dueOn) => ({ edition: 'BOOK', basis: 'flatFee', amount: '9.00', dueOn })),
    [],
  ],
  [
    'a re-launch of five statements',
    [{ ...sold, returnReserve: { percent: '20', maxStatements: 2, relaunch: { from: '2026-01-01', statements: 5 } } }],
    ['return-reserve-invalid /clauses/0/returnReserve/relaunch/statements'],
  ],
])('%s', (_name, clauses, expected) => {
  expect(faults(...clauses)).toEqual(expected);
});

const payee = (author: string, share: string, kind = 'rightsHolder'): PayeeDraft => ({ author, kind, share });

it.each<[string, PayeeDraft[], string[]]>([
  ['nobody in particular', [], []],
  ['two heirs', [payee('A', '50'), payee('B', '50')], []],
  ['an agent alone', [payee('A', '15', 'agent')], []],
  ['thirds in hundredths', [payee('A', '33.34'), payee('B', '33.33'), payee('C', '33.33')], []],
  ['ninety-nine percent', [payee('A', '66'), payee('B', '33')], ['payee-shares-total /payees']],
  ['an agent counted as an heir', [payee('A', '85'), payee('B', '15', 'agent')], ['payee-shares-total /payees']],
  [
    'agents of more than all',
    [payee('A', '100'), payee('B', '60', 'agent'), payee('C', '60', 'agent')],
    ['payee-shares-total /payees'],
  ],
  ['one heir twice', [payee('A', '50'), payee('A', '50')], ['payee-invalid /payees/1/author']],
  ['a share of nothing', [payee('A', '100'), payee('B', '0')], ['payee-invalid /payees/1/share']],
  ['a friend', [payee('A', '100', 'friend')], ['payee-invalid /payees/0/kind']],
])('payees: %s', (_name, payees, expected) => {
  const found = checkContract({ clauses: [printed], payees }).refusals;
  expect(found.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(expected);
});

it('says which days nobody would be paid for, and what to do', () => {
  const [gap] = clauseConflicts(
    [
      { ...printed, until: '2026-06-28' },
      { ...printed, ...fresh },
    ].map(readClause),
  );
  expect(gap?.values).toEqual({ from: '2026-06-29', until: '2026-06-30' });
  expect(gap?.message).toContain('let this clause begin on 2026-06-29');
});

it('a chain of amendments without a gap pays every day once', () => {
  const day = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2024-01-01', days));
  fc.assert(
    fc.property(fc.uniqueArray(day, { maxLength: 6 }), day, (cuts, date) => {
      const starts = [undefined, ...cuts.sort()];
      const chain = starts.map((from, index) => {
        const next = starts[index + 1];
        return { ...sold, ...(from ? { from } : {}), ...(next ? { until: addDays(next, -1) } : {}) };
      });
      expect(faults(...chain)).toEqual([]);
      const inForce = chain.filter(({ from = '', until = '9999' }) => from <= date && date <= until);
      expect(inForce).toHaveLength(1);
    }),
  );
});

it.each<[object, object, boolean]>([
  [{}, {}, true],
  [{}, { channel: 'club', territory: 'BE' }, true],
  [{ channels: ['club'] }, { channel: 'club' }, true],
  [{ channels: ['club'] }, { channel: 'direct' }, false],
  [{ channels: ['club'] }, {}, false],
  [{ territories: ['BE', 'CH'] }, { territory: 'CH' }, true],
  [{ channels: ['club'], territories: ['BE'] }, { channel: 'club', territory: 'FR' }, false],
])('a clause of %j takes %j: %s', (limits, placed, expected) => {
  const clause = readClause({ ...sold, ...limits });
  expect(takes(clause, placed)).toBe(expected);
  expect(specificityOf(clause)).toBe(Object.keys(limits).length);
});
