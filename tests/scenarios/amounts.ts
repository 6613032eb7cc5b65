/** Reading amounts back from what people receive: whole cents from a text, numbers from a workbook. */
import ExcelJS from 'exceljs';

/** Every amount with two decimals in a text, in cents: `1 234,56 €`, `-10.61`. */
export function cents(text: string): bigint[] {
  const found = text.match(/[-−]?\d{1,3}(?: ?\d{3})*[.,]\d{2}(?!\d)/g) ?? [];
  return found.map((amount) => BigInt(amount.replace('−', '-').replace(/[ .,]/g, '')));
}

/** Every number of a workbook, the results of its formulas included. */
export async function amountsIn(bytes: Buffer): Promise<number[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  const numbers: number[] = [];
  workbook.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        const value = cell.result ?? cell.value;
        if (typeof value === 'number') numbers.push(value);
      }),
    ),
  );
  return numbers;
}
