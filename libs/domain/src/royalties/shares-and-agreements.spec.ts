/** Who receives what: payees, guaranteed minimums, agreements to set off, and sales told apart by channel. */
import * as fc from 'fast-check';
import type { ClauseDraft, PayeeDraft } from '../contracts';
import { Money } from '../money';
import { computeRoyalties, type IssuedPayee, type RoyaltyEvent } from '.';
import { close, contract, factsOf, run, sold, statementsOf, sum, totalOf } from './facts.fixture';

const printed: ClauseDraft = { edition: 'E', basis: 'printed', tiers: [{ upTo: 700, rate: '8' }, { rate: '10' }] };
const end = close('2026-12-31');
const copies = fc.array(fc.nat(2000), { minLength: 1, maxLength: 6 });
const runs = (list: readonly number[]): RoyaltyEvent[] =>
  list.map((accepted, index) => run(`R${index}`, `2025-0${index + 1}-01`, accepted));
const advance = (cents: number, id = 'K'): RoyaltyEvent => ({
  ...{ type: 'payAdvance', contract: id, date: '2025-01-01', amount: Money.ofCents(BigInt(cents)) },
});

describe('payees', () => {
  const shares = fc
    .array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 3 })
    .map((weights) => {
      const total = weights.reduce((all, weight) => all + weight, 0);
      const parts = weights.map((weight) => Math.floor((weight * 1000) / total));
      const rest = 1000 - parts.reduce((all, part) => all + part, 0);
      return parts.map((part, index) => Money.ofCents(BigInt(10 * (index === 0 ? part + rest : part))).toString());
    })
    .filter((list) => !list.includes('0.00'));
  const owners = (list: readonly string[]): PayeeDraft[] =>
    list.map((share, index) => ({ author: 'ABC'[index] as string, kind: 'rightsHolder', share }));
  const amounts = (payees: readonly IssuedPayee[], name: 'gross' | 'net'): string =>
    sum(payees.map((payee) => payee[name]));

  it('split the gross to the cent, advances too, and an agent takes nothing from it', () => {
    fc.assert(
      fc.property(copies, shares, fc.nat(20), fc.integer({ min: 1, max: 90_000 }), (list, parts, agent, cents) => {
        const agents = agent > 0 ? [{ author: 'D', kind: 'agent', share: String(agent) }] : [];
        const payees = [...owners(parts), ...agents];
        const issued = computeRoyalties(
          factsOf([contract([printed], { payees })], [advance(cents), ...runs(list), end]),
        );
        for (const { gross, net, payees: paid = [] } of issued) {
          const own = paid.filter(({ kind }) => kind !== 'agent');
          if (paid.length > 0) expect(amounts(own, 'gross')).toBe(gross);
          expect(amounts(paid, 'net')).toBe(paid.length > 0 ? net : '0.00');
          const fees = sum(own.map(({ agentFee = '0.00' }) => agentFee));
          expect(
            amounts(
              paid.filter(({ kind }) => kind === 'agent'),
              'gross',
            ),
          ).toBe(fees);
          for (const one of own) {
            const left = Money.parse(one.withholding?.net ?? '0.00').minus(Money.parse(one.agentFee ?? '0.00'));
            expect(one.net).toBe(left.toString());
          }
        }
      }),
    );
  });

  it('one of a hundred percent is paid like the author alone', () => {
    fc.assert(
      fc.property(copies, (list) => {
        const events = [...runs(list), end];
        const [alone] = statementsOf(factsOf([contract([printed])], events));
        const payees = [{ author: 'A', kind: 'author', share: '100' }];
        const [shared] = statementsOf(factsOf([contract([printed], { payees })], events));
        expect([shared?.gross, shared?.net]).toEqual([alone?.gross, alone?.net]);
        expect(shared?.payees?.[0]?.withholding).toEqual(alone?.withholding);
      }),
    );
  });
});

it('a guaranteed minimum is reached at its term, and never exceeded by the top-up', () => {
  fc.assert(
    fc.property(copies, fc.nat(2_000_000), fc.nat(5), (list, cents, stop) => {
      const guaranteedMinimum = Money.ofCents(BigInt(cents));
      const given = contract([printed], { guaranteedMinimum, endsOn: '2026-06-30' });
      const events = runs(list);
      const statements = statementsOf(
        factsOf([given], [...events.slice(0, stop), close('2025-12-31'), ...events.slice(stop), end, end]),
      );
      const earned = Money.parse(sum(statements.flatMap((one) => [one.earned, one.adjustments])));
      const topUps = Money.parse(sum(statements.map(({ topUp = '0.00' }) => topUp)));
      expect(earned.plus(topUps).toString()).toBe(Money.max(earned, guaranteedMinimum).toString());
      expect(statements.filter(({ topUp }) => topUp !== undefined)).toHaveLength(1);
    }),
  );
});

describe('an agreement to set off', () => {
  const other: ClauseDraft = { ...printed, edition: 'F' };
  const contracts = [contract([printed], { id: 'K' }), contract([other], { id: 'L' })];
  const agreed = { setOffs: [{ id: 'S', contracts: ['K', 'L'], from: '2024-01-01' }] };

  it('recoups every cent of an advance once, on whichever side; without one, never across', () => {
    fc.assert(
      fc.property(copies, fc.integer({ min: 1, max: 500_000 }), fc.integer({ min: 1, max: 500_000 }), (list, k, l) => {
        const events = [advance(k, 'K'), advance(l, 'L'), ...runs(list).flatMap((one) => [one, end])];
        const made = statementsOf(factsOf(contracts, events, agreed));
        const setOff = made.flatMap(({ setOff: all = [] }) => all.map(({ amount }) => amount));
        const recouped = [...made.map((one) => one.recouped), ...setOff];
        const left = ['K', 'L'].map((id) => made.filter((one) => one.contract === id).at(-1)?.unrecouped ?? '0.00');
        const lastSetOff = made.slice(-2).flatMap(({ setOff: all = [] }) => all);
        const stale = lastSetOff.filter(({ contract: id }) => id === 'K').map(({ amount }) => `-${amount}`);
        expect(sum([...recouped, ...left, ...stale])).toBe(Money.ofCents(BigInt(k + l)).toString());
        const apart = statementsOf(factsOf(contracts, events));
        expect(apart.filter((one) => one.setOff ?? one.recoupedBy)).toEqual([]);
        expect(apart.filter((one) => one.contract === 'L').at(-1)?.unrecouped).toBe(
          Money.ofCents(BigInt(l)).toString(),
        );
      }),
    );
  });
});

it('sales told apart by channel are all paid, each by one clause', () => {
  const channels = ['direct', 'club', undefined] as const;
  const general: ClauseDraft = { edition: 'E', basis: 'sold', tiers: [{ amountPerCopy: '1.00' }] };
  const sales = fc.array(fc.record({ channel: fc.constantFrom(...channels), net: fc.integer({ min: -90, max: 900 }) }));
  fc.assert(
    fc.property(sales, (list) => {
      const events = list.map(({ channel, net }) => sold('2025-02-01', net, channel ? { channel } : {}));
      const apart = [general, ...['direct', 'club'].map((channel) => ({ ...general, channels: [channel] }))];
      const total = (clauses: readonly ClauseDraft[]) => totalOf(factsOf([contract(clauses)], [...events, end]));
      expect(total(apart)).toBe(total([general]));
    }),
  );
});

it('the order in which one period’s facts were entered changes nothing', () => {
  const clauses: ClauseDraft[] = [
    { edition: 'E', basis: 'sold', tiers: [{ upTo: 500, rate: '8' }, { rate: '10' }] },
    { edition: 'E', basis: 'netReceipts', rate: '25' },
    { edition: 'E', basis: 'thirdParty', rate: '50', right: 'audio' },
    { edition: 'E', basis: 'thirdParty', rate: '40' },
  ];
  const fact = fc.record({
    kind: fc.constantFrom('sold' as const, 'receipts' as const, 'rightsIncome' as const),
    size: fc.integer({ min: 1, max: 900 }),
    month: fc.integer({ min: 1, max: 9 }),
  });
  fc.assert(
    fc.property(fc.array(fact, { maxLength: 10 }), fc.infiniteStream(fc.nat()), (list, ranks) => {
      const events = list.map(({ kind, size, month }): RoyaltyEvent => {
        const date = `2025-0${month}-01`;
        if (kind === 'sold') return sold(date, size);
        const amount = Money.ofCents(BigInt(size));
        return kind === 'receipts'
          ? { type: kind, edition: 'E', date, amount, mode: size % 2 === 0 ? 'unit' : 'library' }
          : { type: kind, edition: 'E', date, amount, ...(size % 2 === 0 ? { right: 'audio' } : {}) };
      });
      const shuffled = events
        .map((event) => ({ event, rank: ranks.next().value as number }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ event }) => event);
      const [told] = statementsOf(factsOf([contract(clauses)], [...events, end]));
      const [retold] = statementsOf(factsOf([contract(clauses)], [...shuffled, end]));
      expect([retold?.earned, retold?.gross, retold?.net]).toEqual([told?.earned, told?.gross, told?.net]);
    }),
  );
});
