import { OverlayContainer } from '@angular/cdk/overlay';
import { TestBed } from '@angular/core/testing';
import type { PrintRunResponse } from '@colophon/api-client';
import { aSession, openAt, settle } from '../platform/testing';
import { routes as pages } from './print-runs.routes';

const routes = [{ path: 'fabrication/tirages', children: pages }];
const session = aSession({ permissions: ['print-runs.read', 'print-runs.write', 'print-runs.accept'] });

function aRun(with_: Partial<PrintRunResponse> = {}): PrintRunResponse {
  return {
    id: 5,
    version: 3,
    externalId: null,
    edition: { id: 12, workId: 9, title: 'Les marées', isbn13: '9782070612758', productForm: 'paperback' },
    number: 2,
    status: 'delivered',
    next: ['accepted', 'ordered'],
    printerName: 'Imprimerie du Trégor',
    plannedOn: null,
    orderedOn: '2026-10-01',
    deliveredOn: '2026-11-02',
    acceptedOn: null,
    quantityPlanned: 2000,
    quantityOrdered: 2000,
    quantityDelivered: 2040,
    quantityAccepted: null,
    unitCost: '2.345000',
    paper: null,
    label: null,
    notes: null,
    royaltiesAlreadyPaid: false,
    retailPriceInclVat: null,
    vatRate: null,
    exclusions: [],
    corrections: [],
    ...with_,
  };
}

const plain = (text: string | undefined) => (text ?? '').replaceAll(/[\u00a0\u202f]/g, ' ');
const overlay = () => TestBed.inject(OverlayContainer).getContainerElement();

function press(within: Element, text: string): void {
  const found = [...within.querySelectorAll('button')].find((one) => one.textContent.trim().startsWith(text));
  if (!found) throw new Error(`There is no button “${text}”`);
  found.click();
}

async function open(run: PrintRunResponse) {
  const opened = await openAt(routes, '/fabrication/tirages/5', session);
  opened.http.expectOne('/api/print-runs/5').flush(run);
  await settle(opened.harness);
  return opened;
}

describe('the page of a print run', () => {
  it('shows its steps and the act that comes next', async () => {
    const { page } = await open(aRun());
    expect(page.querySelectorAll('co-print-run-steps li.done')).toHaveLength(3);
    expect(plain(page.querySelector('co-print-run-steps')?.textContent)).toContain('2 040 ex.');
    expect([...page.querySelectorAll('.button.primary')].map((one) => one.textContent.trim())).toEqual(['Accepter']);
  });

  it('says what each contract keeps free of royalties, and leaves out what is none', async () => {
    const clause = { clauseId: 1, contractId: 4, reference: '2024-004', contributor: 'Anne Kerouredan' };
    const none = { authorCopies: 0, legalDeposit: 0, reviewCopies: 0, reviewCopiesPercent: '0' };
    const exclusions = [
      { ...clause, ...none, authorCopies: 20, reviewCopiesPercent: '3' },
      { ...clause, ...none, clauseId: 2 },
    ];
    const { page } = await open(aRun({ status: 'accepted', retailPriceInclVat: '14.00', vatRate: '5.5', exclusions }));
    expect(plain(page.textContent)).toContain('2024-004 : hors droits, 20 d’auteur, 3 % du tirage pour la presse');
    expect(plain(page.textContent)).toContain('2024-004 : aucun exemplaire hors droits');
  });

  it('leads to the one page where a run is accepted, with what it costs', async () => {
    const { page } = await open(aRun());
    const links = [...page.querySelectorAll<HTMLAnchorElement>('a[href="/droits/tirages/5/accepter"]')];
    expect(links.map((one) => one.textContent.trim())).toEqual(['Accepter']);
  });

  it('takes a run one step further: when, and how many copies', async () => {
    const { harness, http, page } = await open(aRun({ status: 'ordered', next: ['delivered'], deliveredOn: null }));
    press(page, 'Noter la livraison');
    await settle(harness);
    overlay().querySelector<HTMLFormElement>('form')?.requestSubmit();
    await settle(harness);
    const sent = http.expectOne({ method: 'POST', url: '/api/print-runs/5/deliver' });
    expect(sent.request.body).toEqual({ version: 3, deliveredOn: '2026-11-22', quantityDelivered: 2000 });
  });

  it('corrects an accepted run with a reason, and offers to override only when the stock is short', async () => {
    const run = aRun({ status: 'accepted', next: [], acceptedOn: '2026-11-03', quantityAccepted: 2040 });
    const { harness, http, page } = await open(run);
    press(page, 'Corriger la quantité');
    await settle(harness);
    overlay().querySelector<HTMLFormElement>('form')?.requestSubmit();
    await settle(harness);
    http.expectNone('/api/print-runs/5/correct');
    const reason = overlay().querySelector<HTMLInputElement>('input[type=text]')!;
    reason.value = 'Une palette manquait';
    reason.dispatchEvent(new Event('input', { bubbles: true }));
    await settle(harness);
    expect(overlay().querySelector('input[type=checkbox]')).toBeNull();
    overlay().querySelector<HTMLFormElement>('form')?.requestSubmit();
    await settle(harness);
    const problem = { status: 409, code: 'stock-insufficient', title: 'Il ne reste que 3 ex.' };
    http
      .expectOne({ method: 'POST', url: '/api/print-runs/5/correct' })
      .flush(problem, { status: 409, statusText: 'Conflict' });
    await settle(harness);
    expect(overlay().textContent).toContain('Il ne reste que 3 ex.');
    expect(overlay().querySelector('input[type=checkbox]')).not.toBeNull();
  });

  it('offers nothing to whoever may only read', async () => {
    const readOnly = aSession({ permissions: ['print-runs.read'] });
    const { harness, http, page } = await openAt(routes, '/fabrication/tirages/5', readOnly);
    http.expectOne('/api/print-runs/5').flush(aRun());
    await settle(harness);
    expect([...page.querySelectorAll('.acts button')]).toEqual([]);
  });
});
