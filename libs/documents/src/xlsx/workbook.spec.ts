import { Workbook } from 'exceljs';

import { copiesCell, dateCell, headCell, moneyCell, moneyFormula, priceCell, rateCell, text } from './cells';
import { SheetRows, sumOf, type Sheet } from './sheet';
import { writeWorkbook, type WorkbookIdentity } from './workbook';

// Processes and threads are slow to start on a busy machine.
jest.setTimeout(60_000);

const IDENTITY: WorkbookIdentity = {
  title: 'Essai',
  author: 'A & B',
  createdAt: '2026-11-22T09:00:00Z',
  locale: 'fr',
  pageHead: 'Essai & erreur',
};

function aSheet(): Sheet {
  const sheet = new SheetRows();
  sheet.add(headCell('Titre'), headCell('Montant'));
  const first = sheet.add(text('Un'), moneyCell('0.10'));
  sheet.add(text('Deux'), moneyCell('0.20'));
  sheet.add(text('Total'), moneyFormula(sumOf('B', first, sheet.nextLine - 1), '0.30', 'strong'));
  sheet.add(
    rateCell('5.5'),
    rateCell('0.35'),
    rateCell('100'),
    copiesCell(12),
    priceCell('8.625592'),
    dateCell('2026-02-03'),
  );
  return { name: 'Feuille', widths: [20, 12], rows: sheet.rows, frozenRows: 1 };
}

async function readBack(bytes: Uint8Array): Promise<Workbook> {
  const workbook = new Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  return workbook;
}

describe('a workbook', () => {
  it('holds numbers, dates and formulas with their results', async () => {
    const sheet = (await readBack(await writeWorkbook([aSheet()], IDENTITY))).getWorksheet('Feuille');
    expect(sheet?.getCell('B4').value).toEqual({ formula: 'ROUND(SUM(B2:B3),2)', result: 0.3 });
    expect(sheet?.getCell('B4').numFmt).toBe('#,##0.00 [$€-40C]');
    expect(['A5', 'B5', 'C5', 'D5', 'E5'].map((cell) => sheet?.getCell(cell).value)).toEqual([
      0.055, 0.0035, 1, 12, 8.625592,
    ]);
    expect(sheet?.getCell('F5').value).toEqual(new Date('2026-02-03T00:00:00Z'));
  });

  it('keeps its heads in sight, fits the width of the page and numbers the pages', async () => {
    const sheet = (await readBack(await writeWorkbook([aSheet()], IDENTITY))).getWorksheet('Feuille');
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet?.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 });
    expect(sheet?.headerFooter.oddHeader).toContain('Essai && erreur');
    expect(sheet?.headerFooter.oddFooter).toContain('page &P sur &N');
    expect(sheet?.getColumn(1).width).toBe(20);
    expect(sheet?.getCell('B1').alignment.horizontal).toBe('right');
  });

  it('is the same bytes for the same sheets at another time', async () => {
    const first = await writeWorkbook([aSheet()], IDENTITY);
    // Dates in a ZIP have a grain of two seconds.
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect(Buffer.from(await writeWorkbook([aSheet()], IDENTITY)).equals(Buffer.from(first))).toBe(true);
  });

  it('keeps any text as it is, and leaves out only what XML cannot hold', async () => {
    const words = ['  <A & "B">  ', "=1+1 n'est pas une formule", 'deux\nlignes', '𝔸 村 é', '_x0041_'];
    const rows = [...words.map((word) => [text(word)]), [text('rompu\u0000\ud800!')]];
    const sheet = { name: "L'été & <l'hiver>", widths: [20], rows, frozenRows: 1 };
    const read = (await readBack(writeWorkbook([sheet], IDENTITY))).worksheets[0];
    expect(read?.name).toBe("L'été & <l'hiver>");
    expect(words.map((_, index) => read?.getCell(`A${index + 1}`).value)).toEqual(words);
    expect(read?.getCell('A6').value).toBe('rompu!');
  });

  it('names columns beyond Z and cells that hold a zero', async () => {
    const row = Array.from({ length: 30 }, (_, index) => copiesCell(index));
    const read = (await readBack(writeWorkbook([{ name: 'A', widths: [], rows: [row], frozenRows: 0 }], IDENTITY)))
      .worksheets[0];
    expect(['A1', 'Z1', 'AA1', 'AD1'].map((cell) => read?.getCell(cell).value)).toEqual([0, 25, 26, 29]);
  });

  it.each(['', 'a/b', 'x'.repeat(32), "'a", 'A'])('refuses « %s » as the name of a second sheet', (name) => {
    const sheets = ['a', name].map((each) => ({ ...aSheet(), name: each }));
    expect(() => writeWorkbook(sheets, IDENTITY)).toThrow(/name/);
  });

  it('refuses an amount that a double could not hold', () => {
    expect(() => moneyCell('90071992547409931.01')).toThrow('Too large');
    expect(moneyCell('-9999999999999.99').value).toBe(-9999999999999.99);
  });

  it('puts a total of nothing at zero', () => {
    expect(sumOf('B', 3, 2)).toBe('0');
  });
});
