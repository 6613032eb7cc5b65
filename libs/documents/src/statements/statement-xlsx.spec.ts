import { Workbook, type CellFormulaValue, type Worksheet } from 'exceljs';

import { addsUp } from '../locale';
import { aFullStatement } from './full-statement.fixture';
import { aRichStatement, aStatement } from './statement.fixture';
import type { StatementData } from './statement-data';
import { statementXlsx } from './statement-xlsx';

// Processes and threads are slow to start on a busy machine.
jest.setTimeout(60_000);

async function workbookOf(data: StatementData): Promise<Workbook> {
  const workbook = new Workbook();
  await workbook.xlsx.load(Buffer.from(await statementXlsx(data)) as unknown as ArrayBuffer);
  return workbook;
}

async function sheetOf(data: StatementData, name: string): Promise<Worksheet> {
  const sheet = (await workbookOf(data)).getWorksheet(name);
  if (!sheet) throw new Error(`No sheet ${name}`);
  return sheet;
}

/** The row whose cells contain this text. */
function rowWith(sheet: Worksheet, label: string): unknown[] {
  const row = sheet.getSheetValues().find((values) => Array.isArray(values) && values.includes(label));
  if (!Array.isArray(row)) throw new Error(`No row ${label}`);
  return row.slice(1);
}

function lastOf(row: unknown[]): CellFormulaValue {
  return row.at(-1) as CellFormulaValue;
}

describe('a statement as a workbook', () => {
  it('has a sheet for what it comes to and one for each of the eight chapters', async () => {
    expect((await workbookOf(aStatement())).worksheets.map((sheet) => sheet.name)).toEqual([
      'Synthèse',
      '1 Général',
      '2 Stock',
      '3 Imprimé',
      '4 Numérique',
      '5 Droits cédés',
      '6 Droits dus',
      '7 Gestion collective',
      '8 Récapitulatif',
    ]);
    expect((await workbookOf(aStatement({ locale: 'en' }))).worksheets.at(-1)?.name).toBe('8 Summary');
  });

  it('comes to the same cents as the engine, by formulas', async () => {
    const account = await sheetOf(aRichStatement(), '6 Droits dus');
    expect(lastOf(rowWith(account, 'Droits de la période'))).toEqual({
      formula: 'ROUND(SUM(F3:F4),2)',
      result: 3271.63,
    });
    expect(lastOf(rowWith(account, 'Ajustements de périodes passées')).result).toBe(-113.7);
    expect(lastOf(rowWith(account, 'Droits dus')).result).toBe(3203.41);
    expect(lastOf(rowWith(account, 'Brut à payer')).result).toBe(2123.2);
    const recap = await sheetOf(aRichStatement(), '8 Récapitulatif');
    expect(lastOf(rowWith(recap, 'Total des cotisations précomptées')).result).toBe(-340.36);
    expect(lastOf(rowWith(recap, 'Net à payer')).result).toBe(1799.83);
  });

  it('has formulas that give their own results when they are worked out', async () => {
    const recap = await sheetOf(aRichStatement(), '8 Récapitulatif');
    const formula = lastOf(rowWith(recap, 'Net à payer')).formula;
    const lines = [...formula.matchAll(/F(\d+)/g)].map((match) => Number(match[1]));
    expect(lines).toHaveLength(5);
    expect(
      addsUp(
        lines.map((line) => String(numberAt(recap, line))),
        '1799.83',
      ),
    ).toBe(true);
  });

  it('takes what a book earned from the sheets that show it', async () => {
    const account = await sheetOf(aRichStatement(), '6 Droits dus');
    const { formula, result } = lastOf(rowWith(account, 'Le Vent dans les saules'));
    expect(result).toBe(2564.07);
    expect(formula).toContain("SUMIF('3 Imprimé'!$A:$A,$A3,'3 Imprimé'!$S:$S)");
    const print = await sheetOf(aRichStatement(), '3 Imprimé');
    expect(print.getCell('S2').value).toBe('Droits de ce contrat');
    expect(print.getCell('S4').value).toEqual({ formula: 'ROUND(SUM(R3:R3),2)', result: 2123.2 });
    expect(print.getCell('S6').value).toBe(707.56);
    const digital = await sheetOf(aRichStatement(), '4 Numérique');
    expect(digital.getCell('I3').value).toEqual({ formula: 'ROUND(H3,2)', result: 140.87 });
    const rights = await sheetOf(aRichStatement(), '5 Droits cédés');
    expect(rights.getCell('O3').value).toEqual({ formula: 'ROUND(N3,2)', result: 300 });
  });

  it('balances the stock by a formula, with the gap and its reason', async () => {
    const stock = await sheetOf(aRichStatement(), '2 Stock');
    expect(stock.getCell('K4').value).toEqual({ formula: 'D4+E4-F4+G4-H4-I4+J4', result: 2270 });
    expect(stock.getCell('M4').value).toEqual({ formula: 'L4-K4', result: -8 });
    expect(stock.getCell('N4').value).toBe('carton égaré par le transporteur, déclaration en cours');
    // The reader leaves out a result of 0; it is in the file.
    expect(stock.getCell('M3').value).toEqual({ formula: 'L3-K3' });
  });

  it('writes copies, rates and dates as what they are', async () => {
    const print = await sheetOf(aRichStatement(), '3 Imprimé');
    expect(print.getCell('L3').value).toBe(2000);
    expect(print.getCell('P3').value).toBe(0.08);
    expect(print.getCell('P3').numFmt).toContain('%');
    expect(print.getCell('E3').value).toEqual(new Date('2026-02-03T00:00:00Z'));
    expect(print.getCell('O3').value).toEqual({ formula: 'ROUND(M3/(1+N3),2)', result: 13.27 });
  });

  it('says when there was neither digital income nor rights sold', async () => {
    expect((await sheetOf(aStatement(), '4 Numérique')).getCell('B3').value).toBe(
      'Aucune recette numérique sur la période.',
    );
    const rights = await sheetOf(aStatement(), '5 Droits cédés');
    expect(rights.getCell('B3').value).toBe('Aucune somme encaissée de cessionnaires sur la période.');
    expect(rights.getCell('B6').value).toBe('Aucune cession sur la période.');
  });

  it('of several payees says who shares the gross, and nothing of what is withheld from whom', async () => {
    const workbook = await workbookOf(aFullStatement());
    const recap = workbook.getWorksheet('8 Récapitulatif')!;
    expect(rowWith(recap, 'Yann Le Goff, ayant droit')).toEqual(['Yann Le Goff, ayant droit', , , 0.5, -100, 1000]);
    expect(lastOf(rowWith(recap, 'Total')).result).toBe(2000);
    const said = JSON.stringify(workbook.worksheets.map((sheet) => sheet.getSheetValues()));
    expect(said).not.toMatch(/Net à payer|précomptées|TVA retenue|Assurance vieillesse/);
  });

  it('is the same bytes for the same data', async () => {
    const once = Buffer.from(await statementXlsx(aRichStatement()));
    expect(once.equals(Buffer.from(await statementXlsx(aRichStatement())))).toBe(true);
  });

  it('is refused when it contradicts itself', async () => {
    const { account } = aStatement();
    await expect(statementXlsx(aStatement({ account: { ...account, due: '1.00' } }))).rejects.toThrow('due is 1.00');
  });
});

function numberAt(sheet: Worksheet, line: number): number {
  const { value } = sheet.getCell(`F${line}`);
  return typeof value === 'number' ? value : Number((value as CellFormulaValue).result);
}
