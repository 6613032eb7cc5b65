import * as fc from 'fast-check';
import { Money, Rate, Rational } from '../money';
import {
  creditTotals,
  invoiceTotals,
  receiptTotals,
  type CreditLine,
  type CreditTotals,
  type DocumentTotals,
  type SaleLine,
} from '.';

const line = (
  quantity: number,
  price: string,
  change: { discount?: string; vat?: string; excl?: boolean } = {},
): SaleLine => ({
  quantity,
  [change.excl ? 'unitPriceExclVat' : 'retailPriceInclVat']: Rational.parse(price),
  discount: Rate.parse(change.discount ?? '0'),
  vatRate: Rate.parse(change.vat ?? '5.5'),
});

const shop = [
  line(10, '14.00', { discount: '35' }),
  line(5, '12.00', { discount: '35' }),
  line(2, '15.00', { discount: '30', vat: '20' }),
];

describe('an invoice', () => {
  it('is that of the reference, to the cent', () => {
    const totals = invoiceTotals(shop);
    expect(totals.lines.map(({ amount }) => String(amount))).toEqual(['86.26', '36.97', '17.50']);
    expect(totals.vat.map(({ rate, base, amount }) => `${rate} ${base} ${amount}`)).toEqual([
      '5.5 123.23 6.78',
      '20 17.50 3.50',
    ]);
    expect([totals.totalExclVat, totals.totalVat, totals.totalInclVat].map(String)).toEqual([
      '140.73',
      '10.28',
      '151.01',
    ]);
  });

  it('shows the exact product of each line', () => {
    const [first] = invoiceTotals([line(10, '13.27', { discount: '35', excl: true })]).lines;
    expect([first?.product, String(first?.amount)]).toEqual(['86.255', '86.26']);
  });

  it('is 336.70 for 37 copies at 14.00 less 35 %', () => {
    expect(String(invoiceTotals([line(37, '14.00', { discount: '35' })]).totalInclVat)).toBe('336.70');
  });

  it.each([
    [{ ...line(1, '14.00'), unitPriceExclVat: Rational.one }, 'line-price-missing'],
    [{ quantity: 1, discount: Rate.zero, vatRate: Rate.zero }, 'line-price-missing'],
    [line(-1, '14.00'), 'quantity-malformed'],
    [line(1.5, '14.00'), 'quantity-malformed'],
    [line(1, '-14.00'), 'price-negative'],
  ])('refuses a line that says too little or too much (%#)', (bad, code) => {
    expect(() => invoiceTotals([line(1, '14.00'), bad])).toThrow(expect.objectContaining({ code }));
  });

  it('points to the line at fault', () => {
    expect(() => invoiceTotals([line(1, '14.00'), line(1.5, '14.00')])).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ pointer: '/lines/1/quantity' }) }),
    );
  });
});

describe('a receipt', () => {
  it('says 24.00 for two books at 12.00', () => {
    const totals = receiptTotals([line(1, '12.00'), line(1, '12.00')]);
    expect([totals.totalExclVat, totals.totalVat, totals.totalInclVat].map(String)).toEqual(['22.75', '1.25', '24.00']);
  });

  it('has no price without VAT', () => {
    expect(() => receiptTotals([line(1, '12.00', { excl: true })])).toThrow(
      expect.objectContaining({ code: 'line-price-missing' }),
    );
  });
});

const anyLine = fc
  .record({
    quantity: fc.integer({ min: 1, max: 60 }),
    cents: fc.integer({ min: 0, max: 4000 }),
    discount: fc.constantFrom('0', '5', '9', '33.33', '35', '100'),
    vat: fc.constantFrom('0', '2.1', '5.5', '20'),
  })
  .map(({ quantity, cents, discount, vat }) =>
    line(quantity, Money.ofCents(BigInt(cents)).toString(), { discount, vat }),
  );
const anyLines = fc.array(anyLine, { minLength: 1, maxLength: 8 });
const both = [
  ['an invoice', invoiceTotals],
  ['a receipt', receiptTotals],
] as const;

describe.each(both)('the totals of %s', (_name, totalsOf) => {
  it('add up', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const totals = totalsOf(lines);
        const sum = Money.sum(totals.lines.map(({ amount }) => amount));
        expect(totals.totalInclVat.equals(totals.totalExclVat.plus(totals.totalVat))).toBe(true);
        expect((totals.pricing === 'exclVat' ? totals.totalExclVat : totals.totalInclVat).equals(sum)).toBe(true);
      }),
    );
  });

  it('do not depend on the order of the lines', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const [there, back] = [totalsOf(lines), totalsOf([...lines].reverse())];
        expect(JSON.stringify(back.vat)).toBe(JSON.stringify(there.vat));
        expect(back.totalInclVat.equals(there.totalInclVat)).toBe(true);
      }),
    );
  });
});

describe('a credit note', () => {
  const invoice = invoiceTotals(shop);

  it('of 4 copies of 10 is 34.50 + 1.90 = 36.40, and the other 6 are what is left', () => {
    const first = creditTotals({ invoice, earlier: [], lines: [{ line: 0, quantity: 4 }] });
    const second = creditTotals({ invoice, earlier: [first], lines: [{ line: 0, quantity: 6 }] });
    expect([first.totalExclVat, first.totalVat, first.totalInclVat].map(String)).toEqual(['34.50', '1.90', '36.40']);
    expect(String(second.totalExclVat)).toBe('51.76');
  });

  it('never credits a copy twice', () => {
    const whole = creditTotals({ invoice, earlier: [], lines: [{ line: 1, quantity: 5 }] });
    for (const lines of [
      [{ line: 1, quantity: 1 }],
      [
        { line: 0, quantity: 6 },
        { line: 0, quantity: 5 },
      ],
      [{ line: 9, quantity: 1 }],
    ]) {
      expect(() => creditTotals({ invoice, earlier: [whole], lines })).toThrow(
        expect.objectContaining({ code: 'credit-exceeds-line' }),
      );
    }
  });

  it.each([[[]], [[{ line: 0, quantity: 0 }]]])('of nothing is refused', (lines) => {
    expect(() => creditTotals({ invoice, earlier: [], lines })).toThrow(
      expect.objectContaining({ code: 'credit-empty' }),
    );
  });

  it('of a tenth of a line that rounds up never takes more than the line has', () => {
    const tiny = invoiceTotals([line(10, '0.05', { vat: '0', excl: true, discount: '90' })]);
    expect(String(tiny.totalExclVat)).toBe('0.05');
    const credits = creditAll(
      tiny,
      Array.from({ length: 10 }, () => [{ line: 0, quantity: 1 }]),
    );
    expect(credits.map(({ totalExclVat }) => String(totalExclVat))).toEqual([
      ...['0.01', '0.01', '0.01', '0.01', '0.01'],
      ...['0.00', '0.00', '0.00', '0.00', '0.00'],
    ]);
  });
});

it.each([
  ['an invoice', invoiceTotals, '0.50'],
  ['a receipt', receiptTotals, '0.50'],
])('%s credited copy by copy a hundred times does not leave a heap of VAT to the last', (_name, totalsOf, price) => {
  const whole = totalsOf([line(100, price, { discount: '33.33' })]);
  const credits = creditAll(
    whole,
    Array.from({ length: 100 }, () => [{ line: 0, quantity: 1 }]),
  );
  expect(Money.sum(credits.map(({ totalVat }) => totalVat)).toString()).toBe(whole.totalVat.toString());
  for (const { totalVat, lines: credited } of credits) {
    const own = totalsOf(credited.map(({ amount }) => line(1, String(amount), { excl: whole.pricing === 'exclVat' })));
    const away = totalVat.minus(own.totalVat).cents;
    expect(totalVat.isNegative || away > 2n || away < -2n).toBe(false);
  }
});

it('a copy given away among copies sold has no VAT to be credited with', () => {
  const whole = invoiceTotals([line(9, '12.78'), line(2, '0.00')]);
  const credits = creditAll(whole, [
    ...Array.from({ length: 9 }, () => [{ line: 0, quantity: 1 }]),
    [{ line: 1, quantity: 2 }],
  ]);
  expect(String(credits.at(-1)?.totalVat)).toBe('0.00');
});

function creditAll(invoice: DocumentTotals, steps: readonly (readonly CreditLine[])[]): CreditTotals[] {
  return steps.reduce<CreditTotals[]>((earlier, lines) => [...earlier, creditTotals({ invoice, earlier, lines })], []);
}

/** Every copy of an invoice, handed out at random to some credit notes. */
function handOut(invoice: DocumentTotals, draws: readonly number[]): CreditLine[][] {
  const notes: CreditLine[][] = [[], [], [], []];
  let draw = 0;
  invoice.lines.forEach(({ quantity }, index) => {
    for (let left = quantity; left > 0; draw += 1) {
      const taken = Math.min(left, 1 + ((draws[draw % draws.length] as number) % 7));
      notes[(draws[(draw + 3) % draws.length] as number) % 4]?.push({ line: index, quantity: taken });
      left -= taken;
    }
  });
  return notes.filter((note) => note.length > 0);
}

describe.each(both)('%s and the credits that exhaust it', (_name, totalsOf) => {
  it('add up to zero: without VAT, VAT of each rate, and with VAT; no credit is below zero', () => {
    fc.assert(
      fc.property(anyLines, fc.array(fc.nat(1000), { minLength: 5, maxLength: 40 }), (lines, draws) => {
        const invoice = totalsOf(lines);
        const credits = creditAll(invoice, handOut(invoice, draws));
        for (const { rate, base, amount } of invoice.vat) {
          const taken = credits.flatMap(({ vat }) => vat).filter((total) => total.rate.equals(rate));
          expect(Money.sum(taken.map((total) => total.base)).toString()).toBe(base.toString());
          expect(Money.sum(taken.map((total) => total.amount)).toString()).toBe(amount.toString());
          expect(taken.filter((total) => total.amount.isNegative || total.base.isNegative)).toEqual([]);
        }
        expect(Money.sum(credits.map(({ totalInclVat }) => totalInclVat)).equals(invoice.totalInclVat)).toBe(true);
      }),
    );
  });
});
