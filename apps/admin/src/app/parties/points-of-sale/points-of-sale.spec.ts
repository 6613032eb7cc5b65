import type { PointOfSaleResponse, PointOfSaleRow } from '@colophon/api-client';
import { aSession, openAt, settle } from '../../platform/testing';
import { routes as pages } from './points-of-sale.routes';

const routes = [{ path: 'ventes/points-de-vente', children: pages }];
const LIST = '/ventes/points-de-vente';

function aRow(with_: Partial<PointOfSaleRow> = {}): PointOfSaleRow {
  return {
    id: 7,
    name: 'Librairie Durance',
    kind: 'independent-bookshop',
    city: 'Nantes',
    gln: '3020180056789',
    email: null,
    tradeDiscountRate: '35.5',
    archived: false,
    ...with_,
  };
}

function aPointOfSale(with_: Partial<PointOfSaleResponse> = {}): PointOfSaleResponse {
  return {
    id: 7,
    version: 3,
    externalId: null,
    name: 'Librairie Durance',
    kind: 'independent-bookshop',
    gln: null,
    siren: '732829320',
    siret: null,
    vatNumber: null,
    email: null,
    phone: null,
    billingAddress: { line1: '4 allée d’Orléans', postalCode: '44000', city: 'Nantes', country: 'FR' },
    deliveryAddress: null,
    tradeDiscountRate: '35',
    paymentTermDays: 60,
    paymentTermKind: 'net',
    contacts: [],
    notes: null,
    archived: false,
    ...with_,
  };
}

const pageOf = (items: PointOfSaleRow[]) => ({ items, nextCursor: null, total: items.length, totalIsCapped: false });

function type(box: Element | null, text: string): void {
  if (!(box instanceof HTMLInputElement)) throw new Error('There is no such field');
  box.value = text;
  box.dispatchEvent(new Event('input', { bubbles: true }));
  box.dispatchEvent(new Event('blur'));
}

const fieldOf = (page: Element, label: string): HTMLInputElement => {
  const found = [...page.querySelectorAll('label')].find((one) => one.textContent.trim().startsWith(label));
  return page.querySelector(`#${found?.htmlFor}`) as HTMLInputElement;
};

beforeEach(() => localStorage.clear());

describe('the list of points of sale', () => {
  it('asks the server for the filters of the address and shows the rows in French', async () => {
    const { harness, http, page } = await openAt(routes, `${LIST}?q=dur&kind=library`);
    const request = http.expectOne((sent) => sent.url === '/api/points-of-sale');
    expect(request.request.params.get('q')).toBe('dur');
    expect(request.request.params.get('kind')).toBe('library');
    expect(request.request.params.get('sort')).toBe('name');
    request.flush(pageOf([aRow()]));
    await settle(harness);
    expect(page.querySelector('tbody')?.textContent).toContain('Librairie Durance');
    expect(page.querySelector('tbody')?.textContent).toContain('35,5\u202f%');
    expect(page.querySelector('tbody a')?.getAttribute('href')).toBe(`${LIST}/7`);
    expect(page.querySelector('.chip')?.textContent).toContain('Bibliothèque');
  });

  it('loads what follows by the cursor it was given', async () => {
    const { harness, http, page } = await openAt(routes, LIST);
    http
      .expectOne((sent) => sent.url === '/api/points-of-sale')
      .flush({ ...pageOf([aRow()]), nextCursor: 'abc', total: 2 });
    await settle(harness);
    page.querySelector<HTMLButtonElement>('ui-list-end button')?.click();
    const more = http.expectOne((sent) => sent.params.get('cursor') === 'abc');
    more.flush(pageOf([aRow({ id: 8, name: 'Ombres blanches' })]));
    await settle(harness);
    expect(page.querySelectorAll('tbody tr')).toHaveLength(2);
  });

  it('teaches when the house has none yet, and offers no creation to who may only read', async () => {
    const { harness, http, page } = await openAt(routes, LIST, aSession({ permissions: ['parties.read'] }));
    http.expectOne((sent) => sent.url === '/api/points-of-sale').flush(pageOf([]));
    await settle(harness);
    expect(page.textContent).toContain('Aucun point de vente pour le moment.');
    expect(page.querySelector('a[href$="nouveau"]')).toBeNull();
  });
});

describe('the form of a point of sale', () => {
  it('says what is wrong as one leaves a field, by the domain’s rule', async () => {
    const { harness, page } = await openAt(routes, `${LIST}/nouveau`);
    type(fieldOf(page, 'GLN'), '3020180056780');
    await settle(harness);
    const gln = fieldOf(page, 'GLN');
    expect(gln.getAttribute('aria-invalid')).toBe('true');
    expect(page.querySelector(`#${gln.getAttribute('aria-describedby')}`)?.textContent).toContain('13 chiffres');
  });

  it('sends nothing while a field is wrong', async () => {
    const { harness, http, page } = await openAt(routes, `${LIST}/nouveau`);
    page.querySelector<HTMLFormElement>('form')?.requestSubmit();
    await settle(harness);
    http.expectNone('/api/points-of-sale');
    expect(page.textContent).toContain('4 champs à corriger');
  });

  it('sends the wire’s own shapes and the version that was read', async () => {
    const { harness, http, page } = await openEdit();
    type(fieldOf(page, 'Remise'), '33,5');
    page.querySelector<HTMLFormElement>('form')?.requestSubmit();
    await settle(harness);
    const sent = http.expectOne({ method: 'PUT', url: '/api/points-of-sale/7' });
    expect(sent.request.headers.get('X-CSRF-Token')).toBe('token-1');
    expect(sent.request.body).toMatchObject({
      version: 3,
      tradeDiscountRate: '33.5',
      paymentTermDays: 60,
      gln: null,
      deliveryAddress: null,
      billingAddress: { line1: '4 allée d’Orléans', postalCode: '44000', city: 'Nantes', country: 'FR' },
    });
  });

  it('shows the API’s refusal at the field that its pointer names', async () => {
    const { harness, http, page } = await openEdit();
    page.querySelector<HTMLFormElement>('form')?.requestSubmit();
    await settle(harness);
    const detail = 'Ce SIREN est déjà celui d’un autre point de vente.';
    http
      .expectOne({ method: 'PUT', url: '/api/points-of-sale/7' })
      .flush(
        { status: 422, code: 'validation', title: 'Refusé', errors: [{ pointer: '/siren', code: 'taken', detail }] },
        { status: 422, statusText: 'Unprocessable' },
      );
    await settle(harness);
    const siren = fieldOf(page, 'SIREN');
    expect(page.querySelector(`#${siren.getAttribute('aria-describedby')}`)?.textContent).toContain(detail);
  });

  it('says above the form what no field is guilty of, and that nothing is lost', async () => {
    const { harness, http, page } = await openEdit();
    page.querySelector<HTMLFormElement>('form')?.requestSubmit();
    await settle(harness);
    http
      .expectOne({ method: 'PUT', url: '/api/points-of-sale/7' })
      .flush(
        { status: 409, code: 'stale-version', title: 'Une autre personne a enregistré cette fiche.' },
        { status: 409, statusText: 'Conflict' },
      );
    await settle(harness);
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Une autre personne a enregistré cette fiche.');
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Rien n’est perdu');
  });
});

async function openEdit() {
  const opening = openAt(routes, LIST);
  const { harness, http } = await opening;
  const navigation = harness.navigateByUrl(`${LIST}/7/modifier`);
  await new Promise((done) => setTimeout(done));
  http.expectOne('/api/points-of-sale/7').flush(aPointOfSale());
  await navigation;
  await settle(harness);
  return { harness, http, page: harness.routeNativeElement as HTMLElement };
}
