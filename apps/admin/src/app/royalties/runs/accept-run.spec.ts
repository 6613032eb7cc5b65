import type { PrintRunResponse } from '@colophon/api-client';
import { settle } from '../../platform/testing';
import { aState, anIssued } from '../explain/example';
import { openRecord, plain } from '../testing';

function aRun(with_: Partial<PrintRunResponse> = {}): PrintRunResponse {
  return {
    id: 9,
    version: 4,
    externalId: null,
    edition: { id: 4, workId: 1, title: 'Le Silence des marées', isbn13: null, productForm: 'paperback' },
    number: 2,
    status: 'delivered',
    next: ['accepted', 'ordered'],
    printerName: 'Imprimerie Floch',
    plannedOn: null,
    orderedOn: '2026-05-02',
    deliveredOn: '2026-07-10',
    acceptedOn: null,
    quantityPlanned: null,
    quantityOrdered: 2000,
    quantityDelivered: 2000,
    quantityAccepted: null,
    unitCost: '2.10',
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

beforeEach(() => localStorage.clear());

describe('the acceptance of a run', () => {
  it('says what it costs by contract, as the engine computed it, then accepts and offers to close', async () => {
    const { harness, http, page } = await openRecord('/droits/tirages/9/accepter', '/api/print-runs/9', aRun());
    await new Promise((done) => setTimeout(done, 250));
    await settle(harness);
    const asked = http.expectOne((sent) => sent.url === '/api/royalties/print-run-preview');
    expect(asked.request.params.get('accepted')).toBe('2000');
    expect(asked.request.params.get('acceptedOn')).toBe('2026-07-15');
    const runs = [{ ...anIssued().runs[0]!, state: aState() }];
    asked.flush({
      total: '2123.20',
      contracts: [{ contractId: 3, reference: 'C-1', contributorName: 'Anne Kerouredan', amount: '2123.20', runs }],
    });
    await settle(harness);
    expect(plain(page.querySelector('co-royalty-preview'))).toContain('2 000 ex. × 13,27 € × 8 % = 2 123,20 €');
    page.querySelector<HTMLFormElement>('form')?.requestSubmit();
    await settle(harness);
    const sent = http.expectOne({ method: 'POST', url: '/api/print-runs/9/accept' });
    expect(sent.request.body).toEqual({
      version: 4,
      acceptedOn: '2026-07-15',
      quantityAccepted: 2000,
      royaltiesAlreadyPaid: false,
    });
    sent.flush(aRun({ status: 'accepted', next: [], acceptedOn: '2026-07-15', quantityAccepted: 2000 }));
    await settle(harness);
    expect(page.querySelector('a[href*="/droits/clotures/nouvelle?tirage=9"]')?.textContent).toContain(
      'Clôturer ce tirage',
    );
  });

  it('says why the cost cannot be told, in the API’s words', async () => {
    const { harness, http, page } = await openRecord('/droits/tirages/9/accepter', '/api/print-runs/9', aRun());
    await new Promise((done) => setTimeout(done, 250));
    await settle(harness);
    const problem = { status: 422, code: 'no-price-on-date', title: 'Aucun prix', detail: 'Aucun prix à cette date.' };
    http
      .expectOne((sent) => sent.url === '/api/royalties/print-run-preview')
      .flush(problem, { status: 422, statusText: 'Unprocessable' });
    await settle(harness);
    expect(page.textContent).toContain('Aucun prix à cette date.');
  });
});
