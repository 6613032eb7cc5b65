import type { CoveringAmounts, CoveringData, CoveringLine } from '@colophon/documents/covering';
import { Money } from '@colophon/domain/money';
import type { IssuedStatement, WithholdingTrace } from '@colophon/domain/royalties';

import type { StatementSnapshot } from '../../royalties';
import { isShared, ownRecap } from '../recap-data';

/** A statement as one of its payees receives it, as it was kept. */
export interface CoveredStatement {
  readonly number: string | null;
  readonly kind: 'author' | 'rightsHolder' | 'agent';
  readonly share: string;
  readonly gross: string;
  readonly net: string;
  readonly withholding: WithholdingTrace | null;
  readonly issued: IssuedStatement;
  readonly snapshot: StatementSnapshot;
}

const AMOUNTS = ['gross', 'social', 'vat', 'vatWithheld', 'withholdingTax', 'agentFee', 'net'] as const;

/** One line a statement; the amounts are those that closing it fixed. */
export function coveringLine(statement: CoveredStatement, contributorId: number): CoveringLine {
  const { issued, snapshot, withholding, share } = statement;
  const own = issued.payees?.find(({ author }) => author === String(contributorId));
  const taken = withholding ?? { social: '0.00', vat: '0.00', vatWithheld: '0.00', withholdingTax: '0.00' };
  return {
    number: statement.number,
    work: snapshot.book.title,
    contract: snapshot.contract.reference,
    ...(Money.parse(share).equals(Money.parse('100')) ? {} : { share }),
    ...(isShared(issued) && statement.kind !== 'agent' ? { recap: ownRecap(statement, snapshot) } : {}),
    unrecouped: issued.unrecouped,
    carriedOut: issued.carriedOut,
    gross: statement.gross,
    ...{ social: taken.social, vat: taken.vat, vatWithheld: taken.vatWithheld, withholdingTax: taken.withholdingTax },
    agentFee: own?.agentFee ?? '0.00',
    net: statement.net,
  };
}

/** What all of them come to. */
export function coveringTotals(lines: readonly CoveringLine[]): CoveringAmounts {
  const total = (name: (typeof AMOUNTS)[number]) => Money.sum(lines.map((line) => Money.parse(line[name]))).toString();
  return Object.fromEntries(AMOUNTS.map((name) => [name, total(name)])) as unknown as CoveringAmounts;
}

/** Who it is addressed to, as the first of their statements kept them. */
export function coveringPayee({ issued, snapshot }: CoveredStatement, contributorId: number): CoveringData['payee'] {
  const part = snapshot.payees?.find((payee) => payee.contributorId === contributorId);
  const isAuthor = issued.author === String(contributorId);
  const { payee } = snapshot;
  if (isAuthor) return { name: payee.civilName || payee.name, address: payee.address };
  if (part) return { name: part.name, address: part.address };
  throw new Error(`The payee ${contributorId} of a statement is not in what was kept with it.`);
}

export function ibanOf({ issued, snapshot }: CoveredStatement, contributorId: number): string | null {
  if (issued.author === String(contributorId)) return snapshot.payee.ibanLast4;
  return snapshot.payees?.find((payee) => payee.contributorId === contributorId)?.ibanLast4 ?? null;
}
