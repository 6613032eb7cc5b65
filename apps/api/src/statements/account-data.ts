import type { RoyaltyAccount } from '@colophon/documents/statements';
import { Money } from '@colophon/domain/money';
import type { Adjustment, IssuedStatement, LineAdjustment, RoyaltyLine, SetOffTrace } from '@colophon/domain/royalties';

import type { SnapshotEdition } from '../royalties';
import { written } from './clause-sentence';
import type { StatementToPrint } from './statement-to-print';
import type { Locale } from './words';

/** Chapter 6: every figure the engine's; the sums of two of them that it does not tell are told exactly. */
export function accountData(statement: StatementToPrint, locale: Locale): RoyaltyAccount {
  const { issued, snapshot } = statement;
  const due = sum([issued.earned, issued.adjustments, issued.topUp ?? '0', issued.carriedIn]);
  const setOff = (issued.setOff ?? []).map((one) => setOffData(one, statement, locale));
  const recoupedBy = (issued.recoupedBy ?? []).map((one) => setOffData(one, statement, locale));
  const recouped = Money.parse(issued.recouped);
  const before = sum([issued.unrecouped, issued.recouped, ...recoupedBy.map(({ amount }) => amount)]);
  return {
    earned: issued.earned,
    adjustments: adjustmentsData(statement, locale),
    adjustmentsTotal: issued.adjustments,
    ...topUpData(issued),
    carriedIn: issued.carriedIn,
    due: due.toString(),
    advances: snapshot.advances,
    unrecoupedBefore: before.toString(),
    recouped: issued.recouped,
    ...(setOff.length > 0 ? { setOff } : {}),
    ...(recoupedBy.length > 0 ? { recoupedBy } : {}),
    unrecouped: issued.unrecouped,
    ...(issued.writtenOff ? { writtenOff: issued.writtenOff } : {}),
    balance: due
      .minus(recouped)
      .minus(sum(setOff.map(({ amount }) => amount)))
      .toString(),
    ...(issued.paymentThreshold === '0.00' ? {} : { paymentThreshold: issued.paymentThreshold }),
    carriedOut: issued.carriedOut,
    ...(issued.outcome === 'paid' ? {} : { carriedWhy: issued.outcome }),
    gross: issued.gross,
  };
}

function sum(amounts: readonly string[]): Money {
  return Money.sum(amounts.map((amount) => Money.parse(amount)));
}

/** Told where the guaranteed minimum was looked at and something was missing. */
function topUpData({ topUp, topUpTrace }: IssuedStatement): Pick<RoyaltyAccount, 'topUp'> {
  if (topUp === undefined || !topUpTrace || topUp === '0.00') return {};
  const { guaranteed, earned, before, amount } = topUpTrace;
  return { topUp: { guaranteed, earned, before, amount } };
}

function setOffData({ agreement, contract, amount }: SetOffTrace, { snapshot }: StatementToPrint, locale: Locale) {
  const signed = (snapshot.setOffs ?? []).find(({ agreementId }) => agreementId === agreement);
  const other = signed?.contracts.find(({ id }) => id === contract);
  const words = locale === 'fr' ? 'convention du' : 'agreement of';
  return {
    agreement: signed ? `${words} ${written(signed.signedOn, locale)}` : agreement,
    contract: other?.reference ?? contract,
    amount,
  };
}

const reasons = {
  fr: {
    corrected: 'quantité acceptée corrigée',
    tiersMoved: 'paliers décalés par un autre tirage',
    priceCorrected: 'prix public rectifié',
    termsCorrected: 'conditions du contrat rectifiées',
  },
  en: {
    corrected: 'accepted quantity corrected',
    tiersMoved: 'tiers moved by another run',
    priceCorrected: 'retail price corrected',
    termsCorrected: 'terms of the contract corrected',
  },
} as const;

const origins = {
  fr: {
    printed: 'Tirages',
    sold: 'Ventes',
    netReceipts: 'Recettes nettes',
    thirdParty: 'Droits cédés',
    flatFee: 'Forfait',
  },
  en: {
    printed: 'Print runs',
    sold: 'Sales',
    netReceipts: 'Net receipts',
    thirdParty: 'Rights sold',
    flatFee: 'Flat fee',
  },
} as const;

function adjustmentsData(statement: StatementToPrint, locale: Locale): RoyaltyAccount['adjustments'] {
  const { adjustmentLines, lineAdjustments = [] } = statement.issued;
  return [
    ...adjustmentLines.map((line) => ({
      ...common(line, statement, locale),
      origin: runName(line, statement, locale),
      before: line.before.amount,
      after: line.after.amount,
    })),
    ...lineAdjustments.map((line) => ({
      ...common(line, statement, locale),
      origin: origins[locale][(line.before[0] ?? line.after[0])?.kind ?? 'sold'],
      before: total(line.before),
      after: total(line.after),
    })),
  ];
}

function common(line: Adjustment | LineAdjustment, { snapshot }: StatementToPrint, locale: Locale) {
  const edition = editionOf(line.edition, snapshot.book.editions);
  return {
    book: snapshot.book.title,
    ...(edition?.isbn13 ? { isbn: edition.isbn13 } : {}),
    originStatement: snapshot.statementNumbers[line.origin.statement - 1] ?? null,
    reason: reasons[locale][line.reason],
    amount: line.amount,
  };
}

function runName(line: Adjustment, { snapshot }: StatementToPrint, locale: Locale): string {
  const run = editionOf(line.edition, snapshot.book.editions)?.runs.find(({ id }) => id === line.run);
  return `${locale === 'fr' ? 'Tirage' : 'Print run'} ${run?.number ?? line.run}`;
}

function editionOf(id: string, editions: readonly SnapshotEdition[]): SnapshotEdition | undefined {
  return editions.find((edition) => String(edition.id) === id);
}

function total(lines: readonly RoyaltyLine[]): string {
  return sum(lines.map(({ amount }) => amount)).toString();
}
