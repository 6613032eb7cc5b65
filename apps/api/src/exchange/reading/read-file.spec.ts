import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';

import { Problem } from '../../platform/problems/problem';
import { decodeText } from './decode-text';
import { readTables } from './read-file';

const french =
  'Titre;Prix\r\nL’été à la forêt — œuvres complètes;18,50 €\r\n«\u00a0Ça ira\u00a0», où naît la fête;12,00\r\n';

/** As a Macintosh writes it: the euro where the library still has the currency sign. */
const macRoman = (text: string): Buffer => iconv.encode(text.replaceAll('€', '¤'), 'macintosh');

const codeOf = async (bytes: Buffer): Promise<string> => {
  const error = await readTables(bytes).catch((thrown: unknown) => thrown);
  return error instanceof Problem ? error.code : `no problem: ${JSON.stringify(error)}`;
};

describe('the encoding of a text', () => {
  it.each([
    ['utf-8', Buffer.from(french)],
    ['utf-8', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(french)])],
    ['utf-16', iconv.encode(french, 'utf-16le', { addBOM: true })],
    ['utf-16', iconv.encode(french, 'utf-16be', { addBOM: true })],
    ['utf-16', iconv.encode(french, 'utf-16le', { addBOM: false })],
    ['windows-1252', iconv.encode(french, 'windows-1252')],
    ['mac-roman', macRoman(french)],
  ])('%s is found by the bytes, and every letter comes back', async (encoding, bytes) => {
    const [table] = await readTables(bytes);
    expect(table).toMatchObject({ encoding, delimiter: ';' });
    expect(table?.rows[1]).toEqual(['L’été à la forêt — œuvres complètes', '18,50 €']);
    expect(table?.rows[2]?.[0]).toBe('«\u00a0Ça ira\u00a0», où naît la fête');
  });

  it.each(['é', 'déjà', 'Noël', 'garçon', 'cœur', 'forêt', 'l’eau', 'Élodie Lefèvre', 'où', 'ÎLE D’YEU', 'maïs'])(
    'is told by a single word: %s',
    (word) => {
      for (const encoding of ['windows-1252', 'macintosh'] as const) {
        expect(decodeText(iconv.encode(word, encoding)).text).toBe(word);
      }
    },
  );

  it('is byte by byte what a Macintosh and a Windows wrote', () => {
    expect(decodeText(Buffer.from([0x45, 0x6d, 0x69, 0x6c, 0x8e])).text).toBe('Emilé');
    expect(decodeText(Buffer.from([0x6c, 0xd5, 0x8e, 0x74, 0x8e])).text).toBe('l’été');
    expect(decodeText(Buffer.from([0x6c, 0x92, 0xe9, 0x74, 0xe9])).text).toBe('l’été');
    expect(decodeText(Buffer.from([0x88, 0x20, 0x6c, 0x8f, 0x76, 0x72, 0x65])).text).toBe('à lèvre');
  });
});

describe('a delimited text', () => {
  it.each([
    [';', 'Titre;Prix\nA;18,50\nB;12,00\n'],
    [',', 'Titre,Prix\n"A, b",18.50\nB,12.00\n'],
    ['\t', 'Titre\tPrix\nA\t18,50\nB\t12,00\n'],
    [';', 'sep=;\nTitre;Prix\nA;1,5\n'],
    [';', 'Titre;Auteur;Prix\nA;"Dupont, Marie";18,50\nB;"Martin, Luc";12,00'],
  ])('is cut at %j', async (delimiter, text) => {
    const [table] = await readTables(Buffer.from(text));
    expect(table?.delimiter).toBe(delimiter);
    expect(table?.rows[0]?.[0]).toBe('Titre');
  });

  it('keeps line breaks inside of quotation marks, old Macintosh line ends, and drops empty rows at the end', async () => {
    const [quoted] = await readTables(Buffer.from('Titre;Résumé\nA;"Une ligne\nune autre"\n;\n;;\n\n'));
    expect(quoted?.rows).toEqual([
      ['Titre', 'Résumé'],
      ['A', 'Une ligne\nune autre'],
    ]);
    const [old] = await readTables(Buffer.from('Titre;Prix\rA;1\rB;2\r'));
    expect(old?.rows).toEqual([
      ['Titre', 'Prix'],
      ['A', '1'],
      ['B', '2'],
    ]);
  });
});

describe('a workbook', () => {
  const workbookOf = async (fill: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void): Promise<Buffer> => {
    const workbook = new ExcelJS.Workbook();
    fill(workbook.addWorksheet('Catalogue'), workbook);
    return Buffer.from(await workbook.xlsx.writeBuffer());
  };

  it('gives numbers, dates, percentages, formulas, links and rich texts as people see them', async () => {
    const bytes = await workbookOf((sheet) => {
      sheet.addRow([9782070612758, 0.1 + 0.2, new Date('2025-12-31'), true, { formula: 'A1', result: 12.5 }]);
      sheet.addRow([
        { richText: [{ text: 'Le ' }, { text: 'vent' }] },
        { text: 'site', hyperlink: 'https://example.org' },
      ]);
      sheet.getCell('F1').value = 0.055;
      sheet.getCell('F1').numFmt = '0.0%';
      sheet.getCell('G1').value = { error: '#N/A' };
    });
    const [table] = await readTables(bytes);
    expect(table?.sheet).toBe('Catalogue');
    expect(table?.rows).toEqual([
      ['9782070612758', '0.3', '2025-12-31', 'oui', '12.5', '5.5 %', '#N/A'],
      ['Le vent', 'site'],
    ]);
  });

  it('repeats what merged cells show, leaves hidden sheets and empty rows at the end', async () => {
    const bytes = await workbookOf((sheet, workbook) => {
      sheet.addRow(['Titre', 'Forme']);
      sheet.addRow(['Le vent', 'broché']);
      sheet.addRow([null, 'numérique']);
      sheet.mergeCells('A2:A3');
      sheet.getCell('A9').value = '';
      workbook.addWorksheet('Brouillon', { state: 'hidden' }).addRow(['x']);
    });
    const tables = await readTables(bytes);
    expect(tables).toHaveLength(1);
    expect(tables[0]?.rows).toEqual([
      ['Titre', 'Forme'],
      ['Le vent', 'broché'],
      ['Le vent', 'numérique'],
    ]);
  });
});

it.each([
  ['file-empty', Buffer.from('')],
  ['file-empty', Buffer.from('\n;;\n')],
  ['file-old-excel', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
  ['file-unreadable', Buffer.from('%PDF-1.7')],
  ['file-unreadable', Buffer.from('PK\x03\x04 not a workbook', 'latin1')],
  ['file-quotes', Buffer.from('Titre;Prix\nA;"ouvert\nB;1\n')],
])('says %s of a file that is so', async (code, bytes) => expect(await codeOf(bytes)).toBe(code));

describe('a workbook made to harm', () => {
  const bytesOf = async (range: string): Promise<Buffer> => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('Catalogue');
    sheet.addRow(['Titre', 'Prix']);
    sheet.mergeCells(range);
    return Buffer.from(await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } } as never));
  };

  it('is refused where a line of it stands for billions of cells', async () => {
    const written = (await bytesOf('WWA1000001:WWA1000002')).toString('latin1');
    const harmful = written.replace('ref="WWA1000001:WWA1000002"', 'ref="A1:XFD1048576"        ');
    expect(harmful).not.toBe(written);
    expect(await codeOf(Buffer.from(harmful, 'latin1'))).toBe('file-unreadable');
  });

  it('is refused where it unpacks to more than it says', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('Catalogue').addRow(['x'.repeat(10_000)]);
    const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
    const directory = bytes.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
    for (let at = directory; at >= 0; at = bytes.indexOf(Buffer.from('PK\x01\x02', 'latin1'), at + 1))
      bytes.writeUInt32LE(1, at + 24);
    expect(await codeOf(bytes)).toBe('file-unreadable');
  });
});
