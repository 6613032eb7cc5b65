import type { Content } from 'pdfmake/interfaces';

import { isZero } from '../locale';
import { MEASURE, MUTED, WASH } from '../page';
import type { StatementData } from './statement-data';
import type { Voice } from './voice';

/** The whole statement in two or three sentences, for a reader who reads nothing else. */
export function lead(data: StatementData, voice: Voice): Content {
  const { account } = data;
  const { words } = voice;
  const opening = data.kind === 'printRun' ? words.leadEarnedOne : words.leadEarned;
  const parts: Content[] = [opening, strong(voice.money(account.earned)), '. '];
  if (!isZero(account.recouped)) parts.push(...recouped(data, voice));
  if (!isZero(account.carriedOut)) parts.push(`${words.leadCarried(voice.money(account.carriedOut))} `);
  return { text: [...parts, ...paid(data, voice)], style: 'lead', margin: [0, 16, 0, 12] };
}

function paid(data: StatementData, voice: Voice): Content[] {
  const { recap, payment } = data;
  const { words } = voice;
  if (isZero(recap.net) || payment.date === null) return [words.leadNothing];
  const means = words.byMeans[payment.means];
  const account = payment.account ? words.account(payment.account.replaceAll(' ', '\u00a0')) : '';
  const how = [means, account].filter((text) => text !== '').join(' ');
  const day = strong(voice.date(payment.date));
  return [words.leadPaid, strong(voice.money(recap.net)), ` ${words.leadOn} `, day, how === '' ? '.' : `, ${how}.`];
}

/** « à-valoir » is kept on one line: its hyphen is no place to break. */
function recouped(data: StatementData, voice: Voice): Content[] {
  const [verb = '', advance = '', end = ''] = voice.words.leadRecoup;
  return [strong(voice.money(data.account.recouped)), verb, { text: advance, noWrap: true }, end];
}

/** Four figures on a tinted band: in black and white it stays a band, the figures stay ink. */
export function keyFigures(data: StatementData, voice: Voice, accent: string): Content {
  const { account, recap, payment } = data;
  const { words } = voice;
  const cells = [
    [words.keyEarned, account.earned, ''],
    [words.keyGross, account.gross, ''],
    [words.keyWithheld, recap.socialTotal, ''],
    [words.keyNet, recap.net, payment.date === null ? '' : words.keyPaidOn(voice.date(payment.date))],
  ] as const;
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
