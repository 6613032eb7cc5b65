import { Rational } from '@colophon/domain/money';
import { Workbook } from 'exceljs';

import { workedOut } from '../xlsx/worked-out.fixture';
import { aFullStatement } from './full-statement.fixture';
import { aCrowdedStatement, aRichStatement, aStatement } from './statement.fixture';
import type { StatementData } from './statement-data';
import { statementXlsx } from './statement-xlsx';

async function workbookOf(data: StatementData): Promise<Workbook> {
  const workbook = new Workbook();
  await workbook.xlsx.load(Buffer.from(await statementXlsx(data)) as unknown as ArrayBuffer);
  return workbook;
}

/** To six decimals: a product without end is shown so; whatever is rounded to cents must be so exactly. */
const toSixDecimals = (value: Rational) => value.roundedHalfAwayFromZero(6);

const STATEMENTS: readonly [string, StatementData][] = [
  ['plain', aStatement()],
  ['rich', aRichStatement()],
  ['crowded', aCrowdedStatement()],
  ['of every basis, with payees', aFullStatement()],
  ['in English', aFullStatement({ locale: 'en' })],
  [
    'of one payee',
    aStatement({ payees: [{ name: 'Yann Le Goff', kind: 'rightsHolder', share: '100', gross: '2123.20' }] }),
  ],
];

describe.each(STATEMENTS)('the workbook of a statement: %s', (_, data) => {
  it('comes to its own results when every formula is worked out anew with exact numbers', async () => {
    const cells = workedOut(await workbookOf(data));
    expect(cells.length).toBeGreaterThan(25);
    const wrong = cells.filter(({ exact, said }) => !toSixDecimals(exact).equals(toSixDecimals(Rational.parse(said))));
    expect(
      wrong.map(({ cell, formula, exact, said }) => `${cell} ${formula} = ${exact.toExactText()}, said ${said}`),
    ).toEqual([]);
  });

  it('comes to the engine’s totals on its first sheet, through all the others', async () => {
    const workbook = await workbookOf(data);
    const [summary] = workbook.worksheets;
    const cells = new Map(workedOut(workbook).map(({ cell, exact }) => [cell, exact]));
    const amounts = new Map<string, string>();
    summary?.eachRow((row, line) => {
      const exact = cells.get(`${summary.name}!B${line}`);
      if (exact) amounts.set(String(row.getCell(1).value), exact.toExactText(2));
    });
    const { account, recap } = data;
    const words = data.locale === 'en' ? ENGLISH : FRENCH;
    expect(amounts.has(words.net)).toBe(recap !== undefined);
    expect(Object.fromEntries(amounts)).toMatchObject({
      [words.earned]: account.earned,
      [words.gross]: account.gross,
      ...(recap ? { [words.net]: recap.net } : {}),
    });
  });
});

const FRENCH = { earned: 'Droits de la période', gross: 'Brut à payer', net: 'Net à payer' };
const ENGLISH = { earned: 'Royalties of the period', gross: 'Gross payable', net: 'Net payable' };

describe('a formula', () => {
  it('stands for every amount that copies, prices, rates and other sheets give', async () => {
    const cells = new Map(workedOut(await workbookOf(aFullStatement())).map((one) => [one.cell, one]));
    expect(cells.get('3 Imprimé!O3')?.formula).toBe('ROUND(M3/(1+N3),2)');
    expect(cells.get('3 Imprimé!Q3')?.formula).toBe('L3*O3*P3');
    expect(cells.get('3 Imprimé!R3')?.formula).toBe('ROUND(Q3,2)');
    expect(cells.get('5 Droits cédés!L3')?.formula).toBe('ROUND(J3-K3,2)');
    expect(cells.get('5 Droits cédés!L4')?.formula).toBe('ROUND(H4-K4,2)');
    expect([...cells.values()].some(({ formula }) => formula.startsWith('ROUND(MAX(0,'))).toBe(true);
    const withheld = workedOut(await workbookOf(aRichStatement()));
    expect(withheld.some(({ formula }) => formula.startsWith('-ROUND('))).toBe(true);
  });

  it('is left out where it would come to another cent than the engine', async () => {
    const data = aFullStatement();
    const [book] = data.books;
    const [paper, file] = book!.editions;
    const [sale, abroad] = paper!.sales;
    const tier = { ...sale!.tiers[0]!, product: '721.885' };
    const odd = { ...paper!, sales: [{ ...sale!, tiers: [{ ...tier, copies: 681 }] }, abroad!] };
    const books = [{ ...book!, editions: [odd, file!] }];
    const workbook = await workbookOf({ ...data, books });
    const wrong = workedOut(workbook).filter(
      ({ exact, said }) => !toSixDecimals(exact).equals(toSixDecimals(Rational.parse(said))),
    );
    expect(wrong).toEqual([]);
  });
});

describe('working out', () => {
  it('finds a formula that does not give what is said', async () => {
    const workbook = new Workbook();
    const sheet = workbook.addWorksheet('A');
    sheet.getCell('A1').value = 10;
    sheet.getCell('A2').value = 13.27;
    sheet.getCell('A3').value = { formula: 'ROUND(A1*A2*0.65,2)', result: 86.25 };
    const [found] = workedOut(workbook);
    expect(found?.exact.toExactText(2)).toBe('86.26');
    expect(found?.said).toBe('86.25');
  });
});
