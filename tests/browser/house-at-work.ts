/** A house in the middle of its work, so that every list has a row and every record its page. */
import { isbn } from '../support/book';
import type { TestApi } from '../support/api';
import { dayOf, lastHalf, paymentDayOf, thisHalf, today, type House } from '../scenarios/house';
import {
  accept,
  agree,
  answered,
  closePeriod,
  completeTheHouse,
  give,
  openShop,
  print,
  publish,
  sell,
  signUpAuthor,
  takeBack,
} from '../scenarios/steps';

export async function aHouseAtWork(api: TestApi): Promise<House> {
  const house: House = {
    api,
    owner: await api.as('owner'),
    editorial: await api.as('editorial'),
    sales: await api.as('sales'),
    accountant: await api.as('accountant'),
    reader: await api.as('read-only'),
  };
  await completeTheHouse(house);
  await answered(house.editorial.post('/api/collections', { name: 'Rivages proches' }), 201);
  const author = await signUpAuthor(house, 'Kerouredan');
  const book = await publish(house, 'Les Vents contraires', author, [isbn(1), isbn(2)]);
  await agree(house, book, author, dayOf(lastHalf, 5));
  const printing = { copies: 2000, orderedOn: dayOf(lastHalf, 10), deliveredOn: dayOf(lastHalf, 38) };
  const run = await print(house, book.paperback, printing);
  await accept(house, run, { accepted: 2000, on: dayOf(lastHalf, 40) });
  const shop = await openShop(house);
  const lines = [
    { editionId: book.paperback, quantity: 300 },
    { editionId: book.ebook, quantity: 60 },
  ];
  const invoice = await sell(house, shop, lines, dayOf(lastHalf, 100));
  await takeBack(house, invoice, 40, dayOf(lastHalf, 130));
  await give(house, { editionId: book.paperback, kind: 'author', quantity: 20, on: dayOf(lastHalf, 131) });
  const receipt = {
    editionId: book.ebook,
    receivedOn: dayOf(lastHalf, 150),
    mode: 'unit',
    channel: 'Kobo',
    amount: '563.46',
  };
  await answered(house.accountant.post('/api/receipts', receipt), 201);
  const licence = { reference: 'CES-1', workId: book.workId, licensee: 'Kampa Verlag', right: 'translation' };
  const { id } = await answered(house.accountant.post('/api/rights-licences', licence), 201);
  const cashed = { cashedOn: dayOf(lastHalf, 150), gross: '1000.00', foreignTax: '50.00' };
  await answered(house.accountant.post(`/api/rights-licences/${id}/income`, cashed), 201);
  await closePeriod(house, lastHalf, paymentDayOf(lastHalf));
  await print(house, book.paperback, { copies: 1500, orderedOn: dayOf(thisHalf, 2), deliveredOn: dayOf(thisHalf, 3) });
  await sell(house, shop, [{ editionId: book.paperback, quantity: 12 }], today);
  const draft = { pointOfSaleId: shop, lines: [{ editionId: book.paperback, quantity: 5 }] };
  await answered(house.sales.post('/api/invoices', draft), 201);
  return house;
}
