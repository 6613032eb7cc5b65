/** What the people of a house do, a function each; every answer is checked, so that a story fails where it goes wrong. */
import { yearOf, type CalendarDate } from '@colophon/domain/calendar';

import type { ApiClient } from '../support/api';
import { bytes } from '../support/bytes';
import type { HalfYear, House } from './house';

/** The body of an answer of that status; anything else fails with what the server said. */
export async function answered(request: ReturnType<ApiClient['get']>, status: number) {
  const answer = await request;
  if (answer.status !== status)
    throw new Error(`${request.method} ${request.url}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

export interface Book {
  readonly workId: number;
  readonly paperback: number;
  readonly ebook: number;
}

export interface PrintRun {
  readonly id: number;
  readonly version: number;
  readonly number: number;
  readonly status: string;
}

export interface Line {
  readonly editionId: number;
  readonly quantity: number;
}

export interface Invoice {
  readonly id: number;
  readonly number: string;
  readonly lines: { readonly id: number; readonly quantity: number; readonly copiesLeftToCredit: number | null }[];
  readonly totalExclVat: string;
  readonly totalVat: string;
  readonly totalInclVat: string;
}

export async function completeTheHouse({ accountant }: House): Promise<void> {
  const before = await answered(accountant.get('/api/house'), 200);
  const { logoFileId: _logo, ...kept } = before;
  const identity = {
    legalName: 'Éditions de la Berge',
    legalForm: 'SARL',
    shareCapital: '8000.00',
    siren: '732829320',
    siret: '73282932000074',
    vatNumber: 'FR44732829320',
    tradeRegisterCity: 'Rennes',
    address: { line1: '3, quai de la Prévalaye', postalCode: '35000', city: 'Rennes', country: 'FR' },
    iban: 'FR7630006000011234567890189',
    bic: 'AGRIFRPP',
  };
  await answered(accountant.put('/api/house', { ...kept, ...identity }), 200);
}

/** The law changes its rates each year: nobody can be paid in a year before the accountant has entered them. */
export async function enterRatesOf({ accountant }: House, year: number): Promise<void> {
  const { items } = (await answered(accountant.get('/api/withholding-rates'), 200)) as {
    items: { validFrom: string; [rate: string]: unknown }[];
  };
  if (items.some(({ validFrom }) => validFrom.startsWith(`${year}-`))) return;
  await answered(accountant.post('/api/withholding-rates/confirm-year', { year }), 201);
}

/** An author with a social and VAT profile; the accountant adds the account to pay. */
export async function signUpAuthor({ editorial, accountant }: House, lastName: string): Promise<number> {
  const author = {
    lastName,
    firstName: 'Anne',
    address: { line1: '8, rue des Tanneurs', postalCode: '56000', city: 'Vannes', country: 'FR' },
    taxProfiles: [{ validFrom: '2020-01-01', social: 'withheld', vat: 'withheld' }],
  };
  const { id, version } = await answered(editorial.post('/api/contributors', author), 201);
  const account = { iban: 'FR1420041010050500013M02606', bic: 'PSSTFRPPPAR' };
  await answered(accountant.put(`/api/contributors/${id}`, { ...author, ...account, version }), 200);
  return id;
}

/** A title in two forms: a paperback at 14.00 and its e-book at 8.99. */
export async function publish({ editorial }: House, title: string, authorId: number, isbns: string[]): Promise<Book> {
  const contributors = [{ contributorId: authorId, role: 'A01' }];
  const work = await answered(editorial.post('/api/works', { title, contributors }), 201);
  const edition = async (productForm: string, isbn13: string, price: string) => {
    const prices = [{ validFrom: '2020-01-01', retailPriceInclVat: price }];
    const body = { productForm, isbn13, availability: 'in-stock', prices };
    return (await answered(editorial.post(`/api/works/${work.id}/editions`, body), 201)).id as number;
  };
  const [paperback, ebook] = [
    await edition('paperback', isbns[0]!, '14.00'),
    await edition('e-book', isbns[1]!, '8.99'),
  ];
  return { workId: work.id, paperback, ebook };
}

/**
 * 8 % of the copies printed up to 3,000, then 10 %, twenty author's copies and two of legal deposit set aside from each
 * run; 12 % of the e-books sold; 1,000 euros on account.
 */
export async function agree({ editorial }: House, book: Book, authorId: number, paidOn: CalendarDate): Promise<number> {
  const contract = {
    reference: `C-${book.workId}`,
    status: 'active',
    contributorId: authorId,
    workId: book.workId,
    signedOn: '2024-05-02',
    startsOn: '2024-05-02',
    statementFrequency: 'half-yearly',
    minimumFirstRun: 500,
    clauses: [
      {
        editionId: book.paperback,
        basis: 'printed',
        tiers: [{ upTo: 3000, rate: '8' }, { rate: '10' }],
        excluded: { authorCopies: 20, legalDeposit: 2 },
      },
      { editionId: book.ebook, basis: 'sold', tiers: [{ rate: '12' }] },
    ],
    advances: [{ label: 'À la signature', paidOn, amount: '1000' }],
  };
  return (await answered(editorial.post('/api/contracts', contract), 201)).id;
}

export interface Printing {
  readonly copies: number;
  readonly orderedOn: CalendarDate;
  readonly deliveredOn: CalendarDate;
}

/** Planned, ordered, delivered: the pallets stand in the yard, nobody has counted them. */
export async function print({ editorial }: House, editionId: number, printing: Printing): Promise<PrintRun> {
  const { copies, orderedOn, deliveredOn } = printing;
  const plan = { editionId, quantityPlanned: copies, printerName: 'Imprimerie du Trégor', unitCost: '2.35' };
  const planned = await answered(editorial.post('/api/print-runs', plan), 201);
  const order = { version: planned.version, orderedOn };
  const ordered = await answered(editorial.post(`/api/print-runs/${planned.id}/order`, order), 200);
  const delivery = { version: ordered.version, deliveredOn };
  return await answered(editorial.post(`/api/print-runs/${planned.id}/deliver`, delivery), 200);
}

export interface Acceptance {
  readonly accepted: number;
  readonly on: CalendarDate;
}

/** What accepting would cost in royalties, before anybody commits to it. */
export async function costOfAccepting({ editorial }: House, run: PrintRun, { accepted, on }: Acceptance) {
  const query = `printRunId=${run.id}&accepted=${accepted}&acceptedOn=${on}`;
  return (await answered(editorial.get(`/api/royalties/print-run-preview?${query}`), 200)) as { total: string };
}

export async function accept({ editorial }: House, run: PrintRun, { accepted, on }: Acceptance): Promise<PrintRun> {
  const acceptance = { version: run.version, acceptedOn: on, quantityAccepted: accepted };
  return await answered(editorial.post(`/api/print-runs/${run.id}/accept`, acceptance), 200);
}

export interface Statement {
  readonly id: number;
  readonly number: string;
  readonly earned: string;
  readonly adjustments: string;
  readonly recouped: string;
  readonly carriedOut: string;
  readonly gross: string;
  readonly net: string;
}

type ClosingAsked = { readonly kind: 'period' | 'print-run'; readonly paymentDate: CalendarDate } & Record<
  string,
  unknown
>;

/** A draft, looked at, then closed for good. @returns its statements, by number */
async function closeFor(house: House, input: ClosingAsked): Promise<Statement[]> {
  await enterRatesOf(house, yearOf(input.paymentDate));
  const { accountant } = house;
  const draft = await answered(accountant.post('/api/closings', input), 201);
  await answered(accountant.post(`/api/closings/${draft.id}/close`), 200);
  return (await answered(accountant.get(`/api/statements?closingId=${draft.id}&sort=number`), 200)).items;
}

export const closeRun = (house: House, run: PrintRun, paymentDate: CalendarDate): Promise<Statement[]> =>
  closeFor(house, { kind: 'print-run', printRunId: run.id, paymentDate });

export const closePeriod = (house: House, half: HalfYear, paymentDate: CalendarDate): Promise<Statement[]> =>
  closeFor(house, { kind: 'period', periodFrom: half.from, periodTo: half.to, paymentDate });

export async function openShop({ sales }: House, name = 'Librairie de l’Îlot'): Promise<number> {
  const shop = {
    name,
    kind: 'independent-bookshop',
    tradeDiscountRate: '35',
    billingAddress: { line1: '2, rue du Four', postalCode: '35000', city: 'Rennes', country: 'FR' },
    paymentTermDays: 60,
    paymentTermKind: 'end-of-month',
  };
  return (await answered(sales.post('/api/points-of-sale', shop), 201)).id;
}

/** An invoice of that day, posted. */
export async function sell({ sales }: House, shop: number, lines: Line[], on: CalendarDate): Promise<Invoice> {
  const invoice = { pointOfSaleId: shop, supplyDate: on, lines };
  const draft = await answered(sales.post('/api/invoices', invoice), 201);
  return await answered(sales.post(`/api/invoices/${draft.id}/post`, { issueDate: on }), 200);
}

/** A credit note on the first line of an invoice, posted; the copies come back. */
export async function takeBack(
  { sales }: House,
  invoice: Invoice,
  quantity: number,
  on: CalendarDate,
): Promise<Invoice> {
  const lines = [{ lineId: invoice.lines[0]!.id, quantity }];
  const note = { lines, reason: 'Retour d’invendus', post: true, issueDate: on };
  return await answered(sales.post(`/api/invoices/${invoice.id}/credit-note`, note), 201);
}

export async function give({ editorial }: House, line: Line & { kind: string; on: CalendarDate }): Promise<void> {
  const { editionId, quantity: copies, kind, on: movedOn } = line;
  await answered(editorial.post('/api/stock/free-copies', { editionId, copies, kind, movedOn }), 201);
}

export async function pulp({ sales }: House, line: Line & { on: CalendarDate }): Promise<void> {
  const { editionId, quantity: copies, on: movedOn } = line;
  await answered(sales.post('/api/stock/pulping', { editionId, copies, movedOn, reason: 'Palette mouillée' }), 201);
}

/** The copies found on the shelves. @returns what was found less what was booked */
export async function count(
  { sales }: House,
  line: { editionId: number; counted: number; on: CalendarDate },
): Promise<number> {
  const { editionId, counted, on: countedOn } = line;
  const sheet = { countedOn, lines: [{ editionId, counted }] };
  return (await answered(sales.post('/api/stock/counts', sheet), 201)).lines[0].difference;
}

/** The bytes of a document, as a browser would save them. */
export async function download(person: ApiClient, path: string): Promise<Buffer> {
  const answer = await person.get(path).buffer(true).parse(bytes).expect(200);
  return answer.body;
}
