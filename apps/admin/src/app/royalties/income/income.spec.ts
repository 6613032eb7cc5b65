import type { LicenceResponse, ReceiptResponse } from '@colophon/api-client';
import { aSession, openAt, settle } from '../../platform/testing';
import { button, field, overlay, pageOf, plain, type } from '../testing';
import { areCountries, countryNames, factState, licenceState, readCountries } from './income';
import { licenceRoutes, receiptRoutes } from './income.routes';

beforeEach(() => localStorage.clear());
afterEach(() => document.querySelector('.cdk-overlay-container')?.remove());

const routes = [
  { path: 'droits/recettes', children: receiptRoutes },
  { path: 'droits/cessions', children: licenceRoutes },
];
const session = aSession({ permissions: ['royalties.read', 'royalties.write'], today: '2026-07-15' });

function aReceipt(with_: Partial<ReceiptResponse> = {}): ReceiptResponse {
  return {
    ...{ id: 4, receivedOn: '2026-03-31', editionId: 12, workId: 3, title: 'Les marées', isbn13: '9782070612758' },
    ...{ productForm: 'e-book', mode: 'unit', channel: 'Kobo', territory: 'BE', copies: 85, amount: '563.46' },
    ...{ reference: 'T1', cancelsId: null, cancelledById: null, isCounted: false, reason: null, actor: 'Hélène' },
    ...with_,
  };
}

function aLicence(with_: Partial<LicenceResponse> = {}): LicenceResponse {
  return {
    ...{ id: 9, version: 1, reference: 'CES-9', workId: 3, title: 'Les marées', licensee: 'Kampa Verlag' },
    ...{ right: 'translation', territories: ['AT', 'DE'], language: 'ger', signedOn: '2026-01-15', startsOn: null },
    ...{ endsOn: null, authorInformedOn: null, cashed: '855.00', advance: '1000.00', note: null },
    income: [
      {
        ...{ id: 5, licenceId: 9, licence: 'CES-9', licensee: 'Kampa Verlag', right: 'translation', workId: 3 },
        ...{ title: 'Les marées', editionId: 12, cashedOn: '2026-02-20', gross: '1000.00', foreignTax: '50.00' },
        ...{ agentFee: '95.00', net: '855.00', reference: null, cancelsId: null, cancelledById: null },
        ...{ reason: null, actor: 'Hélène', isCounted: false },
      },
    ],
    ...with_,
  };
}

describe('countries', () => {
  it('are read by their names in either language, each once', () => {
    expect(readCountries('Allemagne, Austria; DE')).toEqual(['DE', 'AT']);
    expect(countryNames(['DE', 'AT'], 'fr')).toBe('Allemagne, Autriche');
    expect(areCountries('Atlantide')).toBe(false);
    expect(areCountries('')).toBe(true);
  });
});

describe('a fact', () => {
  it.each([
    [{ cancelsId: 3, cancelledById: null, isCounted: true }, 'cancellation'],
    [{ cancelsId: null, cancelledById: 4, isCounted: true }, 'cancelled'],
    [{ cancelsId: null, cancelledById: null, isCounted: true }, 'counted'],
    [{ cancelsId: null, cancelledById: null, isCounted: false }, 'waiting'],
  ])('%j is %s', (fact, state) => expect(factState(fact)).toBe(state));

  it('a licence waits for its authors to be told, then runs until its term', () => {
    expect(licenceState(aLicence(), '2026-07-15')).toBe('to-inform');
    expect(licenceState(aLicence({ authorInformedOn: '2026-02-01' }), '2026-07-15')).toBe('running');
    expect(licenceState(aLicence({ authorInformedOn: '2026-02-01', endsOn: '2026-07-14' }), '2026-07-15')).toBe(
      'ended',
    );
  });
});

describe('receipts', () => {
  it('are listed with their mode, their state and their sum', async () => {
    const { harness, http } = await openAt(routes, '/droits/recettes', session);
    await settle(harness);
    const asked = http.match((request) => request.url === '/api/receipts');
    asked.forEach((request) => request.flush({ ...pageOf([aReceipt()]), totals: { amount: '563.46' } }));
    await settle(harness);
    const text = plain(harness.routeNativeElement);
    expect(text).toContain('À l’unité');
    expect(text).toContain('À compter dans la prochaine reddition');
    expect(text).toContain('563,46');
  });

  it('are entered with the country by its name', async () => {
    const { harness, http } = await openAt(routes, '/droits/recettes/nouvelle?edition=12', session);
    await settle(harness);
    http
      .match('/api/editions/12')
      .forEach((request) => request.flush({ id: 12, title: null, workTitle: 'Les marées' }));
    await settle(harness);
    const page = harness.routeNativeElement as HTMLElement;
    type(field(page, 'Recette nette'), '563,46');
    type(field(page, 'Pays'), 'Belgique');
    type(field(page, 'Canal'), ' Kobo ');
    page.querySelector<HTMLFormElement>('form')?.requestSubmit();
    await settle(harness);
    const sent = http.expectOne({ method: 'POST', url: '/api/receipts' });
    expect(sent.request.body).toEqual({
      ...{ editionId: 12, receivedOn: '2026-07-15', mode: 'unit', copies: null, amount: '563.46' },
      ...{ channel: 'Kobo', territory: 'BE', reference: null },
    });
  });

  it('are taken back with a reason', async () => {
    const { harness, http } = await openAt(routes, '/droits/recettes/4', session);
    await settle(harness);
    http.match('/api/receipts/4').forEach((request) => request.flush(aReceipt()));
    http.match((request) => request.url.startsWith('/api/history')).forEach((request) => request.flush({ items: [] }));
    await settle(harness);
    expect(plain(harness.routeNativeElement)).toContain('Belgique');
    button(harness.routeNativeElement!, 'Annuler').click();
    await settle(harness);
    type(overlay().querySelector('input[type=text]'), 'Mauvais relevé');
    overlay().querySelector<HTMLFormElement>('form')?.requestSubmit();
    await settle(harness);
    const sent = http.expectOne({ method: 'POST', url: '/api/receipts/4/cancel' });
    expect(sent.request.body).toEqual({ reason: 'Mauvais relevé' });
  });
});

describe('a licence', () => {
  async function open(licence: LicenceResponse) {
    const opened = await openAt(routes, '/droits/cessions/9', session);
    await settle(opened.harness);
    opened.http.match('/api/rights-licences/9').forEach((request) => request.flush(licence));
    opened.http
      .match((request) => request.url.startsWith('/api/history'))
      .forEach((request) => request.flush({ items: [] }));
    await settle(opened.harness);
    return { ...opened, page: opened.harness.routeNativeElement as HTMLElement };
  }

  it('shows what it has paid and asks to tell the authors', async () => {
    const { page, http, harness } = await open(aLicence());
    expect(plain(page)).toContain('855,00');
    expect(plain(page)).toContain('Auteurs à informer');
    button(page, 'Les auteurs sont informés').click();
    await settle(harness);
    const { income: _income, cashed: _cashed, title: _title, id: _id, ...fields } = aLicence();
    const sent = http.expectOne({ method: 'PUT', url: '/api/rights-licences/9' });
    expect(sent.request.body).toEqual({ ...fields, authorInformedOn: '2026-07-15' });
  });

  it('takes in what the licensee paid', async () => {
    const { page, http, harness } = await open(aLicence({ income: [] }));
    button(page, 'Encaisser').click();
    await settle(harness);
    http.match((request) => request.url === '/api/editions').forEach((request) => request.flush(pageOf([])));
    type(field(overlay(), 'Brut'), '1000');
    type(field(overlay(), 'Retenue étrangère'), '50');
    overlay().querySelector<HTMLFormElement>('form')?.requestSubmit();
    await settle(harness);
    const sent = http.expectOne({ method: 'POST', url: '/api/rights-licences/9/income' });
    expect(sent.request.body).toEqual({
      ...{ cashedOn: '2026-07-15', gross: '1000.00', foreignTax: '50.00', agentFee: null, editionId: null },
      reference: null,
    });
  });
});
