import type { Content } from 'pdfmake/interfaces';

import { formatIsbn, formatPeriod, formatSiret } from '../locale';
import { facts, legalIdentity, MUTED, table, twoLines, head } from '../page';
import type { StatementBook, StatementEdition } from './book-data';
import type { StatementData } from './statement-data';
import { heading, type Voice } from './voice';
import { chapterTitle } from './words';

/** Chapter 1: the parties, the contract, the books and their prices. */
export function generalChapter(data: StatementData, voice: Voice): Content[] {
  const { words } = voice;
  return [
    { ...(heading(chapterTitle('general', words), 'chapter', 0) as object), pageBreak: 'before' } as Content,
    facts(parties(data, voice), 110),
    { ul: [...data.contract.clauses], style: 'table', margin: [110, 2, 0, 8], markerColor: MUTED },
    editionsTable(data.books, voice),
  ];
}

function parties(data: StatementData, voice: Voice): [string, string | null | undefined][] {
  const { words } = voice;
  const { contributor, contract, payee } = data;
  const name = contributor.pseudonym
    ? `${contributor.name}, ${words.pseudonym(contributor.pseudonym)}`
    : contributor.name;
  const signed = contract.signedOn === null ? '' : `, ${words.signedOn(voice.date(contract.signedOn))}`;
  return [
    [words.publisher, legalIdentity(data.house, voice.locale)],
    [words.contributor, `${name} (${contributor.role})`],
    [words.payee, [payee.name, ...payee.address].join(', ')],
    [words.siret, payee.siret ? formatSiret(payee.siret) : null],
    [words.socialSecurity, payee.socialSecurityNumber],
    [words.period, formatPeriod(data.period, voice.locale)],
    [
      words.statementNumber,
      `${data.number ?? words.draftNumber}, ${words.issuedOn.toLowerCase()} ${voice.date(data.issuedOn)}`,
    ],
    [words.contractNumber, `${contract.reference}${signed}`],
  ];
}

function editionsTable(books: readonly StatementBook[], voice: Voice): Content {
  const { words } = voice;
  const rows = books.flatMap((book) =>
    book.editions.map((edition) => [
      twoLines({ text: book.title, style: 'work' }, [book.subtitle, book.byline].filter(Boolean).join(' · ')),
      twoLines(`${words.isbn}\u00a0${formatIsbn(edition.isbn)}`, identity(edition, voice)),
      { stack: prices(edition, voice) },
    ]),
  );
  return table([head(words.book), head(words.edition), head(words.prices)], rows, { widths: [142, 124, '*'] });
}

function identity(edition: StatementEdition, voice: Voice): string {
  const published = edition.publishedOn ? voice.words.published(voice.date(edition.publishedOn)) : '';
  return [edition.form, published].filter((text) => text !== '').join(', ');
}

function prices(edition: StatementEdition, voice: Voice): Content[] {
  return edition.prices.map((price) => ({
    text: voice.words.priceLine(
      voice.money(price.inclVat),
      voice.money(price.exclVat),
      voice.rate(price.vatRate),
      voice.date(price.from),
    ),
    style: 'small',
  }));
}
