import type { Content } from 'pdfmake/interfaces';

import { printableData } from '../fonts';
import { formatLongDate } from '../locale';
import {
  accentOf,
  defaultStyle,
  facts,
  houseAddress,
  houseMark,
  logoImages,
  MARGINS,
  missingNote,
  pageFoot,
  runningHead,
  RULE,
  styles,
} from '../page';
import { renderPdf, type PdfContent } from '../pdf';
import type { CertificateData } from './certificate-data';
import { paidTable, reliefLines, withheldTable, type Desk } from './certificate-tables';
import { checkCertificate } from './check-certificate';
import { certificateWords } from './words';

const ADDRESSEE = 225;

/**
 * The certificate as PDF/A-3b. The same data gives the same bytes. Throws `Error` on data that contradicts itself.
 */
export async function certificatePdf(source: CertificateData): Promise<Uint8Array> {
  checkCertificate(source);
  const { data, missing } = printableData(source);
  const locale = data.locale ?? 'fr';
  const title = `${titleOf(data, { words: certificateWords(locale), locale })} ${data.number}`;
  return renderPdf(certificateDefinition(data, missing), {
    ...{ title, subject: `${title} – ${data.author.name}`, author: data.house.name },
    ...{ locale, createdAt: data.createdAt },
  });
}

/** The definition as data, for tests; `missing` is what `printableData` replaced. */
export function certificateDefinition(data: CertificateData, missing: readonly string[] = []): PdfContent {
  const locale = data.locale ?? 'fr';
  const desk = { words: certificateWords(locale), locale };
  return {
    content: [...headOf(data, desk), ...bodyOf(data, desk), signature(data, desk), ...missingNote(missing, locale)],
    images: logoImages(data.house),
    header: runningHead(data.house.name, `${titleOf(data, desk)} ${data.number}`),
    footer: pageFoot(data.house, locale, data.number),
    styles: styles(accentOf(data.house.accentColour)),
    defaultStyle,
    pageMargins: MARGINS,
    ...(data.voided ? { watermark: { text: 'X', font: 'Sans', color: RULE, opacity: 0.3, bold: true } } : {}),
  };
}

function titleOf({ of }: CertificateData, { words }: Desk): string {
  return of.kind === 'payment' ? words.title : words.yearTitle(of.year);
}

function headOf(data: CertificateData, desk: Desk): Content[] {
  const { words, locale } = desk;
  const { author, voided } = data;
  const addressee: Content[] = [
    { text: words.author.toUpperCase(), style: 'label', margin: [0, 0, 0, 3] },
    { text: author.name, bold: true, fontSize: 10.2 },
    ...(author.pseudonym ? [{ text: words.writesAs(author.pseudonym), style: 'small' } as Content] : []),
    { text: author.address.join('\n'), fontSize: 9.8, lineHeight: 1.03 },
  ];
  const payer: Content = { text: words.payer.toUpperCase(), style: 'label', margin: [0, 0, 0, 3] };
  return [
    {
      columns: [
        { width: '*', stack: [payer, houseMark(data.house), houseAddress(data.house)] },
        { width: ADDRESSEE, stack: addressee },
      ],
    },
    { text: titleOf(data, desk), style: 'title', margin: [0, 20, 0, 0] },
    { text: `${words.number}\u00a0${data.number}`, style: 'subtitle', margin: [0, 2, 0, 4] },
    ...(voided
      ? [
          {
            text: words.voided(formatLongDate(voided.on, locale), voided.reason),
            bold: true,
            margin: [0, 2, 0, 6],
          } as Content,
        ]
      : []),
    { text: words.law, style: 'note', margin: [0, 0, 0, 8] },
    identity(data, desk),
  ];
}

function identity(data: CertificateData, { words, locale }: Desk): Content {
  const { of, payer, author } = data;
  const when: [string, string] =
    of.kind === 'payment' ? [words.paidOn, formatLongDate(of.paidOn, locale)] : [words.year, String(of.year)];
  return {
    columnGap: 20,
    columns: [
      {
        width: '*',
        stack: [
          facts(
            [
              when,
              [words.activity, data.activity],
              [words.socialSecurity, author.socialSecurityNumber ?? words.unknown],
            ],
            104,
          ),
        ],
      },
      {
        width: ADDRESSEE,
        stack: [
          facts(
            [
              [words.collector, words.urssaf],
              [words.account, payer.urssafAccount ?? words.unknown],
              [words.issuedOn, formatLongDate(data.issuedOn, locale)],
            ],
            100,
          ),
        ],
      },
    ],
  };
}

function bodyOf(data: CertificateData, desk: Desk): Content[] {
  const { words } = desk;
  const chapter = (text: string): Content => ({ text, style: 'chapter', margin: [0, 14, 0, 2], headlineLevel: 1 });
  return [
    chapter(data.of.kind === 'payment' ? words.items : words.payments),
    paidTable(data, desk),
    chapter(words.contributions),
    withheldTable(data, desk),
    { text: words.rounding, style: 'note' },
    ...reliefLines(data, desk),
  ];
}

function signature({ payer, house, issuedOn }: CertificateData, { words, locale }: Desk): Content {
  const signatory = payer.signatory ?? words.theHouse(house.legalName ?? house.name);
  const place = payer.city ? words.at(payer.city) : words.done;
  return {
    unbreakable: true,
    margin: [0, 16, 0, 0],
    stack: [
      { text: words.certify(signatory, place, formatLongDate(issuedOn, locale)), bold: true },
      { text: words.keep, style: 'note', margin: [0, 6, 0, 0] },
    ],
  };
}
