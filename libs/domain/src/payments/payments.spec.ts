import * as fc from 'fast-check';
import { Money, Rate } from '../money';
import { defaultWithholdingRates, sumWithholdings, type TaxProfile, type Withholding } from '../withholding';
import {
  heldBalance,
  netDifference,
  paymentRunStatuses,
  payItems,
  runMayBecome,
  type EarlierParts,
  type ItemToPay,
  type PaidItem,
} from '.';

const euros = (text: string) => Money.parse(text);
const author: TaxProfile = { social: 'withheld', vat: 'withheld', withholdingTaxRate: Rate.zero };
const item = (gross: string, change: Partial<ItemToPay> = {}): ItemToPay => ({
  payeeKind: 'author',
  gross: euros(gross),
  wholeGross: euros(gross),
  agentFee: Money.zero,
  ...change,
});
const pay = (items: readonly ItemToPay[], paid = '0', date = '2026-07-31'): PaidItem[] =>
  payItems({ items, paidThisYear: euros(paid), profile: author, date, rates: defaultWithholdingRates });
const nets = (items: readonly PaidItem[]) => items.map(({ net }) => net.toString());

describe('what a payee is paid', () => {
  it('is that of acceptance case 8, and of the year with 47,500.00 paid before', () => {
    expect(nets(pay([item('2123.20')]))).toEqual(['1799.83']);
    expect(nets(pay([item('2123.20')], '47500.00'))).toEqual(['1895.97']);
  });

  it('counts the items of one payment for the ceilings of each other', () => {
    const [first, second] = pay([item('2123.20'), item('1000.00')], '47500.00');
    expect(first?.withholding?.pension.toString()).toBe('34.44');
    expect(second?.withholding?.pension.toString()).toBe('0.00');
    expect(second?.paidThisYear.toString()).toBe('49623.20');
  });

  it('leaves the agent its part of the net, and withholds nothing from the agent', () => {
    const [own, agent] = pay([item('1000.00', { agentFee: euros('150.00') }), item('150.00', { payeeKind: 'agent' })]);
    expect([own?.net.toString(), own?.agentShare.toString()]).toEqual(['697.70', '150.00']);
    expect([agent?.net.toString(), agent?.withholding]).toEqual(['150.00', undefined]);
  });

  it('is never more than what is due', () => {
    const before = earlier(pay([item('600.00', { wholeGross: euros('1000.00') })]));
    expect(() => pay([item('400.01', { wholeGross: euros('1000.00'), paidBefore: before })])).toThrow(
      expect.objectContaining({ code: 'part-exceeds-due' }),
    );
  });

  it('comes to the same cents however one item is cut in parts, the agent’s included', () => {
    const cents = fc.integer({ min: 1, max: 400_000 });
    fc.assert(
      fc.property(
        fc.array(cents, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 0, max: 30 }),
        (parts, percent) => {
          const whole = Money.sum(parts.map((part) => Money.ofCents(BigInt(part))));
          const agentFee = Money.ofCents((whole.cents * BigInt(percent)) / 100n);
          const shared = { wholeGross: whole, agentFee };
          let paidThisYear = Money.zero;
          const paid: PaidItem[] = [];
          for (const part of parts) {
            const gross = Money.ofCents(BigInt(part));
            const paidBefore = paid.length > 0 ? earlier(paid) : undefined;
            paid.push(...pay([item(gross.toString(), { ...shared, paidBefore })], paidThisYear.toString()));
            paidThisYear = paidThisYear.plus(gross);
          }
          const [once] = pay([item(whole.toString(), shared)]);
          expect(Money.sum(paid.map(({ net }) => net)).toString()).toBe(once?.net.toString());
          expect(Money.sum(paid.map(({ agentShare }) => agentShare)).toString()).toBe(agentFee.toString());
        },
      ),
    );
  });
});

function earlier(parts: readonly PaidItem[]): EarlierParts {
  return {
    gross: Money.sum(parts.map(({ gross }) => gross)),
    withholding: sumWithholdings(parts.map(({ withholding }) => withholding as Withholding)),
    agentShare: Money.sum(parts.map(({ agentShare }) => agentShare)),
  };
}

describe('a net that is not the one announced', () => {
  const announced = (gross: string, paid = '0', date = '2026-07-31') => {
    const [one] = pay([item(gross)], paid, date);
    return { gross, net: one?.net.toString() ?? '', lines: one?.withholding?.trace ?? [] };
  };

  it('is explained by the ceiling, by the rates, or by the part that is paid', () => {
    expect(netDifference(announced('2123.20'), announced('2123.20'))).toBeUndefined();
    expect(netDifference(announced('2123.20'), announced('2123.20', '47500.00'))).toEqual({
      ...{ stated: '1799.83', now: '1895.97', reasons: ['ceiling'] },
    });
    expect(netDifference(announced('2123.20'), announced('1000.00'))?.reasons).toEqual(['part']);
    const { lines, ...amounts } = announced('2123.20');
    const otherRates = lines.map((line) => (line.kind === 'csg' ? { ...line, rate: '9.9' } : line));
    expect(netDifference(announced('2123.20'), { ...amounts, net: '1', lines: otherRates })?.reasons).toEqual([
      'rates',
    ]);
    const otherProfile = lines.filter(({ kind }) => kind !== 'csg');
    expect(netDifference(announced('2123.20'), { ...amounts, net: '1', lines: otherProfile })?.reasons).toEqual([
      'profile',
    ]);
    expect(netDifference(announced('2123.20'), { ...amounts, net: '1799.84', lines })?.reasons).toEqual(['rounding']);
  });
});

it.each([
  ['2026-11-29', 'held'],
  ['2026-11-30', 'alert'],
  ['2026-12-31', 'alert'],
  ['2027-01-01', 'overdue'],
])('says on %s of a balance held since 30 June 2026: %s', (today, state) => {
  expect(heldBalance('2026-06-30', today)).toEqual({ state, alertFrom: '2026-11-30', deadline: '2026-12-31' });
});

it('lets a run go forward, back to a draft until it is exported, and never out of an end', () => {
  const after = paymentRunStatuses.map((from) => [from, paymentRunStatuses.filter((to) => runMayBecome(from, to))]);
  expect(Object.fromEntries(after)).toEqual({
    draft: ['draft', 'approved', 'cancelled'],
    approved: ['draft', 'exported', 'cancelled'],
    exported: ['executed'],
    executed: [],
    cancelled: [],
  });
});
