import { readPdf } from '../../libs/documents/src/pdf/read-pdf.fixture';
import { isbn } from '../support/book';
import { booksBalance } from './balance';
import { dayOf, lastHalf, openHouse, paymentDayOf, thisHalf, today, type House } from './house';
import {
  accept,
  agree,
  closePeriod,
  closeRun,
  completeTheHouse,
  costOfAccepting,
  count,
  download,
  give,
  openShop,
  print,
  publish,
  pulp,
  sell,
  signUpAuthor,
  takeBack,
  type Book,
  type Invoice,
  type PrintRun,
  type Statement,
} from './steps';
import { amountsIn, cents } from './amounts';

let house: House;
let author: number;
let book: Book;
let run: PrintRun;
let runStatement: Statement;
let shop: number;
let invoice: Invoice;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.api.close());

/** Copies of the paperback in stock, as the story goes on. */
const balances = (copies: number) => booksBalance(house, { [book.paperback]: copies });

describe('the life of a book, each step on the one before', () => {
  it('begins with a house, an author, a title in two forms and a contract', async () => {
    await completeTheHouse(house);
    author = await signUpAuthor(house, 'Kerouredan');
    book = await publish(house, 'Les Vents contraires', author, [isbn(1), isbn(2)]);
    await agree(house, book, author, dayOf(lastHalf, 5));
    await balances(0);
  });

  it('is printed: nothing is due and nothing is in stock while the pallets are only delivered', async () => {
    run = await print(house, book.paperback, {
      copies: 2000,
      orderedOn: dayOf(lastHalf, 10),
      deliveredOn: dayOf(lastHalf, 38),
    });
    expect(run.status).toBe('delivered');
    await balances(0);
  });

  it('is accepted, at the cost that was said beforehand', async () => {
    const acceptance = { accepted: 2000, on: dayOf(lastHalf, 40) };
    // 2,000 copies less 22 set aside; 14.00 ÷ 1.055 = 13.27; 1,978 × 13.27 × 8 % = 2,099.84.
    expect(await costOfAccepting(house, run, acceptance)).toMatchObject({ total: '2099.84' });
    run = await accept(house, run, acceptance);
    await balances(2000);
  });

  it('pays its author at the run what the cost said, less what was on account', async () => {
    const statements = await closeRun(house, run, dayOf(lastHalf, 70));
    expect(statements).toEqual([
      expect.objectContaining({ earned: '2099.84', recouped: '1000.00', gross: '1099.84', adjustments: '0.00' }),
    ]);
    runStatement = statements[0]!;
    await balances(2000);
  });

  it('states it on paper and in a workbook, to the cent', async () => {
    const pdf = await download(house.accountant, `/api/statements/${runStatement.id}/pdf`);
    const { text } = readPdf(pdf);
    for (const words of [runStatement.number, 'Les Vents contraires', 'Kerouredan', '2 099,84 €', '1 099,84 €'])
      expect(text).toContain(words);
    expect(cents(text)).toContain(cents(runStatement.net)[0]);
    const workbook = await download(house.accountant, `/api/statements/${runStatement.id}/xlsx`);
    const amounts = await amountsIn(workbook);
    expect(amounts).toEqual(expect.arrayContaining([2099.84, 1099.84, Number(runStatement.net)]));
  });

  it('is sold to a bookshop, which sends some back', async () => {
    shop = await openShop(house);
    invoice = await sell(
      house,
      shop,
      [
        { editionId: book.paperback, quantity: 300 },
        { editionId: book.ebook, quantity: 60 },
      ],
      dayOf(lastHalf, 100),
    );
    await balances(1700);
    await takeBack(house, invoice, 40, dayOf(lastHalf, 130));
    await balances(1740);
  });

  it('is given, pulped and counted', async () => {
    const free = { editionId: book.paperback, on: dayOf(lastHalf, 131) };
    await give(house, { ...free, kind: 'author', quantity: 20 });
    await give(house, { ...free, kind: 'legal-deposit', quantity: 2 });
    await balances(1718);
    await pulp(house, { editionId: book.paperback, quantity: 10, on: dayOf(lastHalf, 140) });
    await balances(1708);
    const found = await count(house, { editionId: book.paperback, counted: 1703, on: dayOf(lastHalf, 150) });
    expect(found).toBe(-5);
    await balances(1703);
  });

  it('closes its half-year: the e-books sold are due, the run is not paid twice', async () => {
    const [statement, ...others] = await closePeriod(house, lastHalf, paymentDayOf(lastHalf));
    expect(others).toEqual([]);
    // 60 e-books at 8.99 ÷ 1.055 = 8.52: 60 × 8.52 × 12 % = 61.34.
    expect(statement).toMatchObject({ earned: '61.34', adjustments: '0.00', recouped: '0.00', gross: '61.34' });
    const { text } = readPdf(await download(house.accountant, `/api/statements/${statement!.id}/pdf`));
    for (const words of [statement!.number, '61,34 €', '1 703']) expect(text).toContain(words);
    await balances(1703);
  });

  it('takes a correction of the run after that as an adjustment of the next statement, beside a new run', async () => {
    const correction = {
      version: run.version,
      quantityAccepted: 1990,
      reason: 'Une caisse manquait',
      correctedOn: dayOf(thisHalf, 4),
    };
    await house.editorial.post(`/api/print-runs/${run.id}/correct`, correction).expect(200);
    await balances(1693);
    const on = dayOf(thisHalf, 6);
    const again = await print(house, book.paperback, { copies: 1500, orderedOn: on, deliveredOn: on });
    // 1,968 copies bear royalties now; of 1,478 more, 1,032 at 8 % (1,095.57) and 446 at 10 % (591.84).
    const cost = await costOfAccepting(house, again, { accepted: 1500, on });
    await accept(house, again, { accepted: 1500, on });
    await balances(3193);
    const [statement] = await closePeriod(house, thisHalf, paymentDayOf(thisHalf));
    expect(cost.total).toBe('1687.41');
    expect(statement).toMatchObject({ earned: '1687.41', adjustments: '-10.61', gross: '1676.80' });
  });

  it('never changes what was stated', async () => {
    const kept = (await house.reader.get(`/api/statements/${runStatement.id}`).expect(200)).body;
    expect(kept).toMatchObject({ number: runStatement.number, gross: '1099.84', net: runStatement.net });
    const run_ = await house.reader.get(`/api/print-runs/${run.id}`).expect(200);
    expect(run_.body).toMatchObject({ quantityAccepted: 1990, acceptedOn: dayOf(lastHalf, 40) });
  });

  it('gives back an invoice to the cent, in whatever parts it is credited', async () => {
    const whole = await sell(house, shop, [{ editionId: book.paperback, quantity: 7 }], today);
    await balances(3186);
    const notes = [await takeBack(house, whole, 3, today), await takeBack(house, whole, 4, today)];
    for (const total of ['totalExclVat', 'totalVat', 'totalInclVat'] as const) {
      const credited = notes.reduce((sum, note) => sum + cents(note[total])[0]!, 0n);
      expect(credited).toBe(cents(whole[total])[0]);
    }
    const left = await house.reader.get(`/api/invoices/${whole.id}`).expect(200);
    expect(left.body).toMatchObject({ leftInclVat: '0.00' });
    await house.sales
      .post(`/api/invoices/${whole.id}/credit-note`, { lines: [{ lineId: whole.lines[0]!.id, quantity: 1 }] })
      .expect(422);
    await balances(3193);
  });

  it('starts the numbers of its invoices again with the year of their date', async () => {
    const year = today.slice(0, 4);
    const { body } = await house.reader.get(`/api/invoices?from=${year}-01-01&sort=number`).expect(200);
    expect(body.items[0].number).toMatch(new RegExp(`^(AV|FA)${year}-00001$`));
  });

  it('prints its invoice with the totals that are booked', async () => {
    const { text } = readPdf(await download(house.sales, `/api/invoices/${invoice.id}/pdf`));
    expect(text).toContain(invoice.number);
    expect(cents(text)).toEqual(expect.arrayContaining(cents(`${invoice.totalExclVat} ${invoice.totalInclVat}`)));
    const amounts = await amountsIn(await download(house.sales, `/api/invoices/${invoice.id}/xlsx`));
    expect(amounts).toContain(Number(invoice.totalInclVat));
  });
});
