import type { Content, DynamicContent } from 'pdfmake/interfaces';

import type { House } from '../house';
import { formatDecimal, formatSiren, formatSiret, THIN, type Locale } from '../locale';
import { MARGINS, MEASURE } from './styles';
import { MUTED, RULE } from './palette';

/** The house's legal identity in one line of small type (Code de commerce R123-237, R123-238). */
export function legalIdentity(house: House, locale: Locale): string {
  const parts = [
    [house.legalName ?? house.name, ownership(house, locale)].filter(Boolean).join(', '),
    house.address.join(', '),
    house.siren && `SIREN\u00a0${formatSiren(house.siren)}`,
    house.siret && `SIRET\u00a0${formatSiret(house.siret)}`,
    house.rcsCity && house.siren && `RCS ${house.rcsCity}\u00a0${formatSiren(house.siren)}`,
    house.vatNumber && `${locale === 'fr' ? 'TVA intracommunautaire' : 'VAT no.'} ${house.vatNumber}`,
  ];
  return [...parts.filter(Boolean), ...(house.legalMentions ?? [])].join('  ·  ');
}

/** « SARL au capital de 8 000 € ». */
function ownership(house: House, locale: Locale): string {
  const { capital } = house;
  if (capital === undefined) return house.legalForm ?? '';
  const euros = locale === 'fr' ? `${formatDecimal(capital, locale)}${THIN}€` : `€${formatDecimal(capital, locale)}`;
  const words = locale === 'fr' ? `au capital de ${euros}` : `with a share capital of ${euros}`;
  return [house.legalForm, words].filter(Boolean).join(' ');
}

/** « page 2 sur 5 » at the right of the legal identity, above the bottom edge of each page. */
export function pageFoot(house: House, locale: Locale, reference: string): DynamicContent {
  const identity = legalIdentity(house, locale);
  return (page, pages) => ({
    margin: [MARGINS[0], 14, MARGINS[2], 0],
    stack: [
      rule(),
      {
        margin: [0, 6, 0, 0],
        columnGap: 18,
        columns: [
          { width: '*', text: identity, fontSize: 6.9, lineHeight: 1.05, color: MUTED },
          {
            width: 92,
            alignment: 'right',
            fontSize: 7.6,
            stack: [{ text: pageOf(page, pages, locale) }, { text: reference, color: MUTED }],
          },
        ],
      },
    ],
  });
}

/** From the second page on, what this paper is, for sheets that part company. */
export function runningHead(left: string, right: string): DynamicContent {
  return (page) =>
    page === 1
      ? null
      : {
          margin: [MARGINS[0], 26, MARGINS[2], 0],
          stack: [
            {
              columns: [
                { text: left, font: 'Serif', italics: true, fontSize: 8.4, color: MUTED },
                { text: right, alignment: 'right', fontSize: 7.8, color: MUTED },
              ],
              margin: [0, 0, 0, 4],
            },
            rule(),
          ],
        };
}

/** A hairline over the whole measure. */
export function rule(colour: string = RULE, width = 0.5): Content {
  return { canvas: [{ type: 'line', x1: 0, y1: 0, x2: MEASURE, y2: 0, lineWidth: width, lineColor: colour }] };
}

function pageOf(page: number, pages: number, locale: Locale): string {
  return locale === 'fr' ? `page ${page} sur ${pages}` : `page ${page} of ${pages}`;
}
