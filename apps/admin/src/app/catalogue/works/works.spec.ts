import type { EditionResponse, WorkResponse, WorkRow } from '@colophon/api-client';
import { aSession, openAt, settle } from '../../platform/testing';
import { routes as pages } from './works.routes';

const routes = [{ path: 'catalogue/oeuvres', children: pages }];
const LIST = '/catalogue/oeuvres';
const editorial = aSession({ permissions: ['catalogue.read', 'catalogue.write'] });
const ISBN = '9782070612758';

function anEdition(with_: Partial<EditionResponse> = {}): EditionResponse {
  const current = { validFrom: '2025-01-01', retailPriceInclVat: '16.50', retailPriceExclVat: '15.64' };
  return {
    ...{ id: 11, version: 2, workId: 5, workTitle: 'Grand Nord', externalId: null, productForm: 'paperback' as const },
    ...{ isbn13: ISBN, isbnFormatted: '978-2-07-061275-8', ean: null, title: null, publicationDate: '2024-03-01' },
    ...{
      availability: 'in-stock' as const,
      vatRate: '5.5',
      pageCount: 192,
      heightMm: 205,
      widthMm: 140,
      weightG: null,
    },
    ...{ coverUrl: null, archived: false, currentPrice: current },
    prices: [current, { validFrom: '2027-01-01', retailPriceInclVat: '17.00', retailPriceExclVat: '16.11' }],
    ...with_,
  };
}

function aWork(with_: Partial<WorkResponse> = {}): WorkResponse {
  return {
    ...{ id: 5, version: 4, externalId: null, title: 'Grand Nord', subtitle: null, originalTitle: null },
    ...{ language: 'fre', collection: null, numberInCollection: null, summary: null, archived: false },
    contributors: [
      { contributorId: 1, displayName: 'Zoé Ørsted', role: 'A01' },
      { contributorId: 2, displayName: 'Marc Petit', role: 'B06' },
    ],
    editions: [anEdition()],
    ...with_,
  };
}

function aRow(): WorkRow {
  const { id, title, subtitle, contributors, collection, numberInCollection, archived } = aWork();
  const { isbn13, isbnFormatted, productForm, publicationDate, availability } = anEdition();
  const coverUrl = '/api/editions/11/cover?v=3';
  const known = { isbn13, isbnFormatted, productForm, publicationDate, availability, coverUrl };
  return {
    ...{ id, title, subtitle, contributors, collection, numberInCollection, archived, editionCount: 1 },
    mainEdition: { id: 11, ...known, retailPriceInclVat: '16.50' },
  };
}

const pageOf = <Row>(items: Row[]) => ({ items, nextCursor: null, total: items.length, totalIsCapped: false });

function type(box: Element | null | undefined, text: string): void {
  if (!(box instanceof HTMLInputElement)) throw new Error('There is no such field');
  box.value = text;
  box.dispatchEvent(new Event('input', { bubbles: true }));
}

const fieldOf = (page: Element, label: string): HTMLInputElement => {
  const found = [...page.querySelectorAll('label')].find((one) => one.textContent.trim().startsWith(label));
  return page.querySelector(`#${found?.htmlFor}`) as HTMLInputElement;
};

const textOf = (page: Element): string => page.textContent.replaceAll(/[\s\u00a0\u202f]+/g, ' ');

const cellsOf = (row: Element): string =>
  [...row.querySelectorAll('td')].map((cell) => textOf(cell).trim()).join(' | ');

/** Goes on to an address whose route asks the wire first. */
async function openWith(url: string, answers: Record<string, unknown>) {
  const { harness, http } = await openAt(routes, '/', editorial);
  const navigation = harness.navigateByUrl(url);
  await new Promise((done) => setTimeout(done));
  for (const [address, answer] of Object.entries(answers)) {
    http.expectOne((sent) => sent.url === address).flush(answer as object);
  }
  await navigation;
  await settle(harness);
  return { harness, http, page: harness.routeNativeElement as HTMLElement };
}

beforeEach(() => localStorage.clear());

describe('the list of works', () => {
  it('shows covers, names once, and today’s price; filters by the house’s own collections', async () => {
    const rivages = { id: 3, version: 1, name: 'Rivages du Nord', issn: null, description: null, workCount: 1 };
    const { harness, http, page } = await openWith(`${LIST}?collection=3`, { '/api/collections': pageOf([rivages]) });
    const request = http.expectOne((sent) => sent.url === '/api/works');
    expect(request.request.params.get('collection')).toBe('3');
    const twice = { contributorId: 1, displayName: 'Zoé Ørsted', role: 'A12' };
    request.flush(pageOf([{ ...aRow(), contributors: [...aRow().contributors, twice] }]));
    await settle(harness);
    const row = textOf(page.querySelector('tbody tr') as Element);
    expect(row).toContain('Grand Nord');
    expect(row).toContain('Zoé Ørsted, Marc Petit ');
    expect(row).toContain('16,50 €');
    expect(row).toContain('disponible');
    expect(page.querySelector('tbody img')?.getAttribute('src')).toBe('/api/editions/11/cover?v=3');
    expect(textOf(page.querySelector('ui-list-bar') as Element)).toContain('Collection : Rivages du Nord');
  });

  it('tells whose works it shows when one comes from a person', async () => {
    const { http, page } = await openWith(`${LIST}?contributor=1`, {
      '/api/collections': pageOf([]),
      '/api/contributors/1': { id: 1, displayName: 'Zoé Ørsted' },
    });
    expect(http.expectOne((sent) => sent.url === '/api/works').request.params.get('contributor')).toBe('1');
    expect(textOf(page)).toContain('Zoé Ørsted');
  });
});

describe('the page of a work', () => {
  it('shows each edition with the price in force, the one to come, and the price without VAT of the API', async () => {
    const { harness, http, page } = await openWith(`${LIST}/5`, {});
    http.expectOne('/api/works/5').flush(aWork());
    await settle(harness);
    const rows = [...page.querySelectorAll('co-edition-card tbody tr')].map(cellsOf);
    expect(rows[0]).toBe('01/01/2027 | 17,00 € | 16,11 € | à venir');
    expect(rows[1]).toBe('01/01/2025 | 16,50 € | 15,64 € | en vigueur');
    expect(textOf(page)).toContain('978-2-07-061275-8');
    expect(textOf(page)).toContain('Traduction');
    expect(page.querySelector('a[href$="/catalogue/contributeurs/2"]')).not.toBeNull();
  });

  it('reads the history of an edition only when it is asked for', async () => {
    const { harness, http, page } = await openWith(`${LIST}/5`, {});
    http.expectOne('/api/works/5').flush(aWork());
    await settle(harness);
    http.expectNone('/api/history/edition/11');
    page.querySelector<HTMLButtonElement>('co-edition-card .history')?.click();
    await settle(harness);
    http.expectOne('/api/history/edition/11');
  });
});

describe('the form of a work', () => {
  it('sends the contributors in the order of the page', async () => {
    const { harness, http, page } = await openWith(`${LIST}/5/modifier`, { '/api/works/5': aWork() });
    page.querySelector<HTMLButtonElement>('[aria-label="Descendre"]')?.click();
    await settle(harness);
    page.querySelector<HTMLFormElement>('form')?.requestSubmit();
    await settle(harness);
    const sent = http.expectOne({ method: 'PUT', url: '/api/works/5' });
    expect(sent.request.body).toMatchObject({
      version: 4,
      title: 'Grand Nord',
      contributors: [
        { contributorId: 2, role: 'B06' },
        { contributorId: 1, role: 'A01' },
      ],
    });
  });
});

describe('the form of an edition', () => {
  const NEW = `${LIST}/5/editions/nouvelle`;

  it('counts the digits of an ISBN as they are typed, and says when it is right', async () => {
    const { harness, page } = await openWith(NEW, { '/api/works/5': aWork({ editions: [] }) });
    type(fieldOf(page, 'ISBN'), '978-2-07');
    await settle(harness);
    expect(textOf(page)).toContain('6 chiffres sur 13');
    type(fieldOf(page, 'ISBN'), ISBN);
    await settle(harness);
    expect(textOf(page)).toContain('ISBN juste : 978-2-07-061275-8');
  });

  it('says who has the ISBN already, before anything is sent', async () => {
    const { harness, http, page } = await openWith(NEW, { '/api/works/5': aWork({ editions: [] }) });
    type(fieldOf(page, 'ISBN'), ISBN);
    await new Promise((done) => setTimeout(done, 300));
    await settle(harness);
    const asked = http.expectOne((sent) => sent.url === '/api/editions');
    expect(asked.request.params.get('q')).toBe(ISBN);
    asked.flush(pageOf([{ id: 99, workId: 42, title: 'Un autre livre', isbn13: ISBN }]));
    await settle(harness);
    expect(textOf(page)).toContain('Cet ISBN est déjà celui de « Un autre livre »');
    expect(page.querySelector('a[href="/catalogue/oeuvres/42"]')).not.toBeNull();
  });

  it('leaves an edition its own ISBN, and sends prices as a list with the version that was read', async () => {
    const { harness, http, page } = await openWith(`${LIST}/5/editions/11/modifier`, {
      '/api/works/5': aWork(),
      '/api/editions/11': anEdition(),
    });
    await new Promise((done) => setTimeout(done, 300));
    await settle(harness);
    http.expectOne((sent) => sent.url === '/api/editions').flush(pageOf([anEdition()]));
    await settle(harness);
    expect(textOf(page)).not.toContain('déjà celui');
    const prices = [...page.querySelectorAll<HTMLInputElement>('.price ui-money-input input')];
    type(prices[1], '17,5');
    page.querySelector<HTMLFormElement>('form')?.requestSubmit();
    await settle(harness);
    const sent = http.expectOne({ method: 'PUT', url: '/api/editions/11' });
    expect(sent.request.body).toMatchObject({
      version: 2,
      vatRate: '5.5',
      prices: [
        { validFrom: '2025-01-01', retailPriceInclVat: '16.50' },
        { validFrom: '2027-01-01', retailPriceInclVat: '17.5' },
      ],
    });
    expect(sent.request.body.prices[0]).not.toHaveProperty('retailPriceExclVat');
  });

  it('leaves the VAT rate to the law where nobody typed one', async () => {
    const { harness, http, page } = await openWith(NEW, { '/api/works/5': aWork({ editions: [] }) });
    page.querySelector<HTMLFormElement>('form')?.requestSubmit();
    await settle(harness);
    const sent = http.expectOne({ method: 'POST', url: '/api/works/5/editions' });
    expect(sent.request.body).not.toHaveProperty('vatRate');
    expect(sent.request.body.prices).toEqual([]);
  });
});
