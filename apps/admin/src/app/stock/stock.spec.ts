import { OverlayContainer } from '@angular/cdk/overlay';
import { TestBed } from '@angular/core/testing';
import type { EditionStockResponse, MovementRow } from '@colophon/api-client';
import { aSession, openAt, settle } from '../platform/testing';
import { routes as pages } from './stock.routes';

const routes = [{ path: 'stock', children: pages }];
const session = aSession({ permissions: ['stock.read', 'stock.write'] });

function aStock(with_: Partial<EditionStockResponse> = {}): EditionStockResponse {
  return {
    editionId: 12,
    title: 'Les marées',
    isbn13: '9782070612758',
    stock: 835,
    from: null,
    to: '2026-11-22',
    steps: [
      { kind: 'opening', copies: 0, stockAfter: 0 },
      { kind: 'printed', copies: 2000, stockAfter: 2000 },
      { kind: 'sold', copies: -1100, stockAfter: 900 },
      { kind: 'counted', copies: -65, stockAfter: 835 },
    ],
    computedClosing: 835,
    closing: 835,
    gap: 0,
    ...with_,
  };
}

function aMovement(with_: Partial<MovementRow> = {}): MovementRow {
  return {
    id: 40,
    movedOn: '2026-11-02',
    kind: 'free',
    freeKind: 'review',
    editionId: 12,
    title: 'Les marées',
    isbn13: '9782070612758',
    copies: -12,
    reason: 'Presse',
    channel: null,
    territory: null,
    actor: 'Hélène Marchand',
    printRunId: null,
    printRunNumber: null,
    invoiceId: null,
    invoiceNumber: null,
    correctsId: null,
    isFinal: false,
    ...with_,
  };
}

const pageOf = (items: MovementRow[]) => ({ items, nextCursor: null, total: items.length, totalIsCapped: false });
const plain = (text: string | undefined | null) => (text ?? '').replaceAll(/[\u00a0\u202f]/g, ' ');
const overlay = () => TestBed.inject(OverlayContainer).getContainerElement();

function press(within: Element, text: string): void {
  const found = [...within.querySelectorAll('button')].find((one) => one.textContent.trim().startsWith(text));
  if (!found) throw new Error(`There is no button “${text}”`);
  found.click();
}

function type(box: HTMLInputElement | null, text: string): void {
  if (!box) throw new Error('There is no such field');
  box.value = text;
  box.dispatchEvent(new Event('input', { bubbles: true }));
}

async function openCard(stock: EditionStockResponse, movements: MovementRow[] = [aMovement()]) {
  const opened = await openAt(routes, '/stock/titres/12', session);
  opened.http.expectOne((sent) => sent.url === '/api/editions/12/stock').flush(stock);
  await settle(opened.harness);
  opened.http.expectOne((sent) => sent.params.get('editionId') === '12').flush(pageOf(movements));
  await settle(opened.harness);
  return opened;
}

beforeEach(() => localStorage.clear());

describe('the stock card of an edition', () => {
  it('shows the equation line by line, with its signs', async () => {
    const { page } = await openCard(aStock());
    const equation = plain(page.querySelector('co-stock-equation')?.textContent);
    expect(equation).toMatch(/Imprimés\s*\+2 000/);
    expect(equation).toMatch(/Vendus\s*−1 100/);
    expect(equation).toMatch(/Stock de fin\s*835/);
    expect(equation).toContain('L’équation tombe juste.');
  });

  it('names the gap of an equation that does not balance', async () => {
    const { page } = await openCard(aStock({ closing: 830, gap: -5 }));
    expect(plain(page.querySelector('co-stock-equation [role=status]')?.textContent)).toMatch(/tombe pas juste.*−5/);
  });

  it('offers to undo what was typed here, and not what has a document', async () => {
    const printed = aMovement({
      id: 41,
      kind: 'printed',
      freeKind: null,
      printRunId: 3,
      printRunNumber: 1,
      isFinal: true,
    });
    const { page } = await openCard(aStock(), [aMovement(), printed]);
    const rows = [...page.querySelectorAll('tbody tr')].filter((row) => row.closest('ui-data-list'));
    expect(rows.map((row) => !!row.querySelector('.undo'))).toEqual([true, false]);
    expect(rows[1]?.querySelector('a[href="/fabrication/tirages/3"]')).not.toBeNull();
  });

  it('gives copies to somebody, and lets the stock become negative only once the API has said so', async () => {
    const { harness, http, page } = await openCard(aStock({ stock: 3 }));
    press(page, 'Donner des exemplaires');
    await settle(harness);
    type(overlay().querySelector('ui-quantity-input input'), '5');
    await settle(harness);
    expect(overlay().querySelector('input[type=checkbox]')).toBeNull();
    overlay().querySelector<HTMLFormElement>('form')?.requestSubmit();
    await settle(harness);
    const refused = http.expectOne({ method: 'POST', url: '/api/stock/free-copies' });
    expect(refused.request.body).toMatchObject({ editionId: 12, copies: 5, kind: 'author', override: false });
    const detail = 'Il ne reste que 3 ex.';
    const errors = [{ pointer: '/copies', code: 'stock-insufficient', detail }];
    const problem = { status: 409, code: 'stock-insufficient', title: detail, detail, errors };
    refused.flush(problem, { status: 409, statusText: 'Conflict' });
    await settle(harness);
    expect(overlay().textContent).toContain(detail);

    overlay().querySelector<HTMLInputElement>('input[type=checkbox]')!.click();
    type(overlay().querySelector('input[type=text]'), 'Salon, tirage pas encore saisi');
    await settle(harness);
    overlay().querySelector<HTMLFormElement>('form')?.requestSubmit();
    await settle(harness);
    const sent = http.expectOne({ method: 'POST', url: '/api/stock/free-copies' });
    expect(sent.request.body).toMatchObject({ override: true, reason: 'Salon, tirage pas encore saisi' });
  });
});

describe('the count sheet', () => {
  it('takes a title, a number by thumb, and tells the differences', async () => {
    const { harness, http, page } = await openAt(routes, '/stock/inventaire?edition=12', session);
    http.expectOne('/api/editions/12/stock').flush(aStock());
    await settle(harness);
    expect(page.textContent).not.toContain('835');
    const more = page.querySelector<HTMLButtonElement>('button[aria-label^="Un de plus"]');
    more?.click();
    more?.click();
    await settle(harness);
    page.querySelector<HTMLButtonElement>('button[aria-label^="Un de moins"]')?.click();
    await settle(harness);
    page.querySelector<HTMLFormElement>('form')?.requestSubmit();
    await settle(harness);
    const sent = http.expectOne({ method: 'POST', url: '/api/stock/counts' });
    expect(sent.request.body).toEqual({
      countedOn: '2026-11-22',
      reason: null,
      lines: [{ editionId: 12, counted: 1 }],
    });
    sent.flush({ lines: [{ editionId: 12, title: 'Les marées', booked: 835, counted: 1, difference: -834 }] });
    await settle(harness);
    expect(plain(harness.routeNativeElement?.textContent)).toMatch(/835\s*1\s*−834/);
  });

  it('sends nothing while a title has no number', async () => {
    const { harness, http, page } = await openAt(routes, '/stock/inventaire?edition=12', session);
    http.expectOne('/api/editions/12/stock').flush(aStock());
    await settle(harness);
    page.querySelector<HTMLFormElement>('form')?.requestSubmit();
    await settle(harness);
    http.expectNone('/api/stock/counts');
    expect(page.textContent).toContain('Un champ à corriger');
  });
});
