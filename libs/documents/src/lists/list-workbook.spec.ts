import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import ExcelJS from 'exceljs';

import { writeListWorkbook } from './list-workbook';

async function* rows() {
  yield ['Éclipse', '12.50', '2026-06-30', 3, true];
  yield ['=1+1', null, null, null, false];
}

it('types its cells, so that a spreadsheet sums and sorts them', async () => {
  const output = new PassThrough();
  const columns = [
    { header: 'Titre', type: 'text' as const },
    { header: 'Prix', type: 'money' as const },
    { header: 'Parution', type: 'date' as const },
    { header: 'Nombre', type: 'integer' as const },
    { header: 'Archivé', type: 'boolean' as const },
  ];
  const [bytes] = await Promise.all([buffer(output), writeListWorkbook(output, { name: 'Œuvres', columns }, rows())]);

  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as never);
  const sheet = workbook.getWorksheet('Œuvres')!;
  expect(sheet.getRow(1).values).toEqual([undefined, 'Titre', 'Prix', 'Parution', 'Nombre', 'Archivé']);
  expect(sheet.getRow(2).values).toEqual([undefined, 'Éclipse', 12.5, new Date('2026-06-30T00:00:00Z'), 3, true]);
  expect(sheet.getRow(3).getCell(1).type).toBe(ExcelJS.ValueType.String);
  expect(sheet.getRow(2).getCell(2).numFmt).toBe('#,##0.00');
});
