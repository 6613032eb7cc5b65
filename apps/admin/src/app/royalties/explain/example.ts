import type { IssuedStatement, PrintedLine, RunState, UnitPriceTrace } from '@colophon/domain/royalties';

/** A statement as the engine issues it, for specs: 2,000 copies at 14.00, 8 %, paid in 2026. */
export const unitPrice: UnitPriceTrace = {
  retailPriceInclVat: '14.00',
  from: '2020-01-01',
  vatRate: '5.5',
  exact: '14.00/1.055',
  rounding: '2',
  used: '13.27',
  inCents: '13.27',
};

export function aLine(with_: Partial<PrintedLine> = {}): PrintedLine {
  return {
    kind: 'printed',
    clause: 0,
    edition: '4',
    run: '9',
    copies: 2000,
    tier: { above: 0, upTo: null, rate: '8' },
    unitPrice,
    product: '2123.2',
    amount: '2123.20',
    ...with_,
  };
}

export function aState(with_: Partial<RunState> = {}): RunState {
  return {
    breakdown: {
      accepted: 2000,
      authorCopies: 0,
      legalDeposit: 0,
      reviewCopies: 0,
      reviewCopiesOfPercent: 0,
      bearing: 2000,
    },
    counterBefore: 0,
    counterAfter: 2000,
    lines: [aLine()],
    total: '2123.20',
    amount: '2123.20',
    ...with_,
  };
}

export function anIssued(with_: Partial<IssuedStatement> = {}): IssuedStatement {
  return {
    kind: 'statement',
    contract: '3',
    author: '2',
    number: 1,
    scope: 'period',
    date: '2026-06-30',
    paymentDate: '2026-07-31',
    earned: '2123.20',
    adjustments: '0.00',
    carriedIn: '0.00',
    recouped: '0.00',
    unrecouped: '0.00',
    carriedOut: '0.00',
    gross: '2123.20',
    net: '1799.83',
    outcome: 'paid',
    paymentThreshold: '0.00',
    lines: [aLine()],
    runs: [{ kind: 'earnedRun', clause: 0, edition: '4', run: '9', date: '2026-02-10', state: aState() }],
    adjustmentLines: [],
    soldCounts: [],
    withholding: {
      csg: '191.92',
      crds: '10.43',
      pension: '130.58',
      training: '7.43',
      social: '340.36',
      vat: '212.32',
      vatWithheld: '195.33',
      withholdingTax: '0.00',
      net: '1799.83',
      payerContribution: '23.35',
      paidThisYear: '0.00',
      lines: [
        { kind: 'csg', base: '2086.04', rate: '9.2', amount: '191.92' },
        { kind: 'crds', base: '2086.04', rate: '0.5', amount: '10.43' },
        { kind: 'pension', base: '2123.20', rate: '6.15', amount: '130.58' },
        { kind: 'training', base: '2123.20', rate: '0.35', amount: '7.43' },
        { kind: 'vat', base: '2123.20', rate: '10', amount: '212.32' },
        { kind: 'vatFlatPart', base: '2123.20', rate: '0.8', amount: '16.99' },
        { kind: 'payerContribution', base: '2123.20', rate: '1', amount: '21.23' },
        { kind: 'payerTraining', base: '2123.20', rate: '0.1', amount: '2.12' },
      ],
    },
    ...with_,
  };
}
