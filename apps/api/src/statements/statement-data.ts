import type { RoyaltyAccount, StatementBook, StatementData } from '@colophon/documents/statements';
import { Money } from '@colophon/domain/money';
import type { Adjustment } from '@colophon/domain/royalties';

import type { SnapshotEdition } from '../royalties';
import { clauseSentence } from './clause-sentence';
import { editionData } from './edition-data';
import { recapData } from './recap-data';
import type { StatementToPrint } from './statement-to-print';
import { roleWords, word, type Locale } from './words';

/** Puts the engine's result and the content kept with it into the words of the document; computes nothing new. */
export function statementData(statement: StatementToPrint, locale: Locale): StatementData {
  const { issued, snapshot } = statement;
  const { payee, contract } = snapshot;
  const byId = new Map(snapshot.book.editions.map((edition) => [String(edition.id), edition]));
  return {
    locale,
    kind: statement.kind,
    number: statement.number,
    createdAt: statement.createdAt,
    issuedOn: statement.issuedOn,
    period: { from: snapshot.periodFrom, to: snapshot.periodTo },
    house: { ...snapshot.house, ...(statement.logo ? { logo: statement.logo } : {}) },
    payee: {
      name: payee.civilName || payee.name,
      address: payee.address,
      ...(payee.siret ? { siret: payee.siret } : {}),
      ...(payee.vatNumber ? { vatNumber: payee.vatNumber } : {}),
      ...(payee.socialSecurityNumberLast2
        ? { socialSecurityNumber: `• •• •• •• ••• ••• ${payee.socialSecurityNumberLast2}` }
        : {}),
    },
    contributor: {
      name: payee.name,
      ...(payee.pseudonym ? { pseudonym: payee.pseudonym } : {}),
      role: payee.roles.map((role) => word(roleWords, locale, role)).join(', ') || word(roleWords, locale, 'other'),
    },
    contract: {
      reference: contract.reference,
      signedOn: contract.signedOn,
      clauses: contract.clauses.map((clause) => clauseSentence(clause, byId.get(clause.edition), locale)),
    },
    books: [bookData(statement, locale)],
    account: accountData(statement, byId, locale),
    collectiveManagement: [],
    recap: recapData(issued, snapshot),
    payment: {
      date: issued.outcome === 'paid' ? issued.paymentDate : null,
      means: 'transfer',
      ...(payee.ibanLast4 ? { account: `•••• •••• •••• ${payee.ibanLast4}` } : {}),
    },
  };
}

function bookData(statement: StatementToPrint, locale: Locale): StatementBook {
  const { book } = statement.snapshot;
  return {
    title: book.title,
    ...(book.subtitle ? { subtitle: book.subtitle } : {}),
    ...(book.byline ? { byline: book.byline } : {}),
    editions: book.editions.map((edition) => editionData(statement, edition, locale)),
    rightsSold: [],
    rightsTotal: '0.00',
    earned: statement.issued.earned,
  };
}

function accountData(
  statement: StatementToPrint,
  editions: ReadonlyMap<string, SnapshotEdition>,
  locale: Locale,
): RoyaltyAccount {
  const { issued, snapshot } = statement;
  const amount = (text: string) => Money.parse(text);
  const due = amount(issued.earned).plus(amount(issued.adjustments)).plus(amount(issued.carriedIn));
  return {
    earned: issued.earned,
    adjustments: issued.adjustmentLines.map((line) => adjustment(line, { statement, editions, locale })),
    adjustmentsTotal: issued.adjustments,
    carriedIn: issued.carriedIn,
    due: due.toString(),
    advances: snapshot.advances,
    unrecoupedBefore: amount(issued.unrecouped).plus(amount(issued.recouped)).toString(),
    recouped: issued.recouped,
    unrecouped: issued.unrecouped,
    ...(issued.writtenOff ? { writtenOff: issued.writtenOff } : {}),
    balance: due.minus(amount(issued.recouped)).toString(),
    ...(issued.paymentThreshold === '0.00' ? {} : { paymentThreshold: issued.paymentThreshold }),
    carriedOut: issued.carriedOut,
    gross: issued.gross,
  };
}

function adjustment(
  line: Adjustment,
  given: { statement: StatementToPrint; editions: ReadonlyMap<string, SnapshotEdition>; locale: Locale },
): RoyaltyAccount['adjustments'][number] {
  const { statement, editions, locale } = given;
  const edition = editions.get(line.edition);
  const run = edition?.runs.find((candidate) => candidate.id === line.run);
  const reasons = {
    fr: {
      corrected: 'quantité acceptée corrigée',
      priceCorrected: 'prix corrigé',
      termsCorrected: 'clause corrigée',
      tiersMoved: 'paliers décalés par un autre tirage',
    },
    en: {
      corrected: 'accepted quantity corrected',
      priceCorrected: 'price corrected',
      termsCorrected: 'clause corrected',
      tiersMoved: 'tiers moved by another run',
    },
  };
  return {
    book: statement.snapshot.book.title,
    ...(edition?.isbn13 ? { isbn: edition.isbn13 } : {}),
    origin: `${locale === 'fr' ? 'Tirage' : 'Print run'} ${run?.number ?? line.run}`,
    originStatement: statement.snapshot.statementNumbers[line.origin.statement - 1] ?? null,
    reason: reasons[locale][line.reason],
    before: line.before.amount,
    after: line.after.amount,
    amount: line.amount,
  };
}
