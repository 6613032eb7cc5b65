/** What the engine issued, in the shape of a case's `expected`. */
import type { Issued, RoyaltyLine, WithholdingTrace } from '../royalties';
import type { DocumentTotals } from '../sales';

export type Result = { readonly refused: true; readonly reason: string } | readonly unknown[] | object;

export function royaltyResult(issued: readonly Issued[]): readonly object[] {
  return issued.map((document) => {
    if (document.kind === 'advance') {
      const { contract, kind, date, gross, withholding } = document;
      return { contract, kind, date, gross, ...withholdingResult(withholding) };
    }
    const { contract, kind, date, earned, adjustments, carriedIn, recouped, unrecouped, carriedOut, gross } = document;
    return {
      ...{ contract, kind, date, earned, adjustments, carriedIn, recouped, unrecouped, carriedOut, gross },
      lines: document.lines.map(lineResult),
      ...(document.withholding ? withholdingResult(document.withholding) : { net: document.net }),
      ...(document.writtenOff === undefined ? {} : { writtenOff: document.writtenOff }),
    };
  });
}

export function saleResult(totals: DocumentTotals): object {
  return {
    lines: totals.lines.map((line) => line.amount.toString()),
    vat: totals.vat.map(({ rate, base, amount }) => ({
      rate: rate.toString(),
      base: base.toString(),
      amount: amount.toString(),
    })),
    totalExclVat: totals.totalExclVat.toString(),
    totalVat: totals.totalVat.toString(),
    totalInclVat: totals.totalInclVat.toString(),
  };
}

function lineResult(line: RoyaltyLine): object {
  const { kind: basis, edition, amount } = line;
  if (line.kind === 'flatFee') return { basis, edition, dueOn: line.dueOn, amount };
  if ('receipts' in line) {
    return { basis, edition, receipts: line.receipts, rate: line.rate, amount };
  }
  const inCents = line.unitPrice?.inCents;
  return {
    basis,
    edition,
    ...(line.kind === 'printed' ? { run: line.run } : {}),
    copies: line.copies,
    ...(inCents === undefined ? {} : { unitPriceExclVat: inCents }),
    ...(line.tier.rate === undefined ? { amountPerCopy: line.tier.amountPerCopy } : { rate: line.tier.rate }),
    amount,
  };
}

function withholdingResult(withholding: WithholdingTrace): object {
  const { pension, csg, crds, training, social, vat, vatWithheld, withholdingTax, net, payerContribution } =
    withholding;
  return { pension, csg, crds, training, social, vat, vatWithheld, withholdingTax, net, payerContribution };
}
