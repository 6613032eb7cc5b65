import type { IsoInstant, Locale } from '../locale';
import { zipped } from './archive';
import type { Sheet } from './sheet';
import { SharedTexts, sheetXml } from './sheet-part';
import { stylesOf } from './styles-part';
import { escaped, RELATIONS, SPREADSHEET, XML_HEAD } from './xml';

export interface WorkbookIdentity {
  readonly title: string;
  readonly author: string;
  /** The only date in the file: the same sheets and identity give the same bytes. */
  readonly createdAt: IsoInstant;
  readonly locale: Locale;
  /** At the left of each printed page's head; the number of the document. */
  readonly pageHead: string;
}

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Characters that the name of a sheet may not have, and its longest length (Excel refuses the file otherwise). */
const REFUSED_NAME = /[[\]:*?/\\]|^'|'$|^$/;
const LONGEST_NAME = 31;

/**
 * Writes sheets as XLSX (ECMA-376, transitional). The parts are written as text: the cells are few kinds, known
 * beforehand, and a general library spends most of its time finding out which (docs/adr/0007-own-workbook-writer.md).
 * Throws where a name of a sheet is refused, or `createdAt` is no instant.
 */
export function writeWorkbook(sheets: readonly Sheet[], identity: WorkbookIdentity): Uint8Array {
  checkNames(sheets);
  const texts = new SharedTexts();
  const numbered = sheets.map((sheet, index) => ({ sheet, number: index + 1 }));
  const pages = numbered.map(({ sheet, number }) =>
    part(`xl/worksheets/sheet${number}.xml`, sheetXml(sheet, pageText(sheet, identity), texts)),
  );
  return zipped([
    part('[Content_Types].xml', contentTypes(sheets.length)),
    part('_rels/.rels', relations(PACKAGE_RELATIONS)),
    part('docProps/core.xml', coreProperties(identity)),
    part('xl/workbook.xml', workbookXml(sheets)),
    part('xl/_rels/workbook.xml.rels', relations(workbookRelations(sheets.length))),
    part('xl/styles.xml', stylesOf(identity.locale)),
    part('xl/sharedStrings.xml', texts.xml()),
    ...pages,
  ]);
}

function part(name: string, xml: string): { name: string; bytes: Uint8Array } {
  return { name, bytes: Buffer.from(xml) };
}

function checkNames(sheets: readonly Sheet[]): void {
  const names = sheets.map(({ name }) => name);
  const wrong = names.find((name) => REFUSED_NAME.test(name) || name.length > LONGEST_NAME);
  if (wrong !== undefined) throw new Error(`A spreadsheet refuses this name of a sheet: « ${wrong} ».`);
  const twice = names.find((name, index) => names.findIndex((other) => sameName(other, name)) !== index);
  if (twice !== undefined) throw new Error(`Two sheets have the name « ${twice} ».`);
}

function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** `&` begins a code in heads and feet of pages: doubled, it is itself. */
function pageText({ name }: Sheet, identity: WorkbookIdentity): { head: string; foot: string } {
  const plain = (value: string): string => value.replaceAll('&', '&&');
  const page = identity.locale === 'fr' ? 'page &P sur &N' : 'page &P of &N';
  return { head: `&L${plain(identity.pageHead)}&R${plain(name)}`, foot: `&L${plain(identity.author)}&R${page}` };
}

function workbookXml(sheets: readonly Sheet[]): string {
  const list = sheets.map(
    ({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const titles = sheets.flatMap(({ name, frozenRows }, index) =>
    frozenRows > 0
      ? [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escaped(`${quotedName(name)}!$1:$${frozenRows}`)}</definedName>`,
        ]
      : [],
  );
  const names = titles.length > 0 ? `<definedNames>${titles.join('')}</definedNames>` : '';
  // Results are in the file; a spreadsheet still checks them as it opens.
  return `${XML_HEAD}<workbook xmlns="${SPREADSHEET}" xmlns:r="${RELATIONS}"><bookViews><workbookView/></bookViews><sheets>${list.join('')}</sheets>${names}<calcPr calcId="171027" fullCalcOnLoad="1"/></workbook>`;
}

/** The name of a sheet as a formula has it. */
export function quotedName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

type Relation = readonly [type: string, target: string];

const PACKAGE_RELATIONS: readonly Relation[] = [
  [`${RELATIONS}/officeDocument`, 'xl/workbook.xml'],
  [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
];

function workbookRelations(sheets: number): Relation[] {
  return [
    ...Array.from({ length: sheets }, (_, index): Relation => [
      `${RELATIONS}/worksheet`,
      `worksheets/sheet${index + 1}.xml`,
    ]),
    [`${RELATIONS}/styles`, 'styles.xml'],
    [`${RELATIONS}/sharedStrings`, 'sharedStrings.xml'],
  ];
}

function relations(list: readonly Relation[]): string {
  const items = list.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

function contentTypes(sheets: number): string {
  const overrides: [string, string][] = [
    ['/xl/workbook.xml', `${MAIN}.sheet.main+xml`],
    ...Array.from({ length: sheets }, (_, index): [string, string] => [
      `/xl/worksheets/sheet${index + 1}.xml`,
      `${MAIN}.worksheet+xml`,
    ]),
    ['/xl/styles.xml', `${MAIN}.styles+xml`],
    ['/xl/sharedStrings.xml', `${MAIN}.sharedStrings+xml`],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ];
  const list = overrides.map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`);
  return (
    `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${list.join('')}</Types>`
  );
}

function coreProperties({ title, author, createdAt }: WorkbookIdentity): string {
  if (Number.isNaN(Date.parse(createdAt))) throw new Error(`createdAt is not an instant: ${createdAt}`);
  const when = (name: string): string =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${escaped(createdAt)}</dcterms:${name}>`;
  return (
    `${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"` +
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:creator>${escaped(author)}</dc:creator><cp:lastModifiedBy>${escaped(author)}</cp:lastModifiedBy>` +
    `${when('created')}${when('modified')}<dc:title>${escaped(title)}</dc:title></cp:coreProperties>`
  );
}
