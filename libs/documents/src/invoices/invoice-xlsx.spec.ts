import { Workbook, type Worksheet } from 'exceljs';

import { aCreditNote, anInvoice } from './invoice.fixture';
import type { InvoiceData } from './invoice-data';
import { invoiceXlsx } from './invoice-xlsx';

// Processes and threads are slow to start on a busy machine.
jest.setTimeout(60_000);

async function sheetsOf(data: InvoiceData): Promise<{ lines: Worksheet; document: Worksheet }> {
  const workbook = new Workbook();
  await workbook.xlsx.load(Buffer.from(await invoiceXlsx(data)) as unknown as ArrayBuffer);
  const [lines, document] = workbook.worksheets;
  if (!lines || !document) throw new Error('The workbook lacks a sheet.');
  return { lines, document };
}

function valuesOf(sheet: Worksheet, line: number): unknown[] {
  return (sheet.getRow(line).values as unknown[]).slice(1);
}

describe('an invoice as a workbook', () => {
  it('has a line a line, typed', async () => {
    const { lines } = await sheetsOf(anInvoice());
    expect(lines.name).toBe('Lignes');
    expect(valuesOf(lines, 3)).toEqual([
      '978-2-07-061275-8',
      'Le Vent dans les saules · Anna Kowalczyk',
      10,
      14,
      0.35,
      8.625592,
      0.055,
      86.26,
    ]);
  });

  it('totals by formulas that carry the posted amounts', async () => {
    const { lines } = await sheetsOf(anInvoice());
    expect(lines.getCell('H6').value).toEqual({ formula: 'ROUND(SUM(H3:H5),2)', result: 140.73 });
    expect(lines.getCell('H9').value).toEqual({ formula: 'ROUND(SUM(H7:H8),2)', result: 10.28 });
    expect(lines.getCell('H10').value).toEqual({ formula: 'ROUND(H6+H9,2)', result: 151.01 });
  });

  it('repeats the mentions of the paper', async () => {
    const { document } = await sheetsOf(anInvoice());
    const said = document.getSheetValues().flat().join('\n');
    expect(said).toContain('SIREN');
    expect(said).toContain('Option pour le paiement de la taxe d’après les débits.');
    expect(said).toContain('livraison de biens');
    expect(document.getCell('B2').value).toEqual(new Date('2026-11-22T00:00:00Z'));
  });

  it('of a credit note names the invoice', async () => {
    const { document } = await sheetsOf(aCreditNote());
    expect(document.getSheetValues().flat().join('\n').replace(/\s/g, ' ')).toContain(
      'facture n° FA2026-00042 du 22 novembre 2026',
    );
  });

  it('keeps foreign names and drops what XML cannot hold', async () => {
    const { document } = await sheetsOf(anInvoice({ buyer: { name: '東京\u0001 & <Co>', address: ['x'] } }));
    expect(document.getSheetValues().flat().join('\n')).toContain('東京 & <Co>');
  });
});
