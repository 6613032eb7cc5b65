import type { HttpTestingController } from '@angular/common/http/testing';
import type { InvoiceLineResponse, InvoiceQuote, InvoiceResponse, InvoiceRow } from '@colophon/api-client';
import { aSession, openAt, settle } from '../../platform/testing';
import { routes as pages } from './invoices.routes';

const routes = [
  { path: 'ventes/factures', children: pages },
  { path: 'ventes/points-de-vente/:id', children: [] },
];
const LIST = '/ventes/factures';
const seller = () => aSession({ permissions: ['sales.read', 'sales.write', 'sales.post', 'parties.read'] });

beforeEach(() => localStorage.clear());

function aLine(with_: Partial<InvoiceLineResponse> = {}): InvoiceLineResponse {
  return {
    ...{ id: 31, position: 1, editionId: 5, originLineId: null, isbn: '9782070612758' },
    ...{ description: 'Le Vent dans les saules', detail: 'Anna Kowalczyk', quantity: 10 },
    ...{ retailPriceInclVat: '14.00', unitPriceExclVat: null, discountRate: '35', vatRate: '5.5' },
    ...{ netUnitPriceExclVat: '8.625592', exactProduct: '18200/211', amountExclVat: '86.26' },
    ...{ copiesInStock: 40, copiesLeftToCredit: null },
    ...with_,
  };
}

const sums = {
  vat: [{ rate: '5.5', base: '86.26', amount: '4.74', exemption: null }],
  ...{ totalExclVat: '86.26', totalVat: '4.74', totalInclVat: '91.00', copies: 10 },
};

function aQuote(with_: Partial<InvoiceQuote> = {}): InvoiceQuote {
  const regime = 'domestic' as const;
  return {
    lines: [aLine({ id: 0 })],
    ...sums,
    supplyDate: '2026-11-22',
    dueDate: '2027-01-31',
    vatRegime: regime,
    warnings: [],
    ...with_,
  };
}

function anInvoice(with_: Partial<InvoiceResponse> = {}): InvoiceResponse {
  return {
    ...{ id: 12, version: 1, kind: 'invoice', status: 'draft', number: null },
    customer: { id: 7, name: 'Librairie Durance', kind: 'independent-bookshop', city: 'Nantes' },
    ...{ issueDate: null, supplyDate: null, dueDate: null, overdue: false, purchaseOrderNumber: null, note: null },
    ...{ discountReason: null, negativeStockReason: null, movesStock: true, vatRegime: 'domestic' },
    ...{ buyer: null, paymentTerms: null, lines: [aLine()], ...sums, leftInclVat: '91.00' },
    ...{ origin: null, creditNotes: [], warnings: [], hash: null, postedAt: null, postedBy: null },
    ...with_,
  };
}

const posted = (with_: Partial<InvoiceResponse> = {}) =>
  anInvoice({
    ...{ status: 'posted', number: 'FA2026-00042', version: 2, issueDate: '2026-11-22', dueDate: '2027-01-31' },
    lines: [aLine({ copiesLeftToCredit: 6 })],
    ...with_,
  });

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));
/** Longer than what the page waits for while somebody types. */
const PAUSE = 200;

describe('a new invoice', () => {
  it('is typed by keyboard alone: a code, Enter, a quantity, Enter; the API finds price and sums', async () => {
    const { harness, http, page } = await openNew();
    await scan(page, '978-2-07-061275-8', '10');
    await wait(PAUSE);
    await settle(harness);
    const asked = http.expectOne({ method: 'POST', url: '/api/invoices/quote' });
    expect(asked.request.body).toMatchObject({ pointOfSaleId: 7, lines: [{ isbn: '9782070612758', quantity: 10 }] });
    asked.flush(aQuote());
    await settle(harness);
    expect(page.querySelector('.line .serif')?.textContent).toContain('Le Vent dans les saules');
    expect(page.querySelector('co-invoice-totals')?.textContent).toContain('91,00');
    expect(field(page, 'Remise sur Le Vent dans les saules').placeholder).toBe('35');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('ISBN, code-barres ou titre');
  });

  it('adds to its line a book scanned again, and goes on when a scanner scans into the quantity', async () => {
    const { harness, page } = await openNew();
    await scan(page, '9782070612758', '2');
    await scan(page, '9782070612758', '9791091599504');
    const count = field(page, 'Quantité à ajouter');
    count.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    await settle(harness);
    const quantities = [...page.querySelectorAll<HTMLInputElement>('.line ui-quantity-input input')];
    expect(quantities.map((input) => input.value)).toEqual(['3', '1']);
  });

  it('says at the line what the API refuses of it, and saves nothing by itself', async () => {
    const { harness, http, page } = await openNew();
    await scan(page, '9782070612758', '1');
    await wait(PAUSE);
    await settle(harness);
    const detail = 'Aucune édition du catalogue ne porte le code 9782070612758.';
    http.expectOne('/api/invoices/quote').flush(
      {
        status: 422,
        code: 'validation',
        title: 'Refusé',
        errors: [{ pointer: '/lines/0/isbn', code: 'unknown-isbn', detail }],
      },
      { status: 422, statusText: 'Unprocessable' },
    );
    await settle(harness);
    expect(page.querySelector('.line .refusal')?.textContent).toContain(detail);
    http.expectNone({ method: 'POST', url: '/api/invoices' });
  });

  it('never takes a book of an older search when Enter comes before the answer', async () => {
    const { harness, http, page } = await openNew();
    const box = field(page, 'ISBN, code-barres ou titre');
    type(box, 'vent');
    await wait(PAUSE);
    await settle(harness);
    http.expectOne((sent) => sent.url === '/api/editions').flush(found(5, 'Le Vent dans les saules'));
    await settle(harness);
    type(box, 'malo');
    box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    await wait(PAUSE);
    await settle(harness);
    http.expectOne((sent) => sent.params.get('q') === 'malo').flush(found(6, 'L’Été à Saint-Malo'));
    await settle(harness);
    expect(box.value).toBe('L’Été à Saint-Malo');
  });
});

describe('its customer', () => {
  it('is the one searched for, even when Enter comes before the answer', async () => {
    const { harness, http, page } = await openAt(routes, `${LIST}/nouvelle`, seller());
    const box = page.querySelector<HTMLInputElement>('ui-picker input')!;
    box.click();
    await settle(harness);
    http
      .expectOne((sent) => sent.url === '/api/points-of-sale')
      .flush({ items: [{ id: 1, name: 'Le Merle moqueur' }] });
    await settle(harness);
    type(box, 'dur');
    box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    await settle(harness);
    expect(box.value).toBe('dur');
    await wait(PAUSE);
    await settle(harness);
    const asked = http.match((sent) => sent.params.get('q') === 'dur');
    asked.at(-1)?.flush({ items: [{ id: 7, name: 'Librairie Durance' }] });
    await settle(harness);
    expect(box.value).toBe('Librairie Durance');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('ISBN, code-barres ou titre');
  });
});

describe('a draft', () => {
  it('stands beside its preview, and is posted after saying what cannot be taken back, once', async () => {
    const { harness, http, page } = await openRecord(anInvoice());
    button(page, 'Émettre la facture').click();
    await settle(harness);
    expect(overlay().textContent).toContain('Elle ne pourra plus être modifiée ni supprimée');
    overlay().querySelector<HTMLFormElement>('form')?.requestSubmit();
    await settle(harness);
    const sent = http.expectOne({ method: 'POST', url: '/api/invoices/12/post' });
    expect(sent.request.body).toMatchObject({ issueDate: '2026-11-22', allowNegativeStock: false });
    expect(sent.request.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f]{32}-1$/);
    sent.flush(posted());
    await settle(harness);
    expect(page.querySelector('h1')?.textContent).toContain('Facture FA2026-00042');
    expect(page.querySelector('a[href="/api/invoices/12/xlsx"]')).not.toBeNull();
  });

  it('that the stock does not allow asks for a reason before it is posted', async () => {
    const warning = {
      code: 'stock-insufficient',
      detail: 'Il ne reste que 3 ex.',
      pointer: '/lines/0/quantity',
      blocking: true,
    };
    const { harness, http, page } = await openRecord(anInvoice({ warnings: [warning] }));
    button(page, 'Émettre la facture').click();
    await settle(harness);
    overlay().querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
    await settle(harness);
    overlay().querySelector<HTMLFormElement>('form')?.requestSubmit();
    await settle(harness);
    http.expectNone('/api/invoices/12/post');
    type(overlay().querySelector<HTMLInputElement>('form input[type=text]')!, 'Reçus demain');
    overlay().querySelector<HTMLFormElement>('form')?.requestSubmit();
    await settle(harness);
    const sent = http.expectOne('/api/invoices/12/post');
    expect(sent.request.body).toMatchObject({ allowNegativeStock: true, negativeStockReason: 'Reçus demain' });
  });

  it('that the house cannot issue yet says where to mend it', async () => {
    const { harness, http, page } = await openRecord(anInvoice());
    button(page, 'Émettre la facture').click();
    await settle(harness);
    overlay().querySelector<HTMLFormElement>('form')?.requestSubmit();
    await settle(harness);
    const errors = [{ pointer: '/house/siren', code: 'house-siren-missing', detail: 'Il manque le SIREN.' }];
    http
      .expectOne('/api/invoices/12/post')
      .flush(
        { status: 422, code: 'house-incomplete', title: 'Complétez la maison.', errors },
        { status: 422, statusText: '' },
      );
    await settle(harness);
    expect(overlay().textContent).toContain('Il manque le SIREN.');
    expect(overlay().querySelector('a[href="/reglages/maison"]')).not.toBeNull();
  });
});

describe('a posted invoice', () => {
  it('offers a credit note of the copies that are left, no more', async () => {
    const { harness, http, page } = await openRecord(posted());
    expect(page.textContent).not.toContain('Modifier');
    button(page, 'Créer un avoir').click();
    await settle(harness);
    expect(overlay().textContent).toContain('6 à créditer');
    const copies = overlay().querySelector<HTMLInputElement>('ui-quantity-input input')!;
    type(copies, '7');
    await settle(harness);
    button(overlay(), 'Émettre l’avoir').click();
    await settle(harness);
    http.expectNone('/api/invoices/12/credit-note');
    type(copies, '4');
    await settle(harness);
    button(overlay(), 'Émettre l’avoir').click();
    await settle(harness);
    const sent = http.expectOne('/api/invoices/12/credit-note');
    expect(sent.request.body).toEqual({
      post: true,
      copiesReturned: true,
      reason: null,
      lines: [{ lineId: 31, quantity: 4 }],
    });
  });

  it('shows who may only read neither posting nor credit', async () => {
    const { page } = await openRecord(posted(), aSession({ permissions: ['sales.read'] }));
    expect(page.textContent).not.toContain('Créer un avoir');
  });
});

describe('the list of invoices', () => {
  it('shows what is late and what a credit note takes off, and posts the drafts selected in one task', async () => {
    const { harness, http, page } = await openAt(routes, `${LIST}?overdue=true`, seller());
    const asked = http.expectOne((sent) => sent.url === '/api/invoices');
    expect(asked.request.params.get('overdue')).toBe('true');
    const rows = [
      aRow({ overdue: true }),
      aRow({ id: 9, kind: 'credit-note', number: 'AV2026-00001', originNumber: 'FA2026-00001' }),
    ];
    asked.flush({ items: rows, nextCursor: null, total: 2, totalIsCapped: false });
    await settle(harness);
    expect(page.querySelector('tbody')?.textContent).toContain('Échue');
    expect(page.querySelector('tbody')?.textContent).toContain('−91,00');
    page.querySelector<HTMLInputElement>('tbody input[type=checkbox]')?.click();
    await settle(harness);
    button(page, 'Émettre les projets sélectionnés').click();
    await settle(harness);
    button(overlay(), 'Émettre les projets sélectionnés').click();
    await settle(harness);
    const sent = http.expectOne('/api/invoices/batch-post');
    expect(sent.request.body).toEqual({ ids: [8] });
    sent.flush({ taskId: 77 });
    await settle(harness);
    expect(page.querySelector('ui-progress')).not.toBeNull();
    await wait(450);
    const refused = [{ id: 8, code: 'invoice-empty', detail: 'Ajoutez au moins une ligne.' }];
    const task = { id: 77, kind: 'invoices.batch-post', label: 'Émission', status: 'done', done: 1, total: 1 };
    http
      .match('/api/tasks/77')
      .forEach((each) => each.flush({ ...task, problem: null, result: { posted: 0, refused } }));
    await settle(harness);
    expect(page.querySelector('.notice')?.textContent).toContain('Ajoutez au moins une ligne.');
    expect(page.querySelector('.notice a')?.getAttribute('href')).toBe(`${LIST}/8`);
  });
});

function aRow(with_: Partial<InvoiceRow> = {}): InvoiceRow {
  return {
    ...{
      id: 8,
      kind: 'invoice',
      status: 'posted',
      number: 'FA2026-00001',
      pointOfSaleId: 7,
      customer: 'Librairie Durance',
    },
    ...{ city: 'Nantes', issueDate: '2026-01-10', dueDate: '2026-03-31', overdue: false, originNumber: null },
    ...{ totalExclVat: '86.26', totalInclVat: '91.00' },
    ...with_,
  };
}

const found = (id: number, title: string) => ({
  items: [{ id, title, isbn13: null, ean: null, retailPriceInclVat: '12.00' }],
});

async function openNew() {
  const opened = await openAt(routes, `${LIST}/nouvelle?client=7`, seller());
  opened.http.expectOne('/api/points-of-sale/7').flush({ id: 7, name: 'Librairie Durance' });
  await settle(opened.harness);
  return opened;
}

async function openRecord(record: InvoiceResponse, session = seller()) {
  const opened = await openAt(routes, `${LIST}/12`, session);
  opened.http.expectOne('/api/invoices/12').flush(record);
  await settle(opened.harness);
  quiet(opened.http);
  return opened;
}

/** The history and the preview are other components' stories. */
function quiet(http: HttpTestingController): void {
  http.match((sent) => sent.url.startsWith('/api/history')).forEach((sent) => sent.flush({ items: [] }));
  http.match((sent) => sent.url.endsWith('/pdf'));
}

const overlay = () => document.querySelector<HTMLElement>('.cdk-overlay-container')!;

function button(within: HTMLElement, name: string): HTMLButtonElement {
  const all = [...within.querySelectorAll<HTMLButtonElement>('button')];
  return all.find((each) => each.textContent?.trim().includes(name))!;
}

function field(page: HTMLElement, label: string): HTMLInputElement {
  return page.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`)!;
}

function type(input: HTMLInputElement, text: string): void {
  input.focus();
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

async function scan(page: HTMLElement, code: string, quantity: string): Promise<void> {
  const box = field(page, 'ISBN, code-barres ou titre');
  type(box, code);
  box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
  await wait(0);
  const count = field(page, 'Quantité à ajouter');
  type(count, quantity);
  count.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
  await wait(0);
}
