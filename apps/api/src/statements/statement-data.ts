import type { Payee, PayeePart, StatementBook, StatementData } from '@colophon/documents/statements';
import { Money } from '@colophon/domain/money';

import { accountData } from './account-data';
import { clauseSentence } from './clause-sentence';
import { editionData } from './edition-data';
import { licencesData, rightsData } from './income-data';
import { isShared, payeesData, plannedPayment, recapData } from './recap-data';
import type { StatementToPrint } from './statement-to-print';
import { roleWords, word, type Locale } from './words';

/** Puts the engine's result and the content kept with it into the words of the document; computes nothing new. */
export function statementData(statement: StatementToPrint, locale: Locale): StatementData {
  const { issued, snapshot } = statement;
  const { payee, contract } = snapshot;
  const payees = payeesData(issued, snapshot);
  const byId = new Map(snapshot.book.editions.map((edition) => [String(edition.id), edition]));
  return {
    locale,
    kind: statement.kind,
    number: statement.number,
    createdAt: statement.createdAt,
    issuedOn: statement.issuedOn,
    period: { from: snapshot.periodFrom, to: snapshot.periodTo },
    house: { ...snapshot.house, ...(statement.logo ? { logo: statement.logo } : {}) },
    payee: isShared(issued) ? everyPayee(payees ?? []) : addressee(statement),
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
    account: accountData(statement, locale),
    collectiveManagement: [],
    ...(isShared(issued) ? {} : { recap: recapData(issued, snapshot) }),
    ...(payees ? { payees } : {}),
    payment: plannedPayment(issued, snapshot),
  };
}

function bookData(statement: StatementToPrint, locale: Locale): StatementBook {
  const { book } = statement.snapshot;
  const rightsSold = rightsData(statement, locale);
  return {
    title: book.title,
    ...(book.subtitle ? { subtitle: book.subtitle } : {}),
    ...(book.byline ? { byline: book.byline } : {}),
    editions: book.editions.map((edition) => editionData(statement, edition, locale)),
    rightsSold,
    ...licencesData(statement, locale),
    rightsTotal: Money.sum(rightsSold.map(({ amount }) => Money.parse(amount))).toString(),
    earned: statement.issued.earned,
  };
}

/** All who share it read it: an address or a number of one of them is not the others' business. */
function everyPayee(payees: readonly PayeePart[]): Payee {
  return { name: payees.map(({ name }) => name).join(', '), address: [] };
}

/** The author, or whoever is paid first where the author is not among those who are. */
function addressee({ issued, snapshot }: StatementToPrint): Payee {
  const { payee, payees = [] } = snapshot;
  const paid = (issued.payees ?? []).filter(({ kind }) => kind !== 'agent');
  const first = payees.find(({ contributorId }) => String(contributorId) === paid[0]?.author);
  if (first && !paid.some(({ author }) => author === issued.author)) {
    return { name: first.name, address: first.address, ...(first.siret ? { siret: first.siret } : {}) };
  }
  return {
    name: payee.civilName || payee.name,
    address: payee.address,
    ...(payee.siret ? { siret: payee.siret } : {}),
    ...(payee.vatNumber ? { vatNumber: payee.vatNumber } : {}),
    ...(payee.socialSecurityNumberLast2
      ? { socialSecurityNumber: `• •• •• •• ••• ••• ${payee.socialSecurityNumberLast2}` }
      : {}),
  };
}
