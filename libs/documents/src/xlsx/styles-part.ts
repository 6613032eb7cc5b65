import type { Locale } from '../locale';
import type { SheetCell } from './cells';
import { escaped, SPREADSHEET, XML_HEAD } from './xml';

type Format = NonNullable<SheetCell['format']>;
type Look = NonNullable<SheetCell['look']>;

/** Separators follow the reader's own settings; the place of € follows the document's language. */
const FORMATS: Readonly<Record<Locale, Readonly<Record<Format, string>>>> = {
  fr: { money: '#,##0.00\\ [$€-40C]', price: '#,##0.00####', copies: '#,##0', rate: '0.00##\\ %', date: 'dd/mm/yyyy' },
  en: { money: '[$€-809]#,##0.00', price: '#,##0.00####', copies: '#,##0', rate: '0.00##%', date: 'dd/mm/yyyy' },
};

const FORMAT_NAMES = Object.keys(FORMATS.fr) as Format[];
/** The first number that a workbook may give to formats of its own (ECMA-376, 18.8.30). */
const FIRST_FORMAT = 164;

const FONTS = [
  { size: 11 },
  { size: 14, bold: true },
  { size: 10, bold: true },
  { size: 11, bold: true },
  { size: 10, italic: true, colour: 'FF5F5A52' },
] as const;

const RULE = '<color rgb="FF1D1B18"/>';
const BORDERS = [
  '<border><left/><right/><top/><bottom/><diagonal/></border>',
  `<border><left/><right/><top/><bottom style="thin">${RULE}</bottom><diagonal/></border>`,
  `<border><left/><right/><top style="thin">${RULE}</top><bottom/><diagonal/></border>`,
];

const FILLS =
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFF5F2EB"/><bgColor indexed="64"/></patternFill></fill></fills>';

/** Which of the fonts, fills and borders above a look takes, and how its text lies. */
const LOOKS: Readonly<Record<Look | 'plain', { font: number; fill: number; border: number; lie: string }>> = {
  plain: { font: 0, fill: 0, border: 0, lie: 'vertical="top"' },
  title: { font: 1, fill: 0, border: 0, lie: 'vertical="top"' },
  head: { font: 2, fill: 2, border: 1, lie: 'vertical="bottom" wrapText="1"' },
  strong: { font: 3, fill: 0, border: 2, lie: 'vertical="top"' },
  note: { font: 4, fill: 0, border: 0, lie: 'vertical="top"' },
  wrap: { font: 0, fill: 0, border: 0, lie: 'vertical="top" wrapText="1"' },
};

interface CellStyle {
  readonly look: Look | 'plain';
  readonly format: Format | 'none';
  readonly right: boolean;
}

/** Every style a cell of ours can have, told once: a cell then names its place in this list. */
const STYLES: readonly CellStyle[] = (Object.keys(LOOKS) as (Look | 'plain')[]).flatMap((look) => [
  ...(['none', ...FORMAT_NAMES] as const).map((format) => ({ look, format, right: isFigure(format) })),
  ...(look === 'head' ? [{ look, format: 'none' as const, right: true }] : []),
]);

const PLACES = new Map(STYLES.map(({ look, format, right }, place) => [`${look}/${format}/${right}`, place]));

/** The place of a cell's style; `right` for the head of a column of figures. */
export function styleOf(cell: SheetCell, right: boolean): number {
  const format = cell.format ?? 'none';
  return PLACES.get(`${cell.look ?? 'plain'}/${format}/${right || isFigure(format)}`) ?? 0;
}

export function isFigure(format: SheetCell['format'] | 'none'): boolean {
  return format !== undefined && format !== 'none' && format !== 'date';
}

const PARTS = { fr: stylesPart('fr'), en: stylesPart('en') };

/** `styles.xml`: the same for all workbooks of a language. */
export function stylesOf(locale: Locale): string {
  return PARTS[locale];
}

function stylesPart(locale: Locale): string {
  const formats = FORMAT_NAMES.map(
    (name, index) => `<numFmt numFmtId="${FIRST_FORMAT + index}" formatCode="${escaped(FORMATS[locale][name])}"/>`,
  );
  const fonts = FONTS.map((font) => fontXml(font));
  return (
    `${XML_HEAD}<styleSheet xmlns="${SPREADSHEET}">` +
    counted('numFmts', formats) +
    counted('fonts', fonts) +
    FILLS +
    counted('borders', BORDERS) +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    counted('cellXfs', STYLES.map(styleXml)) +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}

function fontXml(font: { size: number; bold?: boolean; italic?: boolean; colour?: string }): string {
  const marks = `${font.bold ? '<b/>' : ''}${font.italic ? '<i/>' : ''}`;
  const colour = font.colour ? `<color rgb="${font.colour}"/>` : '';
  return `<font>${marks}<sz val="${font.size}"/>${colour}<name val="Calibri"/><family val="2"/></font>`;
}

function styleXml({ look, format, right }: CellStyle): string {
  const { font, fill, border, lie } = LOOKS[look];
  const number = format === 'none' ? 0 : FIRST_FORMAT + FORMAT_NAMES.indexOf(format);
  const applied = 'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"';
  const side = right ? ' horizontal="right"' : '';
  return `<xf numFmtId="${number}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" ${applied}><alignment ${lie}${side}/></xf>`;
}

function counted(name: string, elements: readonly string[]): string {
  return `<${name} count="${elements.length}">${elements.join('')}</${name}>`;
}
