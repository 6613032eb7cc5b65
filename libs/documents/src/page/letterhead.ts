import type { Content } from 'pdfmake/interfaces';

import type { House, Logo } from '../house';
import { MUTED } from './palette';

const LOGO_BOX: [number, number] = [170, 54];

/** The house's face at the head of page one: its logo, or its name set as on a title page. */
export function houseMark(house: House): Content {
  const picture = house.logo ? logoContent(house.logo) : null;
  return picture ?? { text: house.name, font: 'Serif', fontSize: 17, bold: true, lineHeight: 1.05 };
}

/** Address and ways to reach the house, small, under its mark. */
export function houseAddress(house: House): Content {
  const reach = [house.phone, house.email, house.website].filter((text) => text !== undefined && text !== '');
  const named = house.logo && !isEmpty(house.logo) ? [house.name] : [];
  const lines = [...named, ...house.address, ...(reach.length > 0 ? [reach.join('  ·  ')] : [])];
  return { text: lines.join('\n'), style: 'small', color: MUTED, margin: [0, 6, 0, 0] };
}

/** Pictures that a definition names, as data URLs: nothing is read from disk or network. */
export function logoImages(house: House): Record<string, string> {
  const { logo } = house;
  if (!logo || logo.kind === 'svg' || isEmpty(logo)) return {};
  return { logo: `data:image/${logo.kind};base64,${Buffer.from(logo.bytes).toString('base64')}` };
}

function logoContent(logo: Logo): Content | null {
  if (isEmpty(logo)) return null;
  checkLogo(logo);
  return logo.kind === 'svg'
    ? ({ svg: logo.text, fit: LOGO_BOX, font: 'Sans' } as Content)
    : { image: 'logo', fit: LOGO_BOX };
}

function isEmpty(logo: Logo): boolean {
  return logo.kind === 'svg' ? logo.text.trim() === '' : logo.bytes.length === 0;
}

/**
 * Refuses a logo that is not what it says, or an SVG that reaches out of itself (script, foreign content, a link to a
 * file or an address). Throws `Error` with the reason; ask when the house uploads it.
 */
export function checkLogo(logo: Logo): void {
  if (logo.kind === 'svg') return checkSvg(logo.text);
  const start = Buffer.from(logo.bytes.subarray(0, 4)).toString('hex');
  const expected = logo.kind === 'png' ? '89504e47' : 'ffd8ff';
  if (!start.startsWith(expected)) throw new Error(`The logo is not a ${logo.kind.toUpperCase()} picture.`);
}

function checkSvg(text: string): void {
  if (!/<svg[\s>]/i.test(text)) throw new Error('The logo is not an SVG drawing.');
  if (/<(script|foreignObject|image|iframe|!ENTITY|!DOCTYPE)/i.test(text)) {
    throw new Error('The SVG logo may hold neither script, embedded picture nor foreign content.');
  }
  if (/href\s*=\s*["'](?!#)/i.test(text) || /url\(\s*["']?(?!#)/i.test(text) || /@import/i.test(text)) {
    throw new Error('The SVG logo may not refer to another file.');
  }
}
