import type { Content } from 'pdfmake/interfaces';

import { isZero } from '../locale';
import { MEASURE, MUTED, WASH } from '../page';
import type { StockAccount } from './book-data';
import type { PayeePart, StatementData } from './statement-data';
import type { Voice } from './voice';

/** The whole statement in a few sentences, for a reader who reads nothing else. */
export function lead(data: StatementData, voice: Voice): Content {
  const parts = [...earned(data, voice), ...taken(data, voice), ...withheld(data, voice), ...paid(data, voice)];
  return { text: parts, style: 'lead', margin: [0, 12, 0, 10] };
}

/** What was printed and sold, and what it earned. */
function earned({ kind, books, account }: StatementData, voice: Voice): Content[] {
  const { words } = voice;
  const stocks = books.flatMap((book) => book.editions.flatMap(({ stock }) => (stock ? [stock] : [])));
  const count = (of: (stock: StockAccount) => number): number => stocks.reduce((sum, stock) => sum + of(stock), 0);
  const copies = words.leadCopies(
    voice.copies(count(({ printed }) => printed)),
    voice.copies(count(({ sold, returned }) => sold - returned)),
  );
  if (kind === 'printRun') return [words.leadEarnedOne, strong(voice.money(account.earned)), '. '];
  const opening = stocks.length > 0 ? [copies, words.leadEarnedThen] : [words.leadEarned];
  return [...opening, strong(voice.money(account.earned)), '. '];
}

/** What of it goes towards advances, or to the next statement. */
function taken({ account }: StatementData, voice: Voice): Content[] {
  const { words } = voice;
  const parts: Content[] = isZero(account.recouped) ? [] : recouped(account.recouped, voice);
  for (const { contract, amount } of account.setOff ?? []) parts.push(words.leadSetOff(voice.money(amount), contract));
  if (!isZero(account.carriedOut)) parts.push(`${words.leadCarried(voice.money(account.carriedOut))} `);
  return parts;
}

function withheld({ recap }: StatementData, voice: Voice): Content[] {
  if (!recap || isZero(recap.socialTotal)) return [];
  return [voice.words.leadWithheld(voice.money(recap.socialTotal))];
}

function paid(data: StatementData, voice: Voice): Content[] {
  const { recap, payment, payees } = data;
  const { words } = voice;
  if (!recap) return sharedOut(data, voice);
  if (isZero(recap.net) || payment.date === null) return [words.leadNothing];
  const sum = [strong(voice.money(recap.net)), ` ${words.leadOn} `, strong(voice.date(payment.date))];
  if (payees) return [words.leadPaidAll, ...sum, words.colon, share(payees, recap.net, voice), '.'];
  const means = words.byMeans[payment.means];
  const account = payment.account ? words.account(payment.account.replaceAll(' ', '\u00a0')) : '';
  const how = [means, account].filter((text) => text !== '').join(' ');
  return [words.leadPaid, ...sum, how === '' ? '.' : `, ${how}.`];
}

function share(payees: readonly PayeePart[], net: string, voice: Voice): string {
  return payees.map(({ name }) => voice.words.leadShare(voice.money(net), name)).join(', ');
}

/** Whose the gross is; what each is left with is not said here, since the others read it. */
function sharedOut({ account, payment, payees = [] }: StatementData, voice: Voice): Content[] {
  const { words } = voice;
  if (isZero(account.gross) || payment.date === null) return [words.leadNothing];
  const parts = (agents: boolean): string =>
    payees
      .filter(({ kind }) => (kind === 'agent') === agents)
      .map(({ name, gross }) => words.leadShare(voice.money(gross), name))
      .join(', ');
  const agents = parts(true);
  return [
    ...[words.leadShared, strong(voice.money(account.gross)), words.colon, parts(false), '. '],
    ...(agents === '' ? [] : [words.leadAgent(agents)]),
    ...[words.leadPaidAllOn, strong(voice.date(payment.date)), `. ${words.ownPages}`],
  ];
}

/** « à-valoir » is kept on one line: its hyphen is no place to break. */
function recouped(amount: string, voice: Voice): Content[] {
  const [verb = '', advance = '', end = ''] = voice.words.leadRecoup;
  return [strong(voice.money(amount)), verb, { text: advance, noWrap: true }, end];
}

/** Label, amount and what is said under it; the last is what is paid. */
function figures({ account, recap, payment }: StatementData, voice: Voice): [string, string, string][] {
  const { words } = voice;
  const when = payment.date === null ? '' : words.keyPaidOn(voice.date(payment.date));
  const earned: [string, string, string] = [words.keyEarned, account.earned, ''];
  if (!recap) return [earned, [words.keyGross, account.gross, when]];
  return [
    earned,
    [words.keyGross, account.gross, ''],
    [words.keyWithheld, recap.socialTotal, ''],
    [words.keyNet, recap.net, when],
  ];
}

/** Four figures, or the two that several share, on a tinted band: in black and white it stays a band, the figures stay ink. */
export function keyFigures(data: StatementData, voice: Voice, accent: string): Content {
  const cells = figures(data, voice);
  const last = cells.length - 1;
  return {
    layout: {
      hLineWidth: (line: number) => (line === 0 ? 1.2 : 0),
      hLineColor: () => accent,
      vLineWidth: () => 0,
      paddingTop: () => 7,
      paddingBottom: () => 6,
      paddingLeft: () => 10,
      paddingRight: () => 4,
      fillColor: () => WASH,
    },
    table: {
      widths: cells.map(() => (MEASURE - 14 * cells.length) / cells.length),
      body: [
        cells.map(([label, value, when], index) => ({
          stack: [
            { text: label, fontSize: 7.8, color: MUTED },
            {
              text: voice.money(value),
              fontSize: 15,
              bold: index === last,
              color: index === last ? accent : undefined,
            },
            { text: when, fontSize: 7.8, color: MUTED },
          ],
        })),
      ],
    },
  } as Content;
}

function strong(text: string): Content {
  return { text, bold: true };
}
