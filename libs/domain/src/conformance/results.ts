/** What the engine issued, in the shape of a case's `expected`. Members of extensions come only where they say something. */
import type { Issued, IssuedPayee, IssuedStatement, ReceiptsLine, RoyaltyLine, WithholdingTrace } from '../royalties';
import type { DocumentTotals } from '../sales';

export type Result = { readonly refused: true; readonly reason: string } | readonly unknown[] | object;

export function royaltyResult(issued: readonly Issued[]): readonly object[] {
  return issued.map((document) => {
    if (document.kind === 'statement') return statementResult(document);
    const { contract, kind, date, gross, withholding, payees } = document;
    return { contract, kind, date, gross, ...withholdingResult(withholding), ...payeesResult(payees) };
  });
}

function statementResult(document: IssuedStatement): object {
  const { contract, kind, date, earned, adjustments, carriedIn, recouped, unrecouped, carriedOut, gross } = document;
  return {
    ...{ contract, kind, date, earned, adjustments, carriedIn, recouped, unrecouped, carriedOut, gross },
    lines: document.lines.map(lineResult),
    ...adjustmentsResult(document),
    ...optional('topUp', document.topUp),
    ...optional('setOff', document.setOff),
    ...optional('recoupedBy', document.recoupedBy),
    ...reservesResult(document),
    ...(document.withholding ? withholdingResult(document.withholding) : { net: document.net }),
    ...payeesResult(document.payees),
    ...optional('writtenOff', document.writtenOff),
  };
}

/** One a run or a line of an earlier statement that was rectified; `origin` is that statement's number. */
function adjustmentsResult({ adjustmentLines, lineAdjustments = [] }: IssuedStatement): object {
  const all = [
    ...adjustmentLines.map(({ edition, run, reason, origin, amount }) => {
      return { edition, run, reason, origin: origin.statement, amount };
    }),
    ...lineAdjustments.map(({ edition, reason, origin, before, after, amount }) => {
      const basis = (before[0] ?? after[0])?.kind;
      return { edition, basis, reason, origin: origin.statement, amount };
    }),
  ];
  return all.length > 0 ? { adjustmentLines: all } : {};
}

/** Copies held and released, and left on an older basis, clause by clause. */
function reservesResult({ soldCounts }: IssuedStatement): object {
  const counts = soldCounts.filter(({ reserve, copiesLeft }) => reserve !== undefined || copiesLeft !== undefined);
  if (counts.length === 0) return {};
  return {
    counts: counts.map(({ edition, reserve, copiesLeft }) => ({
      edition,
      ...(reserve ? { held: reserve.held, released: reserve.released } : {}),
      ...(copiesLeft ? { copiesLeft: copiesLeft.after } : {}),
    })),
  };
}

function payeesResult(payees: readonly IssuedPayee[] | undefined): object {
  if (!payees) return {};
  return {
    payees: payees.map(({ author, kind, gross, agentFee, net, withholding }) => ({
      ...{ author, kind, gross, net },
      ...optional('agentFee', agentFee),
      ...(withholding ? { ...withholdingResult(withholding), net } : {}),
    })),
  };
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
  if (line.kind === 'flatFee') return { basis, edition, dueOn: line.dueOn, amount, ...optional('late', line.late) };
  if ('receipts' in line) return receiptsResult(line);
  const { tier, unitPrice } = line;
  return {
    basis,
    edition,
    ...(line.kind === 'printed' ? { run: line.run } : {}),
    copies: line.copies,
    ...optional('unitPriceExclVat', unitPrice?.inCents),
    ...optional('rate', tier.rate),
    ...optional('amountPerCopy', tier.amountPerCopy),
    amount,
  };
}

function receiptsResult({
  kind: basis,
  edition,
  receipts,
  rate,
  amount,
  mode,
  copies,
  late,
  income,
}: ReceiptsLine): object {
  const { licensee, right, territory, gross, foreignTax, net, agentFee } = income ?? {};
  return {
    ...{ basis, edition, receipts, rate, amount },
    ...optional('mode', mode),
    ...optional('copies', copies),
    ...optional('late', late),
    ...optional('licensee', licensee),
    ...optional('right', right),
    ...optional('territory', territory),
    ...(income ? { gross, foreignTax, net, agentFee } : {}),
  };
}

function optional(name: string, value: unknown): object {
  return value === undefined ? {} : { [name]: value };
}

function withholdingResult(withholding: WithholdingTrace): object {
  const { pension, csg, crds, training, social, vat, vatWithheld, withholdingTax, net, payerContribution } =
    withholding;
  return { pension, csg, crds, training, social, vat, vatWithheld, withholdingTax, net, payerContribution };
}
