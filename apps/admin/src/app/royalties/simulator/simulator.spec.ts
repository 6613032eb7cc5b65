import type { ContractResponse, SimulatedOutcome, SimulationResponse } from '@colophon/api-client';
import { aSession, openAt, settle } from '../../platform/testing';
import { anIssued } from '../explain/example';
import { button, field, overlay, pageOf, plain, type } from '../testing';
import { blankTerms, requestOf, termsOf, type SimulatorDraft } from './simulation';
import { routes as pages } from './simulator.routes';

beforeEach(() => localStorage.clear());

const routes = [{ path: 'droits/simulateur', children: pages }];
const session = aSession({ permissions: ['royalties.read'], today: '2026-07-15' });

const draft = (with_: Partial<SimulatorDraft> = {}): SimulatorDraft => ({
  ...{
    origin: 'edition',
    editionId: 12,
    contractId: '3',
    retailPriceInclVat: '',
    run: 1000,
    sold: null,
    returned: null,
  },
  ...{ receipts: '', rightsIncome: '', date: '', terms: [], advance: '', social: 'withheld', ...with_ },
});

const clause = (with_: object = {}) => ({
  ...{ id: 7, editionId: 12, basis: 'printed', tiers: [{ upTo: 3000, rate: '8', amountPerCopy: null }], rate: null },
  ...{ from: null, until: null, openedBy: null, endedBy: null, corrections: [], ...with_ },
});
const contract = { id: 3, clauses: [clause()], payees: [], setOffs: [], contributor: { id: 2, displayName: 'Anne' } };

function outcome(with_: Partial<SimulatedOutcome> = {}): SimulatedOutcome {
  return {
    ...{
      earned: '2123.20',
      recouped: '0.00',
      unrecouped: '0.00',
      carriedOut: '0.00',
      gross: '2123.20',
      net: '1799.83',
    },
    ...{ payerContribution: '23.35', houseCost: '2146.55', statement: { ...anIssued() }, ...with_ },
  };
}

describe('what is asked', () => {
  it('is nothing while nothing happens, or nothing is chosen', () => {
    expect(requestOf(draft({ run: null }))).toBeNull();
    expect(requestOf(draft({ editionId: null }))).toBeNull();
    expect(requestOf(draft({ origin: 'blank', terms: [blankTerms()] }))).toBeNull();
  });

  it('is the terms that were changed, and only them', () => {
    const terms = termsOf(contract as unknown as ContractResponse, 12);
    expect(requestOf(draft({ terms }))).toMatchObject({ editionId: 12, contractId: 3, terms: [] });
    const [first] = terms;
    const changed = {
      ...first!,
      tiers: [
        { upTo: 500, rate: '9', amountPerCopy: '' },
        { upTo: 9, rate: '12', amountPerCopy: '' },
      ],
    };
    expect(requestOf(draft({ terms: [changed] }))?.terms).toEqual([
      { clauseId: 7, tiers: [{ upTo: 500, rate: '9' }, { rate: '12' }] },
    ]);
  });

  it('is a contract of its own where it is blank', () => {
    const blank = draft({ origin: 'blank', retailPriceInclVat: '14.00', terms: [blankTerms()], advance: '500.00' });
    expect(requestOf(blank)).toMatchObject({
      retailPriceInclVat: '14.00',
      blank: {
        clauses: [{ editionId: 0, basis: 'printed', tiers: [{ rate: '8' }] }],
        advance: '500.00',
        social: 'withheld',
      },
    });
  });
});

describe('the page', () => {
  async function open() {
    const opened = await openAt(routes, '/droits/simulateur?edition=12&contrat=3', session);
    await settle(opened.harness);
    opened.http
      .match('/api/editions/12')
      .forEach((request) => request.flush({ workId: 4, title: null, workTitle: 'Les marées' }));
    opened.http.match('/api/contracts/3').forEach((request) => request.flush(contract));
    await settle(opened.harness);
    opened.http
      .match((request) => request.url === '/api/contracts')
      .forEach((request) => request.flush(pageOf([{ id: 3, reference: 'C-3', contributor: 'Anne' }])));
    await settle(opened.harness);
    return { ...opened, page: opened.harness.routeNativeElement as HTMLElement };
  }

  const typed = () => new Promise((done) => setTimeout(done, 250));

  it('asks as one types and shows the present beside the supposed, each amount with its sum', async () => {
    const { page, http, harness } = await open();
    http.match('/api/royalties/simulate').forEach((request) => request.flush({}, { status: 422, statusText: 'x' }));
    type(field(page, 'Prix public'), '14');
    await typed();
    await settle(harness);
    const sent = http.expectOne('/api/royalties/simulate');
    expect(sent.request.body).toMatchObject({
      editionId: 12,
      contractId: 3,
      run: 1000,
      retailPriceInclVat: '14.00',
      terms: [],
    });
    const answer: SimulationResponse = {
      ...{ date: '2026-07-16', retailPriceInclVat: '14.00', areRatesAssumed: false, chart: null },
      contracts: [
        {
          ...{ contractId: 3, reference: 'C-3', contributorName: 'Anne' },
          present: outcome({ statement: { ...anIssued({ earned: '1819.20' }) } }),
          simulated: outcome(),
        },
      ],
      present: { earned: '1819.20', net: '1542.15', houseCost: '1839.22' },
      simulated: { earned: '2123.20', net: '1799.83', houseCost: '2146.55' },
    };
    sent.flush(answer);
    await settle(harness);
    const text = plain(page);
    expect(text).toContain('1 819,20');
    expect(text).toContain('1 799,83');
    expect(text).toContain('2 146,55');
    button(page, '2\u202f123,20').click();
    await settle(harness);
    expect(plain(overlay())).toContain('× 8 % =');
  });

  it('begins with a common clause where the contract is blank', async () => {
    const { page, harness } = await open();
    const origin = field(page, 'Partir') as unknown as HTMLSelectElement;
    origin.value = 'blank';
    origin.dispatchEvent(new Event('input', { bubbles: true }));
    origin.dispatchEvent(new Event('change', { bubbles: true }));
    await settle(harness);
    expect(plain(page)).toContain('pour tous les exemplaires');
    button(page, 'Ajouter un palier').click();
    await settle(harness);
    expect(plain(page)).toContain('au-delà');
  });
});
