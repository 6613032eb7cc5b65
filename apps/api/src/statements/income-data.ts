import type { StatementBook, StatementEdition } from '@colophon/documents/statements';
import type { FlatFeeLine, ReceiptsLine } from '@colophon/domain/royalties';

import type { StatementToPrint } from './statement-to-print';
import { decimal } from './tier-data';
import { countryNames, rightWord, scopeWords, type Locale } from './words';

type Receipts = StatementEdition['digital'][number];
type Fee = NonNullable<StatementEdition['flatFees']>[number];
type Rights = StatementBook['rightsSold'][number];

const MODES = { unit: 'unitSales', subscription: 'subscription', library: 'library', other: 'other' } as const;

const unsaid = {
  fr: {
    receipts: 'Recettes nettes',
    fee: 'Forfait prévu au contrat',
    licensee: 'Cessionnaire non précisé',
    right: 'Droits cédés',
  },
  en: {
    receipts: 'Net receipts',
    fee: 'Flat fee of the contract',
    licensee: 'Licensee not stated',
    right: 'Rights sold',
  },
};

/** Net receipts of an edition, a line a clause and mode of exploitation. */
export function receiptsData(edition: string, statement: StatementToPrint, locale: Locale): Receipts[] {
  const own = statement.issued.lines.filter(
    (line): line is ReceiptsLine => line.kind === 'netReceipts' && line.edition === edition,
  );
  return own.map(({ mode, copies, receipts, rate, product, amount, lateReceipts, clause }): Receipts => {
    const scope = scopeWords(statement.snapshot.contract.clauses[clause] ?? {}, locale);
    const label = [mode === undefined ? unsaid[locale].receipts : '', scope].filter((text) => text !== '').join(', ');
    return {
      mode: MODES[mode ?? 'other'],
      ...(label === '' ? {} : { label }),
      ...(copies === undefined ? {} : { copies }),
      ...{ receipts, rate, product: decimal(product), amount },
      ...(lateReceipts === undefined ? {} : { lateReceipts }),
    };
  });
}

export function flatFeesData(edition: string, statement: StatementToPrint, locale: Locale): Fee[] {
  const own = statement.issued.lines.filter(
    (line): line is FlatFeeLine => line.kind === 'flatFee' && line.edition === edition,
  );
  return own.map(({ dueOn, amount, late }) => ({
    ...{ label: unsaid[locale].fee, dueOn, amount },
    ...(late ? { late } : {}),
  }));
}

/** What licensees paid, an income a line; what is known by its sum alone is told as such. */
export function rightsData(statement: StatementToPrint, locale: Locale): Rights[] {
  const own = statement.issued.lines.filter((line): line is ReceiptsLine => line.kind === 'thirdParty');
  return own.map((line) => rightsSale(line, statement, locale));
}

function rightsSale(line: ReceiptsLine, { issued, snapshot }: StatementToPrint, locale: Locale): Rights {
  const { income, receipts: base, rate, product, amount } = line;
  const words = unsaid[locale];
  const right = income?.right ?? snapshot.contract.clauses[line.clause]?.right;
  const { gross = base, foreignTax = '0.00', net = base, agentFee = '0.00', on = 'net' } = income ?? {};
  return {
    licensee: income?.licensee ?? words.licensee,
    right: right === undefined ? words.right : rightWord(locale, right),
    ...(income?.territory === undefined ? {} : { territory: countryNames([income.territory], locale) }),
    ...(income?.reference === undefined ? {} : { reference: income.reference }),
    date: income?.date ?? issued.date,
    ...{ gross, foreignTax, net, agentFee, on, base, rate, product: decimal(product), amount },
    ...(line.late ? { late: true } : {}),
  };
}

/** The list of rights sold in the period (CPI L132-17-3); unknown where the statement was kept before it was told. */
export function licencesData({ snapshot }: StatementToPrint, locale: Locale): Pick<StatementBook, 'licences'> {
  if (!snapshot.licences) return {};
  const licences = snapshot.licences.map(({ licensee, right, territories, signedOn }) => ({
    licensee,
    right: rightWord(locale, right),
    ...(territories.length === 0 ? {} : { territory: countryNames(territories, locale) }),
    signedOn,
  }));
  return { licences };
}
